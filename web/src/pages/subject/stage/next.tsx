import { Button, Tag } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { SubjectDetail } from '../../../api/contract.ts';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { wordFor } from '../../../i18n/shape/table.ts';
import { isKept } from '../../../session/kept-forms.ts';
import { formName, isStageEvent, type OpenEvent } from './fields.ts';
import { Lacks } from './lacks.tsx';
import './stage.css';

const EventForm = lazy(() => import('./form.tsx'));

/** Events aside from the way, back or out of it. The others lead on. */
const aside: ReadonlySet<string> = new Set([
  'evidence-secured',
  'evidence-formalities',
  'evidence-decision',
  'hearing-request',
  'no-case',
  'filing-return',
  'filing-refusal',
  'recusal',
  'hearing-withdrawn',
  'deferral-request',
  'remedy-begun',
  'decision-return',
  'withdraw-case',
  'withdraw-application',
]);

/** What this person may enter now, and what prevents the rest. */
export function Next({ subject }: { readonly subject: SubjectDetail }): ReactElement {
  const words = useStageWords();
  const events = subject.events ?? [];
  // As it was when its form opened: the form stays when somebody else enters the event first.
  const [opened, setOpened] = useState(() => events.find(({ event }) => isKept(formName(event))));
  const mine = events.filter(
    ({ event, open, barred }) => open && barred === undefined && isStageEvent(event),
  );
  const later = events.filter((event) => !mine.includes(event));
  const now = mine.find(({ event }) => event === opened?.event);
  const live = subject.retiredOn === undefined;
  if (events.length === 0 && !opened) return <p className="hint tight">{words.ended}</p>;
  return (
    <>
      <h2 className="between">{words.now}</h2>
      {mine.length === 0 || !live ? (
        <p className="hint tight">{words.nothing}</p>
      ) : (
        <div className="stage-acts no-print">
          {[...mine.filter(leadsOn), ...mine.filter((event) => !leadsOn(event))].map((event) => (
            <Button
              key={event.event}
              type={leadsOn(event) ? 'primary' : 'default'}
              onClick={() => setOpened(event)}
            >
              {wordFor(words.events, event.event)}
            </Button>
          ))}
        </div>
      )}
      {later.length === 0 ? null : (
        <>
          <h2 className="between">{words.later}</h2>
          <ul className="plain">
            {later.map((event) => (
              <li key={event.event}>
                {wordFor(words.events, event.event)}{' '}
                {event.barred === undefined ? null : <Tag>{wordFor(words.barred, event.barred.code)}</Tag>}
                <Lacks event={event} />
              </li>
            ))}
          </ul>
        </>
      )}
      {opened ? (
        <Suspense>
          <EventForm
            key={opened.event}
            open={opened}
            possible={now !== undefined && live}
            renew={() => setOpened(now)}
            subject={subject}
            close={() => setOpened(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

const leadsOn = ({ event }: OpenEvent): boolean => !aside.has(event);
