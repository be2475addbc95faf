import type { Obligation, ObligationDetail } from '../../api/contract.ts';
import { dayText, momentText } from '../../i18n/format.ts';
import { dueOf } from './nearness.ts';
import type { Part } from '../../components/compare.ts';
import type { Said } from '../facts/changed-parts.ts';

export function dutyParts({ words, language }: Said, one: Obligation | ObligationDetail): readonly Part[] {
  const { duty, terms } = words;
  const report = typeof one.report === 'object' ? one.report : undefined;
  const state = report?.status ?? (typeof one.report === 'string' ? one.report : undefined);
  const reportedOn = report?.on ?? one.reportedOn;
  return [
    { label: duty.status, text: terms.status[one.status] },
    { label: duty.due, text: momentText(dueOf(one), language) },
    { label: duty.unitReport, text: state === undefined ? '' : terms.report[state] },
    { label: duty.reportedFor, text: reportedOn === undefined ? '' : momentText(reportedOn, language) },
    { label: duty.document, text: report?.document ?? '' },
    { label: duty.note, text: report?.note ?? '' },
    { label: duty.returnReason, text: report?.reason ?? one.returnReason ?? '' },
    { label: duty.fulfilOn, text: one.fulfilledOn === undefined ? '' : dayText(one.fulfilledOn, language) },
    { label: words.subjects.handler, text: one.handlerName ?? '' },
    { label: terms.provisional, text: one.provisional ? words.common.yes : words.common.no },
  ];
}
