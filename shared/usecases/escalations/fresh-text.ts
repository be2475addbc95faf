import { draftText, ownFacts, type DraftParts } from '../../documents/escalations/draft-text.ts';
import { findingBehind } from '../../domain/checks/finding-of.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { rectificationDays } from '../../domain/escalations/ladder.ts';
import type { OrderOnPaper } from '../../domain/escalations/earlier.ts';
import { footingOf, isEntered } from '../../domain/escalations/paper.ts';
import { officeDesk } from '../../domain/papers/acting-organ.ts';
import { concernOf, type Party } from '../../domain/register/party.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { InspectionRecord } from '../../records/inspection.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { PaperName } from '../../vocabulary/papers.ts';
import { officeWord } from '../../letters/wording.ts';
import { paperIn } from '../../vocabulary/measures.ts';
import { modeWords } from '../../vocabulary/value-words.ts';
import type { Context } from '../context.ts';
import { periodText } from '../notices/wording.ts';

/** All that the words of a draft are made from. */
export interface Drafted {
  readonly context: Context;
  readonly rule: Rule;
  readonly step: EscalationStep;
  readonly subject: SubjectRecord;
  readonly party: Party | undefined;
  readonly bureau: Pick<SubjectRecord, 'name'> | undefined;
  /** The duty that was missed. */
  readonly obligation?: ObligationRecord | undefined;
  /** The others that it is about: problems of the same check, with the same day. */
  readonly alongside?: readonly ObligationRecord[] | undefined;
  /** The order whose period passed without effect. */
  readonly order?: EscalationRecord | undefined;
  /** The same, where it was made outside of the product. */
  readonly onPaper?: OrderOnPaper | undefined;
  /** The measure that is reported. */
  readonly reported?: EscalationRecord | undefined;
  /** The check that it follows from. */
  readonly check?: InspectionRecord | undefined;
  /** An officer’s own words on the facts, for what no record shows. */
  readonly facts?: string | undefined;
  /** The day (`YYYY-MM-DD`) that is set for it. */
  readonly rectifyBy?: string | undefined;
}

/** The paper that a step becomes today (`YYYY-MM-DD`), and the words of its draft. */
export function draftedAs(drafted: Drafted, today: string): { paper: PaperName; text: string } {
  const { rule, step, party } = drafted;
  const paper = footingOf(rule, { step }, party?.nature, today).paper;
  return { paper, text: freshText(drafted, paper) };
}

/** The words of a fresh draft of a step, as this paper. */
export function freshText(drafted: Drafted, paper: PaperName, withPower = false): string {
  const { reported } = drafted;
  const words = draftText(draftParts(drafted, paper, withPower));
  return reported === undefined ? words : [...reportedFacts(drafted, reported), words].join('\n');
}

/** The facts behind a measure that is reported, and that it was taken: never its own words to the party. */
function reportedFacts(drafted: Drafted, reported: EscalationRecord): string[] {
  const { context, rule, bureau, subject, party } = drafted;
  const { step, takenOnTheSpot, issue } = reported;
  const ordered = draftParts({ ...drafted, step }, paperIn(reported), isEntered(reported));
  const facts = ownFacts(reported.text, ordered)
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '' && !paragraph.startsWith('现责令'));
  const { owner } = concernOf(subject, party);
  const office = `我${officeWord(officeDesk(context, rule.office, bureau?.name).organ.name)}`;
  const on = takenOnTheSpot ? dayOf(takenOnTheSpot.at) : issue && day(issue.on);
  const done = on === undefined ? `${office}拟` : `${chineseDay(on)}，${office}已`;
  return [...facts, `${done}责令${owner}立即采取措施消除隐患、防止后果扩大。`];
}

/** What the words of a draft are made from, as this paper. */
export function draftParts(drafted: Drafted, paper: PaperName, withPower = false): DraftParts {
  const { context, rule, step, subject, party, bureau, obligation, order } = drafted;
  const { onPaper, check, facts, rectifyBy } = drafted;
  return {
    step,
    paper,
    isEntered: withPower,
    bureau: officeDesk(context, rule.office, bureau?.name).organ.name,
    ...concernOf(subject, party),
    finding: findingOf(drafted),
    ...(obligation === undefined || isFinding(rule)
      ? {}
      : {
          duty: {
            what: obligation.title ?? rule.deadline?.what ?? '',
            period: periodText(obligation.period),
            dueOn: day(effectiveDue(obligation)),
          },
        }),
    ...checkParts(check, subject.id),
    facts,
    rectificationDays: rectificationDays(context.settings, rule),
    rectifyBy: rectifyBy === undefined ? undefined : day(rectifyBy),
    ...(onPaper ? orderOnPaper(onPaper) : orderParts(order)),
  };
}

function checkParts(check: InspectionRecord | undefined, subjectId: string) {
  if (check === undefined) return {};
  const { at, mode, findings } = check.content;
  const found = findings.filter((finding) => finding.subjectId === subjectId).map(({ text }) => text);
  return { check: { on: dayOf(at), how: modeWords[mode], found } };
}

const isFinding = ({ deadline }: Rule): boolean => deadline?.due.type === 'finding';

/** The problems that a check found, as its record has them now. */
function findingOf({ rule, subject, obligation, alongside = [] }: Drafted) {
  const found = obligation && findingBehind(rule, subject, obligation);
  if (!found) return undefined;
  const others = alongside.flatMap((other) => findingBehind(rule, subject, other)?.text ?? []);
  return {
    on: day(found.on),
    texts: [found.text, ...others],
    rectifyBy: day(effectiveDue(obligation)),
  };
}

function orderParts(order: EscalationRecord | undefined) {
  if (order?.issue === undefined) return {};
  const { issue, service, rectifyUntil } = order;
  return {
    order: {
      number: issue.number,
      issuedOn: day(issue.on),
      servedOn: service && day(service.on),
      until: rectifyUntil === undefined ? undefined : day(rectifyUntil),
      reminded: order.paper === 'reminder-letter',
    },
  };
}

const orderOnPaper = ({ number, on, servedOn, until }: OrderOnPaper) => ({
  order: { number, issuedOn: day(on), servedOn: day(servedOn), until: day(until) },
});
