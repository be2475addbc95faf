import type { CaseBody } from './event.ts';
import type { CaseFile } from './file.ts';
import { openRemedy } from './fine.ts';
import type { CaseWorld } from './world.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import type { milestoneNames } from '../../vocabulary/stage-words.ts';
import { day, formatDay } from '../time/day.ts';
import { dayOf, instant } from '../time/instant.ts';

type Milestone = keyof typeof milestoneNames;

interface Dated {
  readonly path: string;
  readonly on: string;
  /** What it cannot come before. */
  readonly after?: { readonly milestone: Milestone; readonly on: string | undefined };
}

const servedAfter = (servedOn: string, milestone: Milestone, on: string | undefined): Dated[] => [
  { path: 'servedOn', on: servedOn, after: { milestone, on } },
];

/** The days that an event names, each with the one that it follows. */
function daysOf(body: CaseBody, file: CaseFile, { facts }: CaseWorld): Dated[] {
  const on = (milestone: Milestone, after: string | undefined): Dated[] =>
    'on' in body ? [{ path: 'on', on: body.on, after: { milestone, on: after } }] : [];
  const notice = file.notice?.on;
  switch (body.event) {
    case 'filing-proposal':
      return on('discovery', facts.text('discoveredOn') ?? file.discovered);
    case 'transfer':
      return on('discovery', facts.text('discoveredOn') ?? file.discovered);
    case 'filing-approval':
      return on('filing-proposal', file.filing?.on);
    case 'investigation-report':
      return on('filing', file.filedOn);
    case 'prior-notice':
      return servedAfter(body.servedOn, 'filing', file.filedOn);
    case 'hearing-request':
      return on('prior-notice', notice);
    case 'hearing-notice':
      return servedAfter(body.servedOn, 'hearing-request', file.hearing?.requestedOn);
    case 'hearing-held': {
      const served = body.noticeServedOn ?? file.hearing?.notice?.servedOn;
      const notice =
        body.noticeServedOn === undefined
          ? []
          : [
              {
                path: 'noticeServedOn',
                on: body.noticeServedOn,
                after: { milestone: 'hearing-request', on: file.hearing?.requestedOn },
              } as const,
            ];
      return [...notice, ...on('hearing-notice', served)];
    }
    case 'hearing-withdrawn':
      return on('hearing-request', file.hearing?.requestedOn);
    case 'decision-proposal':
      return on('prior-notice', notice);
    case 'collective-discussion':
    case 'decision-approval':
      return on('proposal', file.proposal?.body.on);
    case 'service':
      return on('decision', file.decision?.on);
    case 'payment':
    case 'deferral-request':
    case 'remedy-begun':
      return on('service', file.servedOn);
    case 'deferral-decision':
      return on('deferral-request', file.deferral?.on);
    case 'remedy-ended':
      return on('remedy', openRemedy(file.fine)?.from);
    case 'demand':
      return servedAfter(body.servedOn, 'service', file.servedOn);
    case 'court-application':
      return on('demand', file.fine.demandOn);
    case 'execution':
    case 'spot-filing':
      return on('service', file.servedOn);
    case 'closing':
      return on('execution', file.executedOn);
    case 'evidence-decision':
      return on('evidence-measure', file.evidence && formatDay(dayOf(instant(file.evidence.at))));
    default:
      return [];
  }
}

/** No day in the future, none before what it follows. */
export function dayFlaws(body: CaseBody, file: CaseFile, world: CaseWorld): FieldError[] {
  const today = dayOf(world.now);
  const late =
    'at' in body && body.at !== undefined && instant(body.at) > world.now
      ? [fieldError('at', 'stage.future', { when: body.at })]
      : [];
  return [
    ...late,
    ...daysOf(body, file, world).flatMap(({ path, on, after }): FieldError[] => {
      if (day(on) > today) return [fieldError(path, 'stage.future', { when: on })];
      if (after?.on === undefined || on >= after.on) return [];
      const { milestone } = after;
      return [fieldError(path, 'stage.before', { day: on, milestone, on: after.on })];
    }),
  ];
}
