import { Alert, App, Button, Card, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Settings } from '../api/contract.ts';
import { useAct, useRead } from '../api/use-api.ts';
import { ExportButton } from '../components/export-button.tsx';
import { Guard } from '../components/guard.tsx';
import { Head } from '../components/head.tsx';
import { ProblemAlert } from '../components/problem.tsx';
import { useWords } from '../i18n/words.ts';
import { may, useSession } from '../session/use-session.ts';
import { fieldsOf, patchOf, type SettingsFields } from '../settings-form.ts';
import { AlertFields, ChannelFields, PeriodFields, SendingFields } from './settings/fields.tsx';
import { StaffList } from './settings/staff.tsx';

/** How the bureau sends and what it decides for itself; an administrator changes it, the others read it. */
export function Component(): ReactElement {
  const words = useWords();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/settings');
  return (
    <>
      <Head title={words.settings.title}>
        <ExportButton list="ledger" name={words.imports.ledger} />
      </Head>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data ? <Change key={data.version} settings={data} /> : null}
      {!data && !error ? <Card loading /> : null}
      <StaffList />
    </>
  );
}

function Change({ settings }: { readonly settings: Settings }): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const { role } = useSession();
  const [dirty, setDirty] = useState(false);
  const patch = useAct('PATCH /v1/jurisdictions/{j}/settings');
  const allowed = may.administer(role);
  const submit = (fields: SettingsFields): void =>
    patch.mutate(
      { ifMatch: settings.version, body: patchOf(fields) },
      {
        onSuccess: () => {
          setDirty(false);
          void message.success(words.common.saved);
        },
      },
    );
  return (
    <Form<SettingsFields>
      layout="vertical"
      requiredMark={false}
      disabled={!allowed}
      initialValues={fieldsOf(settings)}
      onFinish={submit}
      onValuesChange={() => setDirty(true)}
      scrollToFirstError
    >
      <Guard dirty={dirty && !patch.isPending} />
      {allowed ? null : <Alert type="info" className="problem" title={words.settings.readOnly} />}
      <p>
        {words.settings.discretionary} <Link to="/rules">{words.settings.toRules}</Link>
      </p>
      <SendingFields />
      <PeriodFields />
      <AlertFields />
      <ChannelFields />
      <ProblemAlert error={patch.error} />
      {allowed ? (
        <Button type="primary" htmlType="submit" loading={patch.isPending} disabled={!dirty}>
          {words.common.save}
        </Button>
      ) : null}
    </Form>
  );
}
