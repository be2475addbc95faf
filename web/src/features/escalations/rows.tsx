import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Escalation } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { dayText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import { Rows, type RowsProps } from '../../components/rows.tsx';
import { EscalationTag } from '../../components/tags.tsx';

interface EscalationRowsProps extends Pick<
  RowsProps<Escalation>,
  'label' | 'loading' | 'more' | 'empty' | 'pageSize'
> {
  readonly items: readonly Escalation[];
  /** For the party to whom it was issued: the day of the issue instead of the draft. */
  readonly issued?: boolean;
}

export const documentName = (words: Words, { name, step }: Pick<Escalation, 'name' | 'step'>): string =>
  name === '' ? wordFor(words.terms.steps, step) : name;

/** Documents with the most important point of each: what is missing, who decides, until when. */
export function EscalationRows({ items, issued, ...rest }: EscalationRowsProps): ReactElement {
  const { words, language } = useSpeech();
  const subjects = useSubjects();
  return (
    <Rows<Escalation>
      {...rest}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          title: words.escalations.document,
          narrow: 'first',
          render: (row) => <Link to={`/escalations/${row.id}`}>{documentName(words, row)}</Link>,
        },
        {
          title: words.escalations.of,
          // Whoever a paper is against may read it and not what it is about.
          render: ({ subjectId, subjectName }) =>
            subjects.has(subjectId) ? <Link to={`/subjects/${subjectId}`}>{subjectName}</Link> : subjectName,
        },
        {
          title: words.escalations.basis,
          narrow: 'none',
          render: ({ citation }) => `${citation.title} ${citation.section}`,
        },
        {
          title: issued === true ? words.escalations.issuedOn : words.escalations.drafted,
          width: 130,
          render: ({ draftedAt, issue }) => (
            <span className="nowrap">
              {dayText(issued === true ? (issue?.on ?? draftedAt) : draftedAt, language)}
            </span>
          ),
        },
        {
          title: words.duty.status,
          width: 250,
          render: (row) => (
            <>
              <EscalationTag status={row.status} /> <span className="hint">{noteOf(row)}</span>
            </>
          ),
        },
      ]}
    />
  );

  function noteOf({ status, missing, approval, rectifyUntil, complied, service }: Escalation): string {
    if (status === 'draft')
      return missing.length === 0 ? words.escalations.ready : words.escalations.lacksCount(missing.length);
    if (status === 'awaiting-approval')
      return words.escalations.decidedBy(wordFor(words.terms.roles, approval.role));
    if (complied) return words.escalations.complied;
    if (service && rectifyUntil !== undefined)
      return `${words.escalations.until}${dayText(rectifyUntil, language)}`;
    return '';
  }
}
