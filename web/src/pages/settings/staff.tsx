import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { StaffMember } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { deputyText } from './staff-fields.ts';
import { StaffForm } from './staff-form.tsx';

/** The bureau’s people, with their certificates and duties. An administrator changes them, the others read them. */
export function StaffList(): ReactElement {
  const { words } = useSpeech();
  const { role } = useSession();
  const { data, error, refetch, isPending } = useRead('GET /v1/jurisdictions/{j}/staff');
  return (
    <Card
      size="small"
      id="staff"
      className="regime between"
      title={<h2>{words.settings.staff}</h2>}
      extra={<ExportButton list="staff" />}
    >
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data && may.administer(role) ? (
        <StaffForm staff={data} />
      ) : (
        <People members={data?.items ?? []} loading={isPending} />
      )}
    </Card>
  );
}

interface PeopleProps {
  readonly members: readonly StaffMember[];
  readonly loading: boolean;
}

function People({ members, loading }: PeopleProps): ReactElement {
  const speech = useSpeech();
  const { words, language } = speech;
  return (
    <Rows<StaffMember>
      label={words.settings.staff}
      rows={members}
      rowKey={({ sub }) => sub}
      loading={loading}
      empty={words.settings.staffEmpty}
      columns={[
        { title: words.subjects.contactName, narrow: 'first', render: ({ name }) => name },
        { title: words.facts.fields.sub, render: ({ sub }) => sub },
        { title: words.signIn.role, render: ({ role }) => words.terms.roles[role] },
        {
          title: words.settings.duties,
          render: ({ duties = [] }) => duties.map((duty) => words.terms.staffDuties[duty]).join('、'),
        },
        { title: words.settings.deputy, render: (member) => deputyText(speech, member, members) },
        { title: words.facts.fields.email, render: ({ email }) => email ?? '' },
        { title: words.settings.certificate, render: ({ certificate }) => certificate?.number ?? '' },
        {
          title: words.settings.validUntil,
          render: ({ certificate }) =>
            certificate === undefined ? '' : dayText(certificate.validUntil, language),
        },
      ]}
    />
  );
}
