import { Card } from 'antd';
import type { ReactElement } from 'react';
import type { StaffMember } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

/** The bureau’s people, with their enforcement certificates. */
export function StaffList(): ReactElement {
  const { words, language } = useSpeech();
  const { data, error, refetch, isPending } = useRead('GET /v1/jurisdictions/{j}/staff');
  return (
    <Card
      size="small"
      className="regime between"
      title={<h2>{words.settings.staff}</h2>}
      extra={<ExportButton list="staff" />}
    >
      <ProblemAlert error={error} retry={() => void refetch()} />
      <Rows<StaffMember>
        label={words.settings.staff}
        rows={data?.items ?? []}
        rowKey={({ sub }) => sub}
        loading={isPending}
        empty={words.settings.staffEmpty}
        columns={[
          { title: words.subjects.contactName, narrow: 'first', render: ({ name }) => name },
          { title: words.facts.fields.sub, render: ({ sub }) => sub },
          { title: words.signIn.role, render: ({ role }) => words.terms.roles[role] },
          { title: words.facts.fields.email, render: ({ email }) => email ?? '' },
          { title: words.settings.certificate, render: ({ certificate }) => certificate?.number ?? '' },
          {
            title: words.settings.validUntil,
            render: ({ certificate }) =>
              certificate === undefined ? '' : dayText(certificate.validUntil, language),
          },
        ]}
      />
    </Card>
  );
}
