import { Alert, App, Button, Card, Form } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Settings } from '../../api/contract.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { settingsParts } from './changed-parts.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Guard } from '../../components/guard.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useEditing } from '../../components/use-editing.ts';
import { KeptNote } from '../../components/use-kept.tsx';
import { useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { fieldsOf, patchOf, type SettingsFields } from './form.ts';
import { AlertFields, ChannelFields, PeriodFields, SendingFields, SignInFields } from './fields.tsx';
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

/**
 * From the first keystroke the form keeps the content of that moment; what somebody else changes meanwhile is
 * shown.
 */
function Change({ settings }: { readonly settings: Settings }): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const { role } = useSession();
  const patch = useAct('PATCH /v1/jurisdictions/{j}/settings');
  const { form, seen, dirty, gate, ...editing } = useEditing('settings', settings, fieldsOf, patch);
  const allowed = may.administer(role);
  const submit = (fields: SettingsFields): void => {
    if (leadsToChange(gate)) return;
    patch.mutate(
      { ifMatch: seen.version, body: patchOf(fields, seen) },
      {
        onSuccess: () => {
          editing.stored();
          void message.success(words.common.saved);
        },
      },
    );
  };
  return (
    <Form<SettingsFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!allowed}
      initialValues={editing.initial}
      onFinish={submit}
      onValuesChange={editing.typing}
      scrollToFirstError
    >
      <Guard dirty={dirty && !patch.isPending} />
      <KeptNote shown={editing.isKept} />
      {allowed ? null : <Alert type="info" className="problem" title={words.settings.readOnly} />}
      <p>
        {words.settings.discretionary} <Link to="/rules">{words.settings.toRules}</Link>
      </p>
      <SendingFields />
      <PeriodFields />
      <PaperFields papers={seen.papers} />
      <AlertFields />
      <ChannelFields />
      <SignInFields />
      <Changed {...gate} parts={(one) => settingsParts(words, one)} accept={editing.goOn} />
      <ProblemAlert error={patch.error} />
      {allowed ? (
        <Button type="primary" htmlType="submit" loading={patch.isPending} disabled={!dirty}>
          {words.common.save}
        </Button>
      ) : null}
    </Form>
  );
}
