import { Button, Card } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Obligation } from '../../api/contract.ts';
import { useAll, useRead } from '../../api/use-api.ts';
import { Feeds } from '../../features/feeds/feeds.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText, plusDays } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { dueOf, isLate } from '../../features/duties/nearness.ts';
import { useSession } from '../../session/use-session.ts';
import { Contacts } from './contacts.tsx';
import { Documents } from './documents.tsx';
import { DutyCards } from './duty-cards.tsx';
import { Received } from './received.tsx';

const SOON_DAYS = 30;

/** A unit’s own page: what is late, what is due, what was reported, what it was sent. */
export function Component(): ReactElement {
  const { words, language } = useSpeech();
  const { unitId = '' } = useSession();
  const status = useRead('GET /v1/jurisdictions/{j}/status/{id}', { params: { id: unitId } });
  const duties = useAll('GET /v1/jurisdictions/{j}/obligations');
  const day = status.data?.asOf.slice(0, 10);
  const name = status.data?.subject.name;
  return (
    <>
      <Head
        title={words.mine.title}
        beside={
          <span>
            {name} {day === undefined ? '' : dayText(day, language)}
          </span>
        }
      />
      <p className="hint">{words.mine.lead}</p>
      <ProblemAlert
        error={status.error ?? duties.error}
        retry={() => void Promise.all([status.refetch(), duties.refetch()])}
      />
      {day === undefined || !duties.data ? <Card loading /> : <Duties day={day} duties={duties.data} />}
      <Documents />
      <Received />
      <Contacts unitId={unitId} />
      <Feeds />
    </>
  );
}

const dueDay = (duty: Obligation): string => dueOf(duty).slice(0, 10);

type Group = 'overdue' | 'unpursued' | 'soon' | 'later' | 'reported' | 'closed';

/** The heading under which a duty is listed; undefined when it is no longer shown. */
function groupOf(duty: Obligation, day: string): Group | undefined {
  if (duty.status === 'superseded') return undefined;
  if (!['upcoming', 'open', 'overdue'].includes(duty.status)) return 'closed';
  if (duty.report === 'pending') return 'reported';
  if (duty.status === 'overdue') return isLate(duty) ? 'overdue' : 'unpursued';
  return dueDay(duty) <= plusDays(day, SOON_DAYS) ? 'soon' : 'later';
}

interface DutiesProps {
  readonly day: string;
  readonly duties: readonly Obligation[];
}

interface Held {
  readonly id: string;
  readonly group: Group | undefined;
}

function Duties({ day, duties }: DutiesProps): ReactElement {
  const { words } = useSpeech();
  const { mine } = words;
  // A duty whose form is open stays where it is: under another heading the form would be a new, empty one.
  const [held, setHeld] = useState<Held>();
  const placeOf = (duty: Obligation): Group | undefined =>
    held?.id === duty.id ? held.group : groupOf(duty, day);
  const onOpen = (id: string, open: boolean): void => {
    const duty = duties.find((one) => one.id === id);
    if (open && duty) setHeld({ id, group: groupOf(duty, day) });
    else setHeld((present) => (present?.id === id ? undefined : present));
  };
  const of = (group: Group) => {
    const found = duties.filter((duty) => placeOf(duty) === group);
    return { title: mine[group], duties: group === 'closed' ? found.reverse() : found, onOpen };
  };
  const [later, unpursued, closed] = [of('later'), of('unpursued'), of('closed')];
  const nothing = [of('overdue'), of('soon'), of('reported')].every((group) => group.duties.length === 0);
  return (
    <div className="stack">
      {nothing ? <p className="empty">{mine.none}</p> : null}
      <DutyCards {...of('overdue')} />
      <DutyCards {...of('soon')} />
      <DutyCards {...of('reported')} />
      <Folded {...later} label={mine.showLater(later.duties.length)} />
      <Folded {...unpursued} label={mine.showUnpursued(unpursued.duties.length)} />
      <Folded {...closed} label={mine.showClosed(closed.duties.length)} />
    </div>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly duties: readonly Obligation[];
  readonly label: string;
  readonly onOpen: (id: string, open: boolean) => void;
}

/** Duties that are not for today are behind a button. */
function Folded({ title, duties, label, onOpen }: FoldedProps): ReactElement | null {
  const { mine } = useSpeech().words;
  const [open, setOpen] = useState(false);
  if (duties.length === 0) return null;
  return (
    <>
      <p className="no-print">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? `${mine.hide}（${title}）` : label}
        </Button>
      </p>
      {open ? <DutyCards title={title} duties={duties} onOpen={onOpen} /> : null}
    </>
  );
}
