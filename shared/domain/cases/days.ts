import type { CaseBody } from './event.ts';
import type { CaseFile } from './file.ts';
import type { CaseWorld, Lack } from './lacks.ts';
import { day, formatDay } from '../time/day.ts';
import { dayOf, instant } from '../time/instant.ts';

interface Dated {
  readonly path: string;
  readonly on: string;
  /** What it cannot come before. */
  readonly after?: { readonly what: string; readonly on: string | undefined };
}

/** The days that an event names, each with the one that it follows. */
function daysOf(body: CaseBody, file: CaseFile, { facts }: CaseWorld): Dated[] {
  const on = (what: string, after: string | undefined): Dated[] =>
    'on' in body ? [{ path: 'on', on: body.on, after: { what, on: after } }] : [];
  const notice = file.notice?.on;
  switch (body.event) {
    case 'filing-proposal':
      return on('the discovery', facts.text('discoveredOn') ?? file.discovered);
    case 'filing-approval':
      return on('its proposal', file.filing?.on);
    case 'investigation-report':
      return on('the filing', file.filedOn);
    case 'prior-notice':
      return [{ path: 'servedOn', on: body.servedOn, after: { what: 'the filing', on: file.filedOn } }];
    case 'hearing-request':
      return on('the prior notice', notice);
    case 'hearing-held':
      return [
        {
          path: 'noticeServedOn',
          on: body.noticeServedOn,
          after: { what: 'the request', on: file.hearing?.requestedOn },
        },
        ...on('its notice', body.noticeServedOn),
      ];
    case 'hearing-withdrawn':
      return on('the request', file.hearing?.requestedOn);
    case 'decision-proposal':
      return on('the prior notice', notice);
    case 'collective-discussion':
    case 'decision-approval':
      return on('the proposal', file.proposal?.body.on);
    case 'service':
      return on('the decision', file.decision?.on);
    case 'execution':
      return on('the service', file.servedOn);
    case 'closing':
      return on('the execution', file.executedOn);
    case 'evidence-decision':
      return on('the measure', file.evidence && formatDay(dayOf(instant(file.evidence.at))));
    default:
      return [];
  }
}

/** No day in the future, none before what it follows. */
export function dayFlaws(body: CaseBody, file: CaseFile, world: CaseWorld): Lack[] {
  const today = dayOf(world.now);
  const late =
    'at' in body && instant(body.at) > world.now
      ? [{ path: 'at', message: `${body.at} is in the future: enter it when it has happened` }]
      : [];
  return [
    ...late,
    ...daysOf(body, file, world).flatMap(({ path, on, after }): Lack[] => {
      if (day(on) > today)
        return [{ path, message: `${on} is in the future: enter it when it has happened` }];
      if (after?.on !== undefined && on < after.on)
        return [{ path, message: `${on} is before ${after.what} (${after.on}): correct one of them` }];
      return [];
    }),
  ];
}
