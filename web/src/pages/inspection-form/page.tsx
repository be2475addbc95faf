import { App, Button, Card, ConfigProvider, Form, type FormInstance } from 'antd';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { modeWords } from '../../../../shared/vocabulary/value-words.ts';
import { useState, type ReactElement } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Inspection, Rule, StaffMember, Subject } from '../../api/contract.ts';
import { RequestFailed } from '../../api/client.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { checkParts, nothing, type Entered } from './changed-parts.ts';
import { rebased } from '../../components/compare.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { Guard } from '../../components/guard.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { useOpened } from '../../components/use-opened.ts';
import { useWords } from '../../i18n/words.ts';
import {
  bodyOf,
  changesOf,
  checklistOf,
  fieldAt,
  fieldsOf,
  type CheckFields,
} from '../../features/checks/fields.ts';
import { AboutFields } from './about-fields.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import { CountsHint } from './counts-hint.tsx';
import { FindingFields } from './finding-fields.tsx';
import { OfficerFields } from './officer-fields.tsx';
import { ReasonField } from './reason-field.tsx';
import { SignatureFields } from './signature-fields.tsx';
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
  const error = staff.error ?? status.error ?? record.error;
  if (error) return <ProblemAlert error={error} retry={() => void record.refetch()} />;
  const loaded = rules.size > 0 && staff.data && status.data && (id === undefined || record.data?.id === id);
  if (!loaded) return <Card loading />;
  return (
    <CheckForm
      key={id ?? ''}
      rules={rules}
      subjects={subjects}
      staff={staff.data.items}
      now={status.data.asOf}
      record={id === undefined ? undefined : record.data}
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
}

/** What is stored, with the record that is corrected. */
interface Typed {
  readonly seen: Inspection | undefined;
  readonly fields: CheckFields;
}

function CheckForm({ rules, subjects, staff, now, record: latest }: CheckFormProps): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<CheckFields>();
  const kept = useKept<Typed>('check');
  const [dirty, setDirty] = useState(kept !== undefined);
  const [unchanged, setUnchanged] = useState(false);
  // As it was when the form opened: a later reading neither empties the form nor changes its version.
  const opened = useOpened<Entered>(latest ?? nothing, kept?.seen ?? latest ?? nothing);
  const record = 'id' in opened.seen ? opened.seen : undefined;
  useKeep('check', (): Typed | undefined => (dirty ? { seen: record, fields: valuesOf(form) } : undefined));
  const startOf = useStart(rules, now);
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

  const failed = (error: unknown, targets: readonly string[]): void => {
    if (!(error instanceof RequestFailed)) return;
    const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
    const marks = (error.problem.errors ?? []).flatMap((one) => {
      const name = fieldAt(one, nameOf, targets);
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
    const onError = (error: unknown): void => failed(error, fields.targets);
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
        <AboutFields rules={rules} subjects={subjects} now={now} />
        <OfficerFields rules={rules} staff={staff} />
        <ChecklistFields rules={rules} subjects={subjects} />
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

interface Mark {
  readonly name: readonly (string | number)[];
  readonly errors: string[];
}

function mark(form: FormInstance, marks: readonly Mark[]): void {
  form.setFields(marks.map(({ name, errors }) => ({ name: [...name], errors })));
  const [first] = marks;
  if (first) form.scrollToField([...first.name], { block: 'center' });
}

/** The form’s values. Fields that were never shown are missing in them. */
const whole = (fields: Partial<CheckFields>): CheckFields => ({
  mode: 'on-site',
  cause: 'planned',
  targets: [],
  officers: [],
  ...fields,
});

/** The initial values: the record that is corrected, or what the address says about the check. */
function useStart(rules: ReadonlyMap<string, Rule>, now: string) {
  const [query] = useSearchParams();
  return (record: Inspection | undefined): ReturnType<typeof fieldsOf> => {
    if (record) return fieldsOf(record, checklistOf(rules.values(), record.regime, record.mode));
    const ruleId = query.get('ruleId') ?? undefined;
    const rule = ruleId === undefined ? undefined : rules.get(ruleId);
    const mode = modes.find((known) => known === query.get('mode')) ?? rule?.quota?.modes?.[0] ?? 'on-site';
    const regime = query.get('regime') ?? rule?.regime;
    const targets = (query.get('targets') ?? '').split(',').filter((id) => id !== '');
    const fields: CheckFields = {
      ...(regime === undefined ? {} : { regime }),
      ...(ruleId === undefined ? {} : { ruleId }),
      at: now.slice(0, 16),
      mode,
      cause: 'planned',
      targets,
      officers: [{}, {}],
      findings: [],
    };
    return { fields, kept: [] };
  };
}

const modes = keysOf(modeWords);
