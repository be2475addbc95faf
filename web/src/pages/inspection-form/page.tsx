import { App, Button, Card, ConfigProvider, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { Inspection, Rule, StaffMember, Subject, Visit } from '../../api/contract.ts';
import { RequestFailed } from '../../api/client.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { checkParts, nothing, type Entered } from './changed-parts.ts';
import { rebased } from '../../components/compare.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { Guard } from '../../components/guard.tsx';
import { Head } from '../../components/head.tsx';
import { mark } from '../../components/mark.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { useOpened } from '../../components/use-opened.ts';
import { useSiteWords } from '../../i18n/site-words.ts';
import { useWords } from '../../i18n/words.ts';
import {
  bodyOf,
  changesOf,
  checklistOf,
  fieldAt,
  type CheckBody,
  type CheckFields,
} from '../../features/checks/fields.ts';
import { AboutFields } from './about-fields.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import { CountsHint } from './counts-hint.tsx';
import { FindingFields } from './finding-fields.tsx';
import { OfficerFields } from './officer-fields.tsx';
import { ReasonField } from './reason-field.tsx';
import { RecheckFields } from './recheck-fields.tsx';
import { SignatureFields } from './signature-fields.tsx';
import { JoinedFields, SiteFields } from './site-fields.tsx';
import { useStart } from './use-start.ts';
import '../../checks.css';

/** Records a check, or corrects a record: one form, made for tablets. */
export function Component(): ReactElement {
  const { id } = useParams();
  const rules = useRules();
  const subjects = useSubjects();
  const staff = useRead('GET /v1/jurisdictions/{j}/staff');
  const status = useRead('GET /v1/jurisdictions/{j}/status');
  const record = useRead('GET /v1/jurisdictions/{j}/inspections/{id}', {
    params: { id: id ?? '' },
    enabled: id !== undefined,
  });
  const [query] = useSearchParams();
  const planned = query.get('visit') ?? undefined;
  const visit = useRead('GET /v1/jurisdictions/{j}/visits/{id}', {
    params: { id: planned ?? '' },
    enabled: planned !== undefined,
  });
  const error = staff.error ?? status.error ?? record.error ?? visit.error;
  if (error) return <ProblemAlert error={error} retry={() => void record.refetch()} />;
  const loaded =
    rules.size > 0 &&
    staff.data &&
    status.data &&
    (id === undefined || record.data?.id === id) &&
    (planned === undefined || visit.data?.id === planned);
  if (!loaded) return <Card loading />;
  return (
    <CheckForm
      key={id ?? ''}
      rules={rules}
      subjects={subjects}
      staff={staff.data.items}
      now={status.data.asOf}
      record={id === undefined ? undefined : record.data}
      visit={planned === undefined ? undefined : visit.data}
    />
  );
}

interface CheckFormProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly staff: readonly StaffMember[];
  /** The server’s instant, the latest possible time of a check. */
  readonly now: string;
  readonly record: Inspection | undefined;
  /** The plan of the check, when it is recorded from there. */
  readonly visit: Visit | undefined;
}

/** What is stored, with the record that is corrected. */
interface Typed {
  readonly seen: Inspection | undefined;
  readonly fields: CheckFields;
}

