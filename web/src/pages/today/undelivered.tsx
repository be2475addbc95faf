import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Notice, Subject } from '../../api/contract.ts';
import { usePages } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { NoticeTag } from '../../components/tags.tsx';
import { useWords } from '../../i18n/words.ts';

/** Contacts whose notices came back, for as long as they still have the address. */
export function Undelivered(): ReactElement {
  const words = useWords();
  const subjects = useSubjects();
  const route = 'GET /v1/jurisdictions/{j}/notices';
  const lists = [
    usePages(route, { query: { status: 'bounced' } }),
    usePages(route, { query: { status: 'failed' } }),
    usePages(route, { query: { status: 'complained' } }),
    usePages(route, { query: { status: 'suppressed' } }),
  ];
  const found = new Map<string, Notice>();
  for (const notice of lists.flatMap(({ items }) => items)) {
    if (holderOf(subjects, notice) !== undefined && !found.has(notice.to)) found.set(notice.to, notice);
  }
  return (
    <Card size="small" id="undelivered" title={<h2>{words.today.undeliveredTitle}</h2>}>
      <ProblemAlert error={lists.find(({ error }) => error)?.error} />
      {found.size === 0 ? null : <p className="hint tight">{words.today.undeliveredHint}</p>}
      <Rows<Notice>
        label={words.today.undeliveredTitle}
        rows={[...found.values()]}
        rowKey={({ id }) => id}
        loading={lists.some(({ isLoading }) => isLoading)}
        empty={words.today.undeliveredEmpty}
        pageSize={6}
        columns={[
          {
            title: words.notices.to,
            narrow: 'first',
            render: (notice) => (
              <>
                <Link to={`/subjects/${holderOf(subjects, notice)?.id ?? notice.subjectId}?tab=facts`}>
                  {holderOf(subjects, notice)?.name}
                </Link>
                <br />
                {notice.to}
              </>
            ),
          },
          { title: words.duty.status, width: 96, render: ({ status }) => <NoticeTag status={status} /> },
        ]}
      />
    </Card>
  );
}

/** Whose contact it is: the subject’s, or its parent’s. */
function holderOf(subjects: ReadonlyMap<string, Subject>, { subjectId, to }: Notice): Subject | undefined {
  const own = subjects.get(subjectId);
  const parent = subjects.get(own?.parentId ?? '');
  return [own, parent].find((subject) =>
    subject?.contacts.some(({ email, mobile }) => email === to || mobile === to),
  );
}
