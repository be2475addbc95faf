import type { ReactElement } from 'react';
import { useWords } from '../../i18n/words.ts';

interface FiguresProps {
  readonly overdue: number;
  readonly unconfirmed: number;
  readonly dueSoon: number;
  /** Undefined while it is loading. */
  readonly reports: number | undefined;
}

/** The day in four figures. Each links to its list. */
export function Figures({ overdue, unconfirmed, dueSoon, reports }: FiguresProps): ReactElement {
  const words = useWords();
  const shown = [
    { to: '#overdue', name: words.today.overdue, value: overdue, tone: overdue > 0 ? 'late' : '' },
    { to: '#due-soon', name: words.today.dueSoon, value: dueSoon, tone: dueSoon > 0 ? 'near' : '' },
    { to: '#waiting', name: words.today.reports, value: reports, tone: '' },
    ...(unconfirmed === 0
      ? []
      : [{ to: '#unconfirmed', name: words.today.unconfirmed, value: unconfirmed, tone: 'near' }]),
  ];
  return (
    <ul className="figures">
      {shown.map(({ to, name, value, tone }) => (
        <li key={to}>
          <a href={to}>
            <span>{name}</span>
            <strong className={tone}>{value ?? '…'}</strong>
          </a>
        </li>
      ))}
    </ul>
  );
}
