import type { StaffMember } from '../../records/records.ts';
import type { Choices } from '../../rules/rule.ts';
import type { Role } from '../../rules/schema.ts';
import { decisionChain, filingChain, levelText, levelsBefore, type Chain } from './chain.ts';
import type { CaseFile, Level } from './file.ts';
import { clauseOf, type CaseRules } from './rules.ts';
import type { CaseEvent } from './state.ts';
import { workingDaysAfter } from '../time/dates.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import type { FactReader } from '../register/facts.ts';
import { dayOf, type Instant } from '../time/instant.ts';
import { defenceEnd } from '../escalations/ladder.ts';
import type { Policy } from '../duties/schedule.ts';

/** What an event of a case is judged by, beside the events before it. */
export interface CaseWorld {
  readonly rules: CaseRules;
  readonly policy: Policy;
  readonly choices: Choices;
  readonly facts: FactReader;
  readonly staff: readonly StaffMember[];
  readonly now: Instant;
  /** role:sub of who enters it. */
  readonly by: string;
  readonly role: Role;
}

/** What stands in an event’s way: the field or the event that it needs. */
export interface Lack {
  readonly path: string;
  readonly message: string;
  /** It was done already, or can never be: 409 in place of 422. */
  readonly settled?: boolean;
}

type Lacking = (file: CaseFile, world: CaseWorld) => Lack[];

const event = (path: string, message: string): Lack => ({ path, message });
const settled = (message: string): Lack => ({ path: 'event', message, settled: true });

const evidenceOf: Lacking = ({ evidence }, { rules }) =>
  evidence
    ? []
    : [event('evidence-secured', `${clauseOf(rules.evidence)}: no evidence measure is on record`)];

const lacking: Partial<Record<CaseEvent, Lacking>> = {
  'evidence-secured': ({ evidence }, { rules }) =>
    evidence
      ? [
          settled(
            `${clauseOf(rules.evidence)}: a measure of ${evidence.at} is on record; its 24 hours are kept`,
          ),
        ]
      : [],
  'evidence-formalities': (file, world) =>
    file.evidence?.formalitiesAt === undefined
      ? evidenceOf(file, world)
      : [settled(`the formalities were completed at ${file.evidence.formalitiesAt}`)],
  'evidence-decision': (file, world) =>
    file.evidence?.decidedOn === undefined
      ? evidenceOf(file, world)
      : [settled(`the evidence was decided on at ${file.evidence.decidedOn}`)],
  'filing-proposal': ({ discovered }, { rules, facts }) =>
    discovered === undefined && facts.day('discoveredOn') === undefined
      ? [
          event(
            'discovery-record',
            `${clauseOf(rules.discovery)}: record the discovery first, or enter facts.discoveredOn`,
          ),
        ]
      : [],
  'filing-review': (file, { rules }) => levelLacks(filingChain(file, rules), 'review', 'filing'),
  'filing-legal-review': (file, { rules }) => levelLacks(filingChain(file, rules), 'legal-review', 'filing'),
  'filing-approval': (file, { rules }) => levelLacks(filingChain(file, rules), 'approval', 'filing'),
  'hearing-request': ({ hearing }) =>
    hearing ? [settled(`a hearing was asked for on ${hearing.requestedOn}`)] : [],
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
  closing: ({ executedOn }, { rules }) =>
    executedOn === undefined
      ? [event('execution', `${clauseOf(rules.stages)}: record the execution before the case is closed`)]
      : [],
};

/** What an event still lacks, whoever enters it and whatever it says. */
export function caseLacks(file: CaseFile, name: CaseEvent, world: CaseWorld): Lack[] {
  return lacking[name]?.(file, world) ?? [];
}

const eventNames = {
  review: 'review',
  'legal-review': 'legal-review',
  'collective-discussion': 'collective-discussion',
  approval: 'approval',
} as const satisfies Record<Level['kind'], string>;

export const eventOf = (of: 'filing' | 'decision', kind: Level['kind']): string =>
  kind === 'collective-discussion' ? kind : `${of}-${eventNames[kind]}`;

function levelLacks(chain: Chain | undefined, kind: Level['kind'], of: 'filing' | 'decision'): Lack[] {
  if (!chain) return [event(`${of}-proposal`, `there is no ${of} proposal to decide on`)];
  const clause = clauseOf(chain.rule);
  if (kind !== 'collective-discussion' && !chain.levels.includes(kind))
    return [settled(`${clause}: this office’s chain has no such level`)];
  if (chain.done.some((level) => level.kind === kind))
    return [settled(`${clause}: “${levelText(chain.rule, kind)}” was passed already`)];
  return levelsBefore(chain, kind).map((before) =>
    event(eventOf(of, before), `${clause}: “${levelText(chain.rule, before)}” comes first`),
  );
}

const hearingLacks = ({ hearing }: CaseFile): Lack[] => {
  if (!hearing) return [event('hearing-request', 'no hearing was asked for')];
  return hearing.endedOn === undefined ? [] : [settled(`the hearing ended on ${hearing.endedOn}`)];
};

/** The last day on which the party may state, defend itself, or ask for a hearing. 行政处罚法第四十五条、第六十四条. */
export function heardUntil(noticeOn: string, policy: Policy): Day {
  const served = day(noticeOn);
  const hearing = hearingUntil(served, policy);
  const defence = defenceEnd(policy, served);
  return defence > hearing ? defence : hearing;
}

/** 五日 of 行政处罚法第六十四条: working days (第八十五条). */
export const HEARING_REQUEST_WORKING_DAYS = 5;

/** The last day on which the party may ask for a hearing. */
export const hearingUntil = (served: Day, { calendar }: Policy): Day =>
  workingDaysAfter(calendar, served, HEARING_REQUEST_WORKING_DAYS).dueOn;

function proposalLacks({ notice, reportOn, statement, hearing }: CaseFile, world: CaseWorld): Lack[] {
  const { rules, policy, now } = world;
  const lacks: Lack[] = [];
  const need = (missing: boolean, path: string, message: string): void => {
    if (missing) lacks.push(event(path, message));
  };
  need(
    reportOn === undefined,
    'investigation-report',
    `${clauseOf(rules.decision)}: the proposal rests on 《案件调查终结报告》`,
  );
  const until = notice && heardUntil(notice.on, policy);
  need(
    until !== undefined && dayOf(now) <= until,
    'prior-notice',
    `the party may state, defend itself and ask for a hearing until ${until === undefined ? '' : formatDay(until)} (行政处罚法第四十五条、第六十四条): propose after that day`,
  );
  need(
    !statement,
    'statement',
    `${clauseOf(rules.statement)}: enter what the party stated and what its review came to, or that nothing came`,
  );
  need(
    hearing !== undefined && hearing.endedOn === undefined,
    'hearing-held',
    `${clauseOf(rules.statement)}: the hearing that was asked for comes first`,
  );
  return lacks;
}
