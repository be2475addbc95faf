import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Obligation } from '../../api/contract.ts';
import { useDutyTitle, useSubjects } from '../../api/use-names.ts';
import { periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { Due, Nearness } from './due.tsx';
import { Rows, type Column } from '../../components/rows.tsx';
import { DutyTags } from '../../components/tags.tsx';

interface DutyRowsProps {
  readonly label: string;
  readonly duties: readonly Obligation[];
  readonly empty: ReactNode;
  readonly loading?: boolean;
  readonly pageSize?: number;
  /** Without the column of the subject. */
  readonly ofOne?: boolean;
  /** For a narrow place: only the subject and the duty. */
  readonly brief?: boolean;
  readonly more?: { readonly load: () => void; readonly loading: boolean } | undefined;
}

/** Duties as a register: the day links to its reasons, the name to the subject. */
export function DutyRows({ duties, ofOne, brief, ...rest }: DutyRowsProps): ReactElement {
  const { words, language } = useSpeech();
  const subjects = useSubjects();
  const titleOf = useDutyTitle();
  const who: Column<Obligation> = {
    title: words.duty.subject,
    render: ({ subjectId }) => (
      <Link to={`/subjects/${subjectId}`}>{subjects.get(subjectId)?.name ?? '…'}</Link>
    ),
  };
  const columns: Column<Obligation>[] = [
    {
      title: words.duty.due,
      width: brief === true ? 130 : 190,
      narrow: 'first',
      render: (duty) => (
        <>
          <Due duty={duty} /> <Nearness duty={duty} />
        </>
      ),
    },
    ...(ofOne === true ? [] : [who]),
    {
      title: words.duty.what,
      render: (duty) => <Link to={`/obligations/${duty.id}`}>{titleOf(duty)}</Link>,
    },
    {
      title: words.duty.period,
      width: 120,
      render: ({ period }) => (period === undefined ? '' : periodText(period, language)),
    },
    { title: words.duty.status, width: 190, render: (duty) => <DutyTags duty={duty} /> },
  ];
  const shown = brief === true ? columns.slice(0, 3) : columns;
  return <Rows<Obligation> {...rest} rows={duties} rowKey={({ id }) => id} columns={shown} />;
}
