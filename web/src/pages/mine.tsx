import { Button, Card } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Obligation } from '../api/contract.ts';
import { useAll, useRead } from '../api/use-api.ts';
import { Feeds } from '../components/feeds.tsx';
import { Head } from '../components/head.tsx';
import { ProblemAlert } from '../components/problem.tsx';
import { dayText, plusDays } from '../format.ts';
import { useSpeech } from '../i18n/words.ts';
import { dueOf, isLate } from '../nearness.ts';
import { useSession } from '../session/use-session.ts';
import { Contacts } from './mine/contacts.tsx';
import { Documents } from './mine/documents.tsx';
import { DutyCards } from './mine/duty-cards.tsx';
import { Received } from './mine/received.tsx';

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

const isLive = ({ status }: Obligation): boolean => ['upcoming', 'open', 'overdue'].includes(status);
const dueDay = (duty: Obligation): string => dueOf(duty).slice(0, 10);

interface DutiesProps {
  readonly day: string;
  readonly duties: readonly Obligation[];
}

function Duties({ day, duties }: DutiesProps): ReactElement {
  const { words } = useSpeech();
  const { mine } = words;
  const live = duties.filter(isLive);
  const open = live.filter(({ report }) => report !== 'pending');
  const overdue = open.filter(isLate);
  const unpursued = open.filter((duty) => duty.status === 'overdue' && !isLate(duty));
  const ahead = open.filter(({ status }) => status !== 'overdue');
  const soon = ahead.filter((duty) => dueDay(duty) <= plusDays(day, SOON_DAYS));
  const later = ahead.filter((duty) => dueDay(duty) > plusDays(day, SOON_DAYS));
  const reported = live.filter(({ report }) => report === 'pending');
  const closed = duties
    .filter(({ status }) => ['fulfilled', 'fulfilled-late', 'waived'].includes(status))
    .reverse();
  const nothing = overdue.length + soon.length + reported.length === 0;
  return (
    <div className="stack">
      {nothing ? <p className="empty">{mine.none}</p> : null}
      <DutyCards title={mine.overdue} duties={overdue} />
      <DutyCards title={mine.soon} duties={soon} />
      <DutyCards title={mine.reported} duties={reported} />
      <Folded title={mine.later} duties={later} label={mine.showLater(later.length)} />
      <Folded title={mine.unpursued} duties={unpursued} label={mine.showUnpursued(unpursued.length)} />
      <Folded title={mine.closed} duties={closed} label={mine.showClosed(closed.length)} />
    </div>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly duties: readonly Obligation[];
  readonly label: string;
}

/** What is not for today stands behind a button. */
function Folded({ title, duties, label }: FoldedProps): ReactElement | null {
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
      {open ? <DutyCards title={title} duties={duties} /> : null}
    </>
  );
}
