import { App, Button, Card, Form } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { modeWords } from '../../../../shared/vocabulary/value-words.ts';
import type { Rule, StaffMember, Subject, Visit } from '../../api/contract.ts';
import { RequestFailed } from '../../api/client.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { Guard } from '../../components/guard.tsx';
import { Head } from '../../components/head.tsx';
import { mark } from '../../components/mark.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useEditing } from '../../components/use-editing.ts';
import { KeptNote, valuesOf } from '../../components/use-kept.tsx';
import { useVisitParts } from '../../features/visits/text.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useWords } from '../../i18n/words.ts';
import { AboutFields } from './about-fields.tsx';
import { bodyOf, fieldAt, fieldsOf, nothing, patchOf, type Entered, type VisitFields } from './fields.ts';
import { JoinedFields } from './joined-fields.tsx';
import { VisitOfficers } from './officer-fields.tsx';
import { useNames } from './use-names.ts';
import '../../checks.css';

/** Plans a check, or changes a planned one: one form. */
export function Component(): ReactElement {
  const { id } = useParams();
  const rules = useRules();
  const subjects = useSubjects();
  const staff = useRead('GET /v1/jurisdictions/{j}/staff');
  const today = useToday();
  const visit = useRead('GET /v1/jurisdictions/{j}/visits/{id}', {
    params: { id: id ?? '' },
    enabled: id !== undefined,
  });
  const error = staff.error ?? visit.error;
  if (error) return <ProblemAlert error={error} retry={() => void visit.refetch()} />;
  const loaded =
    rules.size > 0 && staff.data && today !== undefined && (id === undefined || visit.data?.id === id);
  if (!loaded) return <Card loading />;
  return (
    <VisitForm
      key={id ?? ''}
      rules={rules}
      subjects={subjects}
      staff={staff.data.items}
      today={today}
      visit={id === undefined ? undefined : visit.data}
    />
  );
}

interface VisitFormProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly staff: readonly StaffMember[];
  readonly today: string;
  readonly visit: Visit | undefined;
}

function VisitForm({ rules, subjects, staff, today, visit }: VisitFormProps): ReactElement {
  const words = useWords();
  const { form: text } = useVisitWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const nameOf = useNames();
  const parts = useVisitParts();
  const start = useStart(rules, today);
  const plan = useAct('POST /v1/jurisdictions/{j}/visits', { ends: true });
  const change = useAct('PATCH /v1/jurisdictions/{j}/visits/{id}', { ends: true });
  const act = visit ? change : plan;
  const { form, seen, dirty, gate, ...editing } = useEditing<Entered, VisitFields>(
    'visit',
    visit ?? nothing,
    (one) => ('id' in one ? fieldsOf(one) : start),
    act,
  );
  const refused = (error: unknown): void => {
    if (!(error instanceof RequestFailed)) return;
    const marks = (error.problem.errors ?? []).flatMap(({ path, message: said }) => {
      const name = fieldAt(path);
      return name === undefined ? [] : [{ name, errors: [said] }];
    });
    mark(form, marks);
  };
  const submit = (): void => {
    if (leadsToChange(gate)) return;
    const fields = { ...start, ...valuesOf(form) };
    const then = {
      onError: refused,
      onSuccess: ({ id }: Visit) => {
        editing.stored();
        void message.success(visit ? text.changed : text.saved);
        void navigate(`/visits/${id}`);
      },
    };
    if (visit)
      change.mutate({ params: { id: visit.id }, ifMatch: seen.version, body: patchOf(fields) }, then);
    else plan.mutate({ body: bodyOf(fields) }, then);
  };
  return (
    <>
      <Guard dirty={dirty && !act.isPending && !act.isSuccess} />
      <Head title={visit ? text.changeTitle : text.title} />
      {visit ? <p className="hint">{text.changeHint}</p> : null}
      <Form<VisitFields>
        form={form}
        className="tablet"
        layout="vertical"
        requiredMark={false}
        initialValues={editing.initial}
        onValuesChange={editing.typing}
        onFinish={submit}
        scrollToFirstError={{ block: 'center' }}
      >
        <KeptNote shown={editing.isKept} />
        <AboutFields rules={rules} subjects={subjects} today={today} />
        <VisitOfficers staff={staff} />
        <JoinedFields />
        <Changed {...gate} parts={(one) => ('id' in one ? parts(one) : [])} accept={editing.goOn} />
        <ProblemAlert error={act.error} nameOf={nameOf} />
        <div className="save-bar">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {visit ? text.saveChange : text.save}
          </Button>
          <Button onClick={() => void navigate(-1)}>{words.common.cancel}</Button>
        </div>
      </Form>
    </>
  );
}

const modes = keysOf(modeWords);

/** The initial values of a new plan: what the address says of it. */
function useStart(rules: ReadonlyMap<string, Rule>, today: string): VisitFields {
  const [query] = useSearchParams();
  const rule = rules.get(query.get('ruleId') ?? '');
  return {
    regime: query.get('regime') ?? rule?.regime,
    ruleIds: rule === undefined ? [] : [rule.id],
    on: today,
    mode: modes.find((known) => known === query.get('mode')) ?? rule?.quota?.modes?.[0] ?? 'on-site',
    cause: 'planned',
    targets: (query.get('targets') ?? '').split(',').filter((id) => id !== ''),
    officers: [{}, {}],
    drawId: query.get('draw') ?? undefined,
    joined: [],
  };
}
