import { Button, Space } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Escalation, SubjectDetail } from '../../api/contract.ts';
import { usePages } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { EscalationTag } from '../../components/tags.tsx';
import { dayText } from '../../i18n/format.ts';
import { useDownload } from '../../components/use-download.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** The measures against the subject, with their documents. */
export function Escalations({ subject }: { readonly subject: SubjectDetail }): ReactElement {
  const { id } = subject;
  const { words, language } = useSpeech();
  const { role } = useSession();
  const navigate = useNavigate();
  const { fetchFile, failure } = useDownload();
  const list = usePages('GET /v1/jurisdictions/{j}/escalations', { query: { subjectId: id } });
  const fetchOf = (of: string, file: string): void =>
    fetchFile(`/v1/jurisdictions/{j}/escalations/${encodeURIComponent(of)}/${file}`);
  return (
    <>
      {may.write(role) && subject.kind !== 'bureau' && subject.retiredOn === undefined ? (
        <Space wrap className="no-print between">
          <Button onClick={() => void navigate(`/escalations/new?of=${id}`)}>
            {words.escalations.create}
          </Button>
          <Button onClick={() => void navigate(`/escalations/new?of=${id}&taken`)}>
            {words.drafting.howTakenShort}
          </Button>
        </Space>
      ) : null}
      <ProblemAlert error={list.error ?? failure} />
      <Rows<Escalation>
        label={words.subjects.tabs.escalations}
        rows={list.items}
        rowKey={(row) => row.id}
        loading={list.isPending}
        empty={words.subjects.noEscalations}
        columns={[
          {
            title: words.duty.at,
            width: 130,
            narrow: 'first',
            render: ({ draftedAt }) => dayText(draftedAt, language),
          },
          {
            title: words.subjects.tabs.escalations,
            render: (row) => (
              <Link to={`/escalations/${row.id}`}>
                {row.name === '' ? wordFor(words.terms.steps, row.step) : row.name}
              </Link>
            ),
          },
          {
            title: words.duty.clause,
            render: ({ citation }) => `${citation.title} ${citation.section}`,
          },
          { title: words.duty.status, width: 100, render: ({ status }) => <EscalationTag status={status} /> },
          {
            title: words.facts.fields.document,
            width: 270,
            render: (row) => (
              <Space className="no-print">
                <Button size="small" onClick={() => fetchOf(row.id, 'document.docx')}>
                  {words.subjects.document}
                </Button>
                {role === 'unit' ? null : (
                  <Button size="small" onClick={() => fetchOf(row.id, 'dossier.zip')}>
                    {words.subjects.dossier}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
    </>
  );
}
