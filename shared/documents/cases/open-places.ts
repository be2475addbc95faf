import type { CaseEvent } from '../../domain/cases/state.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import type { CaseForm } from '../../vocabulary/case-forms.ts';
import { openCodes, placesIn, placesOutside } from '../open-places.ts';
import { casePaper } from './papers.ts';
import type { CaseParts } from './parts.ts';

/**
 * What leaves the office with an event of a case, and may not leave with a place open: what is served on the party,
 * what is decided, what goes to the court. Papers that stay in the file are not held up.
 */
const leaving: Partial<Record<CaseEvent, readonly CaseForm[]>> = {
  'evidence-decision': ['evidence-notice', 'evidence-decision'],
  'spot-decision': ['spot-decision'],
  'prior-notice': ['prior-notice'],
  'hearing-notice': ['hearing-notice'],
  'decision-approval': ['penalty-decision'],
  service: ['penalty-decision'],
  transfer: ['transfer-letter'],
  demand: ['demand-letter'],
  'court-application': ['court-application'],
};

/** Which field of which event fills a place. */
interface Filled {
  readonly event: CaseEvent;
  readonly field: string;
}

const byEvents: Readonly<Record<string, Filled>> = {
  违法事实: { event: 'investigation-report', field: 'text' },
  证据名称: { event: 'investigation-report', field: 'evidence' },
  法律法规规章依据: { event: 'decision-proposal', field: 'legalBasis' },
  裁量理由: { event: 'decision-proposal', field: 'discretion' },
  陈述申辩内容: { event: 'statement', field: 'text' },
  陈述申辩情况: { event: 'statement', field: 'received' },
};

/** Where a paper has a place of the same name that another event fills. */
const byForm: Partial<Record<CaseForm, Readonly<Record<string, Filled>>>> = {
  'prior-notice': {
    违法事实及证据: { event: 'prior-notice', field: 'facts' },
    法律法规规章依据: { event: 'prior-notice', field: 'legalBasis' },
    拟处罚内容: { event: 'prior-notice', field: 'penalty' },
  },
  'hearing-notice': {
    听证时间: { event: 'hearing-notice', field: 'hearingAt' },
    听证地点: { event: 'hearing-notice', field: 'place' },
    主持人: { event: 'hearing-notice', field: 'presider' },
  },
  'transfer-letter': { 案件情况: { event: 'filing-proposal', field: 'text' } },
  'spot-decision': {
    时间: { event: 'spot-decision', field: 'at' },
    地点: { event: 'spot-decision', field: 'place' },
    违法事实: { event: 'spot-decision', field: 'facts' },
    陈述申辩情况: { event: 'spot-decision', field: 'statement' },
    处罚内容: { event: 'spot-decision', field: 'penalty' },
    法律法规规章依据: { event: 'spot-decision', field: 'provision' },
  },
  'evidence-notice': {
    '证据名称、规格和数量': { event: 'evidence-decision', field: 'items' },
    保存地点: { event: 'evidence-decision', field: 'place' },
    登记保存时间: { event: 'evidence-secured', field: 'at' },
    批准人: { event: 'evidence-secured', field: 'agreedBy' },
  },
  'evidence-decision': {
    证据名称: { event: 'evidence-decision', field: 'items' },
    处理决定: { event: 'evidence-decision', field: 'outcome' },
  },
};

/** A place that is open, and what fills it. */
interface Gap extends FieldError {
  /** Undefined where the settings or the register fill it. */
  readonly by?: CaseEvent | undefined;
}

/** What of the papers that leave with the event is open, each place once; nothing where none leaves. */
export function openWith(parts: CaseParts, event: CaseEvent): readonly Gap[] {
  const gaps = (leaving[event] ?? []).flatMap((form) =>
    placesIn(casePaper(parts, form).blocks).map((place) => gapOf(form, place, event)),
  );
  return gaps.filter(({ path }, index) => gaps.findIndex((gap) => gap.path === path) === index);
}

export const leavesWith = (event: CaseEvent): boolean => leaving[event] !== undefined;

function gapOf(form: CaseForm, place: string, event: CaseEvent): Gap {
  const outside = placesOutside[place];
  if (outside && outside.at !== 'draft') return fieldError(outside.path, openCodes[outside.at], { place });
  const filled = byForm[form]?.[place] ?? byEvents[place];
  if (!filled) return fieldError('text', 'document.open-in-text', { place });
  const { event: by, field } = filled;
  const path = by === event ? field : `${by}.${field}`;
  return { ...fieldError(path, 'case.open-place', { place, form, event: by, field }), by };
}
