import { Alert, App, Button, Card, Form } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Settings } from '../../api/contract.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { rebased } from '../../components/compare.ts';
import { settingsParts } from './changed-parts.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Guard } from '../../components/guard.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { useOpened } from '../../components/use-opened.ts';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { fieldsOf, patchOf, type SettingsFields } from './form.ts';
import { AlertFields, ChannelFields, PeriodFields, SendingFields } from './fields.tsx';
import { PaperFields } from './papers.tsx';
import { StaffList } from './staff.tsx';

/** How the bureau sends and what it decides for itself. An administrator changes it, the others read it. */
export function Component(): ReactElement {
  const words = useWords();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/settings');
  return (
    <>
      <Head title={words.settings.title}>
        <ExportButton list="ledger" name={words.imports.ledger} />
      </Head>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data ? <Change settings={data} /> : null}
      {!data && !error ? <Card loading /> : null}
      <StaffList />
    </>
  );
}

interface Typed {
  /** What the person was looking at while typing. */
  readonly seen: Settings;
  readonly fields: SettingsFields;
}

/**
 * From the first keystroke the form keeps the content of that moment; what somebody else changes meanwhile is
 * shown.
 */
function Change({ settings }: { readonly settings: Settings }): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const { role } = useSession();
  const [form] = Form.useForm<SettingsFields>();
  const kept = useKept<Typed>('settings');
  const [dirty, setDirty] = useState(kept !== undefined);
  const opened = useOpened(settings, kept?.seen);
  const { seen } = opened;
  useKeep('settings', (): Typed | undefined => (dirty ? { seen, fields: valuesOf(form) } : undefined));
  const patch = useAct('PATCH /v1/jurisdictions/{j}/settings');
  const gate = { opened, busy: patch.isPending };
  const allowed = may.administer(role);
  // While nothing is typed, the form shows the present content.
  useEffect(() => {
    if (!dirty) form.setFieldsValue(fieldsOf(seen));
  }, [dirty, seen.version]);
  const goOn = (): void => {
    form.setFieldsValue(rebased(fieldsOf(seen), valuesOf(form), fieldsOf(settings)));
    opened.hold();
    patch.reset();
  };
  const submit = (fields: SettingsFields): void => {
    if (leadsToChange(gate)) return;
    patch.mutate(
      { ifMatch: seen.version, body: patchOf(fields, seen) },
      {
        onSuccess: () => {
          setDirty(false);
          opened.release();
          void message.success(words.common.saved);
        },
      },
    );
  };
  const typing = (): void => {
    if (dirty) return;
    opened.hold();
    setDirty(true);
  };
  return (
    <Form<SettingsFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!allowed}
      initialValues={kept?.fields ?? fieldsOf(seen)}
      onFinish={submit}
      onValuesChange={typing}
      scrollToFirstError
    >
      <Guard dirty={dirty && !patch.isPending} />
      <KeptNote shown={kept !== undefined} />
      {allowed ? null : <Alert type="info" className="problem" title={words.settings.readOnly} />}
      <p>
        {words.settings.discretionary} <Link to="/rules">{words.settings.toRules}</Link>
      </p>
      <SendingFields />
      <PeriodFields />
      <PaperFields papers={seen.papers} />
      <AlertFields />
      <ChannelFields />
      <Changed {...gate} parts={(one) => settingsParts(words, one)} accept={goOn} />
      <ProblemAlert error={patch.error} />
      {allowed ? (
        <Button type="primary" htmlType="submit" loading={patch.isPending} disabled={!dirty}>
          {words.common.save}
        </Button>
      ) : null}
    </Form>
  );
}
