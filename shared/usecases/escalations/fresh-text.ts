import { draftText } from '../../documents/escalations/draft-text.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { rectificationDays } from '../../domain/escalations/ladder.ts';
import { footingOf } from '../../domain/escalations/paper.ts';
import { officeDesk } from '../../domain/papers/acting-organ.ts';
import { concernOf, type Party } from '../../domain/register/party.ts';
import { day } from '../../domain/time/day.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { PaperName } from '../../vocabulary/papers.ts';
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
  /** The order whose period passed without effect. */
  readonly order?: EscalationRecord | undefined;
  /** The measure that is reported. */
  readonly reported?: EscalationRecord | undefined;
}

/** The paper that a step becomes today (`YYYY-MM-DD`), and the words of its draft. */
export function draftedAs(drafted: Drafted, today: string): { paper: PaperName; text: string } {
  const { rule, step, party } = drafted;
  const paper = footingOf(rule, { step }, party?.nature, today).paper;
  return { paper, text: freshText(drafted, paper) };
}

/** The words of a fresh draft of a step, as this paper. */
export function freshText(drafted: Drafted, paper: PaperName, isEntered = false): string {
  const { context, rule, step, subject, party, bureau, obligation, order, reported } = drafted;
  const words = draftText({
    step,
    paper,
    isEntered,
    bureau: officeDesk(context, rule.office, bureau?.name).organ.name,
    ...concernOf(subject, party),
    ...(obligation === undefined
      ? {}
      : {
          duty: {
            what: obligation.title ?? rule.deadline?.what ?? '',
            period: periodText(obligation.period),
            dueOn: day(effectiveDue(obligation)),
          },
        }),
    rectificationDays: rectificationDays(context.settings, rule),
    ...orderParts(order),
  });
  return reported === undefined ? words : `${reported.text}\n${words}`;
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
