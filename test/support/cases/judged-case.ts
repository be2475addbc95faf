import type { Person } from '../../../shared/domain/actor.ts';
import { caseFlaws } from '../../../shared/domain/cases/checks.ts';
import { eventBody, isCase, type CaseBody } from '../../../shared/domain/cases/event.ts';
import { caseFileOf, type CaseEntry, type CaseFile } from '../../../shared/domain/cases/file.ts';
import { caseLacks } from '../../../shared/domain/cases/lacks.ts';
import { caseRulesOf, type CaseRules } from '../../../shared/domain/cases/rules.ts';
import type { CaseWorld } from '../../../shared/domain/cases/world.ts';
import { choicesOf } from '../../../shared/domain/duties/schedule.ts';
import { factReader } from '../../../shared/domain/register/subject-facts.ts';
import { instant } from '../../../shared/domain/time/instant.ts';
import type { FieldError } from '../../../shared/outcome.ts';
import type { FactValue } from '../../../shared/records/records.ts';
import type { SettingsRecord } from '../../../shared/records/settings.ts';
import type { StaffMember } from '../../../shared/records/staff.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { contextOf } from '../deadlines/deadlines.ts';
import type { Move } from './case-moves.ts';

/** A penalty case of Baixiang without a server: what its events have come to, and what is wrong with the next. */

export type CaseOffice = 'archives' | 'civil-defence';

export function rulesOf(office: CaseOffice, on = '2026-09-07'): CaseRules {
  const rules = caseRulesOf(rulebookOf('baixiang'), office, on);
  if (!rules) throw new Error(`no cases of ${office}`);
  return rules;
}

export function caseBody(given: object): CaseBody {
  const body = eventBody.parse(given);
  if (!isCase(body)) throw new Error(`no event of a case: ${body.event}`);
  return body;
}

export const entryOf = ({ on, hand, body }: Move): CaseEntry => ({
  at: instant(`${on}T12:00:00+08:00`),
  by: { role: hand === 'head' || hand === 'reviewer' ? 'bureau-leader' : 'bureau-officer', sub: hand },
  body: caseBody(body),
});

export const fileAfter = (moves: readonly Move[]): CaseFile => caseFileOf(moves.map(entryOf));

/** What an event is judged by, beside the moves before it. */
export interface Around {
  readonly office?: CaseOffice;
  readonly now?: string;
  readonly by?: Person;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly staff?: readonly StaffMember[];
  readonly settings?: Partial<SettingsRecord>;
  readonly rules?: CaseRules;
}

export function worldOf({ office = 'archives', now, by, facts, staff, settings, rules }: Around): CaseWorld {
  const context = contextOf('baixiang', settings);
  return {
    rules: rules ?? rulesOf(office),
    policy: { calendar: context.calendar, settings: context.settings },
    choices: choicesOf(context.settings),
    facts: factReader(facts ?? {}, {}),
    staff: staff ?? [],
    now: instant(now ?? '2026-12-01T12:00:00+08:00'),
    by: by ?? { role: 'bureau-officer', sub: 'somebody' },
  };
}

/** What stands in the way of an event after these moves, by field or event. */
export function flawsOf(moves: readonly Move[], given: object, around: Around = {}): FieldError[] {
  const file = fileAfter(moves);
  const world = worldOf(around);
  const body = caseBody(given);
  return [...caseLacks(file, body.event, world), ...caseFlaws(body, file, world)];
}

/** The same in short: `officers case.officers`. */
export const wrong = (moves: readonly Move[], given: object, around: Around = {}): string[] =>
  flawsOf(moves, given, around).map(({ path, code }) => `${path} ${code}`);

/** An event of a walk with something changed, judged where it comes, entered by somebody new to the case. */
export function but(moves: readonly Move[], event: string, change: object, around: Around = {}): string[] {
  const at = moves.findLastIndex(({ body }) => body.event === event);
  const given = { ...moves[at]?.body, ...change };
  return wrong(moves.slice(0, at), given, { by: { role: 'bureau-leader', sub: 'another' }, ...around });
}
