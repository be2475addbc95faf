import { after, stateOf } from '../../domain/duties/state.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { withPeriod } from '../../letters/wording.ts';
import type { answerActWords } from '../../vocabulary/value-words.ts';
import { linkExpiry } from '../notices/answer-link.ts';
import { clauseOf, periodText } from '../notices/wording.ts';
import type { Opened } from './opened.ts';

type AnswerAct = keyof typeof answerActWords;

/** What can be answered now. */
function actsOf({ obligation }: Opened): readonly AnswerAct[] {
  const state = stateOf(obligation);
  const asks = obligation.extensionRequest === undefined && obligation.dueAt === undefined;
  return [
    ...(after(state, 'report') === undefined ? [] : (['report'] as const)),
    ...(asks && after(state, 'ask-extension') !== undefined ? (['extension'] as const) : []),
    'contact',
    'acknowledge',
  ];
}

/** What a letter’s link shows: what is owed and why, what can be answered, and what came of the last answer. */
export function answerableView(opened: Opened) {
  const { obligation, rule, subject, contact, request } = opened;
  const dueOn = effectiveDue(obligation);
  const { report, extensionRequest } = obligation;
  const what = withPeriod(obligation.title ?? rule.deadline.what, periodText(obligation.period));
  const to = rule.deadline.to === undefined ? '' : `，接收单位为${rule.deadline.to}`;
  return {
    subject: subject.name,
    bureau: request.context.jurisdiction.bureau,
    duty: {
      what,
      dueOn,
      clause: clauseOf(rule),
      text: `${what}，应当于${chineseDay(day(dueOn))}前（含当日）办理${to}。`,
    },
    acts: actsOf(opened),
    expiresAt: formatInstant(linkExpiry(obligation)),
    ...(report === undefined
      ? {}
      : {
          report: {
            status: report.state,
            on: report.on,
            document: report.document,
            note: report.note,
            reason: report.reason,
          },
        }),
    ...(extensionRequest === undefined
      ? {}
      : { extension: { until: extensionRequest.until, reason: extensionRequest.reason } }),
    contact,
  };
}