function CheckForm({ rules, subjects, staff, now, record: latest, visit }: CheckFormProps): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const site = useSiteWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<CheckFields>();
  const kept = useKept<Typed>('check');
  const [dirty, setDirty] = useState(kept !== undefined);
  const [unchanged, setUnchanged] = useState(false);
  // As it was when the form opened: a later reading neither empties the form nor changes its version.
  const opened = useOpened<Entered>(latest ?? nothing, kept?.seen ?? latest ?? nothing);
  const record = 'id' in opened.seen ? opened.seen : undefined;
  const visitId = record ? record.visitId : visit?.id;
  useKeep('check', (): Typed | undefined => (dirty ? { seen: record, fields: valuesOf(form) } : undefined));
  const startOf = useStart(rules, now, visit);
  const [start, setStart] = useState(() => startOf(record));
  const enter = useAct('POST /v1/jurisdictions/{j}/inspections', { ends: true });
  const correct = useAct('POST /v1/jurisdictions/{j}/inspections/{id}/correction', { ends: true });
  const act = record ? correct : enter;
  const gate = { opened, busy: act.isPending };
  const goOn = (): void => {
    const after = startOf(latest);
    form.setFieldsValue(rebased(start.fields, valuesOf(form), after.fields));
    setStart(after);
    opened.hold();
    act.reset();
  };
  const items = (fields: CheckFields) => checklistOf(rules.values(), fields.regime ?? '', fields.mode);

  const failed = (error: unknown, body: CheckBody): void => {
    if (!(error instanceof RequestFailed)) return;
    const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
    const marks = (error.problem.errors ?? []).flatMap((one) => {
      const name = fieldAt(one, nameOf, body);
      return name === undefined ? [] : [{ name, errors: [one.message] }];
    });
    mark(form, marks);
  };
  const sent = ({ id }: { readonly id: string }, said: string): void => {
    setDirty(false);
    void message.success(said);
    void navigate(`/inspections/${id}`);
  };
  const submit = (): void => {
    if (leadsToChange(gate)) return;
    const fields = whole(valuesOf(form));
    const body = bodyOf(fields, items(fields), start.kept);
    const onError = (error: unknown): void => failed(error, body);
    setUnchanged(false);
    if (!record) {
      enter.mutate({ body }, { onError, onSuccess: (made) => sent(made, text.saved) });
      return;
    }
    const before = bodyOf(start.fields, items(start.fields), start.kept);
    const changes = changesOf(before, body);
    if (Object.keys(changes).length === 0) {
      setUnchanged(true);
      return;
    }
    correct.mutate(
      {
        params: { id: record.id },
        ifMatch: record.version,
        body: { reason: (fields.reason ?? '').trim(), ...changes },
      },
      { onError, onSuccess: (made) => sent(made, text.corrected) },
    );
  };
  return (
    <ConfigProvider componentSize="large">
      <Guard dirty={dirty && !act.isPending && !act.isSuccess} />
      <Head title={record ? text.correctTitle : text.title} />
      <Form<CheckFields>
        form={form}
        className="tablet"
        layout="vertical"
        requiredMark={false}
        initialValues={kept?.fields ?? start.fields}
        onValuesChange={() => setDirty(true)}
        onFinish={submit}
        scrollToFirstError={{ block: 'center' }}
      >
        <KeptNote shown={kept !== undefined} />
        {record ? <ReasonField /> : null}
        {visitId === undefined ? null : (
          <p className="hint">
            <Link to={`/visits/${visitId}`}>{site.toVisit}</Link>
          </p>
        )}
        <AboutFields rules={rules} subjects={subjects} now={now} />
        <OfficerFields rules={rules} staff={staff} />
        <JoinedFields />
        <SiteFields subjects={subjects} />
        <ChecklistFields rules={rules} subjects={subjects} />
        <RecheckFields subjects={subjects} own={record?.id} />
        <FindingFields subjects={subjects} />
        <SignatureFields rules={rules} subjects={subjects} />
        <CountsHint rules={rules} />
        <Changed {...gate} parts={(one) => checkParts(words, subjects, one)} accept={goOn} />
        <ProblemAlert error={act.error} />
        {unchanged ? <p role="alert">{text.nothingChanged}</p> : null}
        <div className="save-bar">
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {record ? text.saveCorrection : text.save}
          </Button>
          <Button onClick={() => void navigate(-1)}>{words.common.cancel}</Button>
        </div>
      </Form>
    </ConfigProvider>
  );
}

/** The form’s values. Fields that were never shown are missing in them. */
const whole = (fields: Partial<CheckFields>): CheckFields => ({
  mode: 'on-site',
  cause: 'planned',
  targets: [],
  officers: [],
  ...fields,
});
