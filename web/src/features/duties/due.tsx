import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import type { Obligation } from '../../api/contract.ts';
import { useToday } from '../../api/use-today.ts';
import { momentText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { dueOf, nearnessOf } from './nearness.ts';

/** The address of this page with the drawer “why this date” open. */
function useWhyAddress(): (id: string) => string {
  const { pathname, search } = useLocation();
  return (id) => {
    const query = new URLSearchParams(search);
    query.set('why', id);
    return `${pathname}?${query.toString()}`;
  };
}

/** A due day that opens its explanation. */
export function Due({ duty }: { readonly duty: Obligation }): ReactElement {
  const { words, language } = useSpeech();
  const why = useWhyAddress();
  return (
    <Link
      to={why(duty.id)}
      preventScrollReset
      className="nowrap"
      title={words.duty.why}
      aria-label={`${momentText(dueOf(duty), language)} · ${words.duty.why}`}
    >
      {momentText(dueOf(duty), language)}
    </Link>
  );
}

/** 还有3天, 逾期5天. What nobody pursues is past, not late. */
export function Nearness({ duty }: { readonly duty: Omit<Obligation, 'report'> }): ReactElement | null {
  const { words, language } = useSpeech();
  const today = useToday();
  const near = today === undefined ? undefined : nearnessOf(duty, today);
  if (!near) return null;
  const { is, days } = near;
  if (is === 'late') return <span className="late">{words.duty.late(days)}</span>;
  if (is === 'past') return <span className="hint">{words.duty.past(days)}</span>;
  if (is === 'grace')
    return <span className="near">{words.duty.grace(momentText(duty.overdueFrom, language))}</span>;
  return <span className={days <= 7 ? 'near' : 'hint'}>{words.duty.left(days)}</span>;
}
