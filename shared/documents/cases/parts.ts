import type { CaseEntry } from '../../domain/cases/file.ts';
import type { CaseForm } from '../../vocabulary/case-forms.ts';
import type { CaseRules } from '../../domain/cases/rules.ts';
import type { Party } from '../../domain/register/party.ts';
import type { Policy } from '../../domain/duties/schedule.ts';
import type { Choices } from '../../rules/rule.ts';
import type { OwnBodies } from '../../vocabulary/bodies.ts';
import type { Day } from '../../domain/time/day.ts';
import type { DeskParts, DocumentParts } from '../parts.ts';
import { toFill } from '../escalations/phrases.ts';

/** All that the papers of a case are made from; equal parts give equal papers. */
export interface CaseParts {
  /** 柏乡县档案局 */
  readonly bureau: string;
  readonly desk: DeskParts;
  /** Who is proceeded against; undefined where nobody is known. */
  readonly party: string | undefined;
  /** The same person with what the register knows of it. */
  readonly person: Party | undefined;
  readonly address: string | undefined;
  /** What the case is called: 损毁会计资料案 */
  readonly cause: string;
  /** Where it was entered as a fact. */
  readonly discoveredOn: Day | undefined;
  readonly entries: readonly CaseEntry[];
  readonly rules: CaseRules;
  readonly choices: Choices;
  readonly policy: Pick<Policy, 'calendar'>;
  readonly defenceWorkingDays: number;
  /** Names of bodies that the bureau has entered. */
  readonly bodies?: OwnBodies | undefined;
  /** Title and section of the source, and what it rests on, by paper. */
  readonly sources: Readonly<Record<CaseForm, Pick<DocumentParts, 'clause' | 'basis'>>>;
  /** Of the conditions for filing. */
  readonly conditionsClause: string;
}

type Body = CaseEntry['body'];

/** What was entered last under the name. */
export function bodyOfLast<Event extends Body['event']>(
  entries: readonly CaseEntry[],
  event: Event,
): Extract<Body, { event: Event }> | undefined {
  const isOne = (body: Body): body is Extract<Body, { event: Event }> => body.event === event;
  return entries.map(({ body }) => body).findLast(isOne);
}

export const partyOf = ({ party }: CaseParts): string => party ?? toFill('当事人名称');
