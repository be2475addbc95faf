import type { ReactElement } from 'react';
import { useRead } from '../../api/use-api.ts';
import { useDutyTitle } from '../../api/use-names.ts';
import { Due, Nearness } from '../../features/duties/due.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

/** The state of the subject, in one line. */
export function Standing({ id }: { readonly id: string }): ReactElement | null {
  const { words, language } = useSpeech();
  const titleOf = useDutyTitle();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/status/{id}', { params: { id } });
  if (!data) return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : null;
  const { summary, next, lastNotice } = data;
  const counts = [
    [words.today.overdue, summary.late, summary.late > 0 ? 'late' : ''],
    ...(summary.unconfirmed > 0 ? [[words.today.unconfirmed, summary.unconfirmed, 'near'] as const] : []),
    [words.today.dueSoon, summary.dueSoon, summary.dueSoon > 0 ? 'near' : ''],
    [words.today.open, summary.open, ''],
    [words.today.fulfilled, summary.fulfilled, ''],
    [words.today.fulfilledLate, summary.fulfilledLate, ''],
  ] as const;
  return (
    <div className="standing" role="status" aria-label={words.subjects.summary}>
      {counts.map(([name, value, tone]) => (
        <span key={name}>
          {name} <strong className={tone}>{value}</strong>
        </span>
      ))}
      <span>
        {words.subjects.next}：
        {next ? (
          <>
            <Due duty={next} /> <Nearness duty={next} /> {titleOf(next)}
          </>
        ) : (
          words.subjects.noNext
        )}
      </span>
      <span>
        {words.subjects.lastNotice}：
        {lastNotice
          ? `${instantText(lastNotice.at, language)} ${wordFor({ ...words.terms.steps, ...words.terms.noticeKinds }, lastNotice.kind)}`
          : words.subjects.noNotice}
      </span>
    </div>
  );
}
