import type { CaseWorld } from './world.ts';
import { decisionChain, filingChain, levelText, levelsBefore, type Chain } from './chain.ts';
import type { CaseFile, Level } from './file.ts';
import { lackingAfterService } from './after-service.ts';
import { finePaidOn } from './collecting.ts';
import { cited } from '../../rules/rule.ts';
import { fieldError, kindOf, type FieldError } from '../../outcome.ts';
import { spotFilingLacks, spotLacks } from './spot.ts';
import { lawFigure } from './law-figure.ts';
import type { Raised } from '../../problems/raise.ts';
import type { CaseEvent } from './state.ts';
import { workingDaysAfter } from '../time/dates.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { defenceEnd } from '../escalations/ladder.ts';

type Lacking = (file: CaseFile, world: CaseWorld) => FieldError[];

const evidenceOf: Lacking = ({ evidence }, { rules }) =>
  evidence ? [] : [fieldError('evidence-secured', 'case.no-evidence', cited(rules.evidence))];

const lacking: Partial<Record<CaseEvent, Lacking>> = {
  ...lackingAfterService,
  'evidence-secured': ({ evidence }, { rules }) =>
    evidence
      ? [fieldError('event', 'case.evidence-secured', { ...cited(rules.evidence), at: evidence.at })]
      : [],
  'evidence-formalities': (file, world) => {
    const { evidence } = world.rules;
    if (!evidence.deadline) return [fieldError('event', 'case.no-formalities', cited(evidence))];
    return file.evidence?.formalitiesAt === undefined
      ? evidenceOf(file, world)
      : [fieldError('event', 'case.formalities-done', { at: file.evidence.formalitiesAt })];
  },
  'evidence-decision': (file, world) =>
    file.evidence?.decidedOn === undefined
      ? evidenceOf(file, world)
      : [fieldError('event', 'case.evidence-decided', { on: file.evidence.decidedOn })],
  'spot-decision': spotLacks,
  'spot-filing': spotFilingLacks,
  'filing-proposal': ({ discovered }, { rules, facts }) =>
    discovered === undefined && facts.day('discoveredOn') === undefined
      ? [fieldError('discovery-record', 'case.no-discovery', cited(rules.discovery))]
      : [],
  'filing-review': (file, { rules }) => levelLacks(filingChain(file, rules), 'review', 'filing'),
  'filing-legal-review': (file, { rules }) => levelLacks(filingChain(file, rules), 'legal-review', 'filing'),
  'filing-approval': (file, { rules }) => levelLacks(filingChain(file, rules), 'approval', 'filing'),
  'hearing-request': ({ hearing }) =>
    hearing ? [fieldError('event', 'case.hearing-asked', { on: hearing.requestedOn })] : [],
  'hearing-notice': (file) => hearingLacks(file),
  'hearing-held': (file) => hearingLacks(file),
  'hearing-withdrawn': (file) => hearingLacks(file),
  'decision-proposal': proposalLacks,
  'decision-review': (file, { rules, choices }) =>
    levelLacks(decisionChain(file, rules, choices), 'review', 'decision'),
  'decision-legal-review': (file, { rules, choices }) =>
    levelLacks(decisionChain(file, rules, choices), 'legal-review', 'decision'),
  'collective-discussion': (file, { rules, choices }) =>
    levelLacks(decisionChain(file, rules, choices), 'collective-discussion', 'decision'),
  'decision-approval': (file, { rules, choices }) =>
    levelLacks(decisionChain(file, rules, choices), 'approval', 'decision'),
  closing: (file, world) => [
    ...(file.executedOn === undefined && !isCollected(file, world)
      ? [fieldError('execution', 'case.no-execution', cited(world.rules.stages))]
      : []),
    ...(file.onTheSpot === true && file.spotFiledOn === undefined
      ? [fieldError('spot-filing', 'case.spot-unfiled', cited(world.rules.onTheSpot))]
      : []),
  ],
};

/** All was paid, or nothing is to be paid any more. */
const isCollected = (file: CaseFile, world: CaseWorld): boolean =>
  file.fine.remedies.some(({ result }) => result === 'revoked') || finePaidOn(file, world) !== undefined;

/** It was done already, or can never be: 409 in place of 422. */
export const isSettled = (lack: Raised): boolean => kindOf(lack) === 'conflict';

/** What an event still lacks, whoever enters it and whatever it says: by the field or the event that it needs. */
export function caseLacks(file: CaseFile, name: CaseEvent, world: CaseWorld): FieldError[] {
  return lacking[name]?.(file, world) ?? [];
}

const eventOf = (of: 'filing' | 'decision', kind: Level['kind']): string =>
  kind === 'collective-discussion' ? kind : `${of}-${kind}`;

function levelLacks(chain: Chain | undefined, kind: Level['kind'], of: 'filing' | 'decision'): FieldError[] {
  if (!chain)
    return of === 'filing'
      ? [fieldError('filing-proposal', 'case.no-filing-proposal')]
      : [fieldError('decision-proposal', 'case.no-decision-proposal')];
  const { rule } = chain;
  const level = (one: Level['kind']) => ({ ...cited(rule), level: levelText(rule, one) });
  if (kind !== 'collective-discussion' && !chain.levels.includes(kind))
    return [fieldError('event', 'case.no-level', cited(rule))];
  if (chain.done.some((passed) => passed.kind === kind))
    return [fieldError('event', 'case.level-passed', level(kind))];
  return levelsBefore(chain, kind).map((before) =>
    fieldError(eventOf(of, before), 'case.level-first', level(before)),
  );
}

const hearingLacks = ({ hearing }: CaseFile): FieldError[] => {
  if (!hearing) return [fieldError('hearing-request', 'case.no-hearing')];
  return hearing.endedOn === undefined
    ? []
    : [fieldError('event', 'case.hearing-ended', { on: hearing.endedOn })];
};

/** The last day on which the party may state, defend itself, or ask for a hearing. 行政处罚法第四十五条、第六十四条. */
function heardUntil(noticeOn: string, world: Heard): Day {
  const served = day(noticeOn);
  const hearing = hearingUntil(served, world);
  const defence = defenceEnd(world.policy, world.rules.statement, served);
  return defence > hearing ? defence : hearing;
}

type Heard = Pick<CaseWorld, 'policy' | 'rules' | 'choices'>;

/** The last day on which the party may ask for a hearing: working days (行政处罚法第六十四条、第八十五条). */
export const hearingUntil = (served: Day, world: Heard): Day => {
  const { value } = lawFigure(world, 'hearing', 'requestWorkingDays');
  return workingDaysAfter(world.policy.calendar, served, value).dueOn;
};

function proposalLacks({ notice, reportOn, statement, hearing }: CaseFile, world: CaseWorld): FieldError[] {
  const { rules, now } = world;
  const lacks: FieldError[] = [];
  if (reportOn === undefined)
    lacks.push(fieldError('investigation-report', 'case.no-report', cited(rules.decision)));
  const until = notice && heardUntil(notice.on, world);
  if (until !== undefined && dayOf(now) <= until)
    lacks.push(fieldError('prior-notice', 'case.heard-until', { until: formatDay(until) }));
  if (!statement) lacks.push(fieldError('statement', 'case.no-statement', cited(rules.statement)));
  if (hearing !== undefined && hearing.endedOn === undefined)
    lacks.push(fieldError('hearing-held', 'case.hearing-first', cited(rules.statement)));
  return lacks;
}
