import type { z } from 'zod';
import type { hearingBody } from '../../contract/hearing.ts';
import { fieldError, ok, problemAt, type FieldError, type Outcome } from '../../outcome.ts';
import { hearsHolder } from '../../domain/escalations/missing.ts';
import { defenceEnd } from '../../domain/escalations/ladder.ts';
import { isEntered, type Footing } from '../../domain/escalations/paper.ts';
import { chineseDay, day, formatDay, type Day } from '../../domain/time/day.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { factsTold } from '../../documents/escalations/revocation-notice.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { actOn } from './act.ts';
import { footingFor } from './grounds.ts';
import type { FoundEscalation } from './list.ts';
import { partyFor } from './party.ts';
import { todayOf, type Request } from '../request.ts';

type Body = z.infer<typeof hearingBody>;
type Notice = NonNullable<EscalationRecord['priorNotice']>;
type Statement = NonNullable<EscalationRecord['statement']>;

/** The last day on which the holder may state its case: working days after the notice. */
const lastDay = ({ context }: Request, { rule }: Pick<FoundEscalation, 'rule'>, notice: Notice): Day =>
  defenceEnd({ calendar: context.calendar, settings: context.settings }, rule, day(notice.servedOn));

/** Whether it takes away what the bureau itself has given: then the holder is told and heard first. */
export const isHearing = ({ escalation }: FoundEscalation, { paper }: Pick<Footing, 'paper'>): boolean =>
  hearsHolder({ ...escalation, paper, isEntered: isEntered(escalation) });

/**
 * Records that the holder of a permit was told of the intended revocation, and what it said (行政许可法第七条). What
 * was proposed or approved is a draft again: the decision tells of it.
 */
export async function recordHearing(
  request: Request,
  id: string,
  body: Body,
): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, 'edit', async (found) => {
    const { escalation } = found;
    const footing = footingFor(request, found, await partyFor(request.deps, found));
    if (!isHearing(found, footing)) return problemAt('', 'hearing.none-here', { paper: footing.paper });
    if (!body.notice && !body.statement) return problemAt('', 'hearing.nothing-entered');
    const notice = body.notice ? noticeOf(escalation, body.notice) : escalation.priorNotice;
    if (!notice) return problemAt('notice', 'hearing.no-notice');
    const wrong =
      (body.notice && wrongNotice(request, found, notice)) ??
      (body.statement && wrongStatement(request, found, notice, body.statement));
    if (wrong) return wrong;
    return ok({
      change: {
        priorNotice: notice,
        statement: body.statement ?? (body.notice ? undefined : escalation.statement),
        approval: { role: escalation.approval.role },
      },
      what: 'heard',
      text: [...(body.notice ? [noticeText(notice)] : []), ...statementText(body.statement)].join('；'),
      facts: { ...body },
    });
  });
}

const noticeOf = ({ text, legalBasis }: EscalationRecord, notice: NonNullable<Body['notice']>): Notice => ({
  ...notice,
  text: notice.text ?? factsTold(text),
  basis: legalBasis,
});

function wrongNotice(request: Request, { subject }: FoundEscalation, { servedOn }: Notice) {
  if (servedOn > todayOf(request)) return problemAt('notice.servedOn', 'hearing.told-ahead');
  const { grantedOn } = subject.facts;
  return typeof grantedOn === 'string' && servedOn < grantedOn
    ? problemAt('notice.servedOn', 'hearing.told-before-grant', { on: grantedOn })
    : undefined;
}

function wrongStatement(
  request: Request,
  found: FoundEscalation,
  notice: Notice,
  statement: NonNullable<Body['statement']>,
) {
  const today = todayOf(request);
  if (!statement.received) {
    const last = formatDay(lastDay(request, found, notice));
    return last >= today ? problemAt('statement.received', 'hearing.still-runs', { on: last }) : undefined;
  }
  if (statement.on > today) return problemAt('statement.on', 'hearing.heard-ahead');
  return statement.on < notice.servedOn
    ? problemAt('statement.on', 'hearing.heard-before-notice', { on: notice.servedOn })
    : undefined;
}

const noticeText = ({ servedOn, method }: Notice): string =>
  `${chineseDay(day(servedOn))}以${serviceMethodWords[method]}方式送达拟撤销行政许可告知书`;

function statementText(statement: Statement | undefined): string[] {
  if (!statement) return [];
  return [statement.received ? '被许可人提出陈述、申辩，已复核' : '被许可人在期限内未提出陈述、申辩'];
}

/** What a revocation still waits for: the notice on its present basis, its period, the statement or that none came. */
export function hearingMissing(request: Request, found: FoundEscalation, footing: Footing): FieldError[] {
  const { priorNotice, statement, legalBasis } = found.escalation;
  if (!isHearing(found, footing)) return [];
  if (!priorNotice) return [fieldError('priorNotice', 'hearing.not-told')];
  if (priorNotice.basis !== undefined && priorNotice.basis !== legalBasis)
    return [fieldError('priorNotice', 'hearing.other-basis', { basis: priorNotice.basis })];
  const last = formatDay(lastDay(request, found, priorNotice));
  if (last >= todayOf(request)) return [fieldError('statement', 'hearing.still-runs', { on: last })];
  return statement ? [] : [fieldError('statement', 'hearing.not-heard', { on: last })];
}
