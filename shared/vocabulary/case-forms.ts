import type { caseEventNames, caseStageNames } from './stage-words.ts';
import { keysOf, tableOf } from './table.ts';

/**
 * The papers of a penalty case that are made from its events, in the order in which they come. The API, the names,
 * what a paper still waits for and what it tells of follow from an entry; `shared/documents/cases/builders.ts` lays
 * it out.
 */

type Event = keyof typeof caseEventNames;

export interface CaseFormEntry {
  readonly name: string;
  /** The rule that it is made under, by its name in `CaseRules`. */
  readonly rule: string;
  /** It can be had once one of these has come. */
  readonly from: readonly [Event, ...Event[]];
  /** And as an empty form in this stage, with the event that leads there. */
  readonly stage?: { readonly name: keyof typeof caseStageNames; readonly openedBy: Event };
  /** The events that it tells of: what comes after the last of them does not change it. */
  readonly tells: readonly Event[];
  /** The events after which nothing of it is to be filled in; without, those that it tells of. */
  readonly done?: readonly Event[];
  /** Each of these begins it anew. */
  readonly anew?: Event;
  /** Only where there is a fine to collect. */
  readonly fine?: true;
}

const table = {
  'scene-record': {
    name: '现场检查（勘查）笔录',
    rule: 'discovery',
    from: ['discovery-record'],
    tells: ['discovery-record'],
  },
  'evidence-approval': {
    name: '先行登记保存证据审批表',
    rule: 'evidence',
    from: ['evidence-secured'],
    tells: ['evidence-secured', 'evidence-formalities', 'evidence-decision'],
  },
  'evidence-notice': {
    name: '先行登记保存证据通知书',
    rule: 'evidence',
    from: ['evidence-secured'],
    tells: ['evidence-secured', 'evidence-formalities', 'evidence-decision'],
  },
  'evidence-decision': {
    name: '先行登记保存证据处理决定书',
    rule: 'evidence',
    from: ['evidence-decision'],
    tells: ['evidence-decision'],
  },
  'spot-decision': {
    name: '当场行政处罚决定书',
    rule: 'onTheSpot',
    from: ['spot-decision'],
    tells: ['spot-decision'],
  },
  'filing-approval': {
    name: '立案审批表',
    rule: 'filing',
    from: ['filing-proposal'],
    tells: [
      'filing-proposal',
      'filing-review',
      'filing-legal-review',
      'filing-return',
      'filing-refusal',
      'filing-approval',
    ],
    done: ['filing-return', 'filing-refusal', 'filing-approval'],
  },
  'inquiry-record': {
    name: '询问笔录',
    rule: 'discovery',
    from: ['inquiry'],
    tells: ['inquiry'],
  },
  'investigation-report': {
    name: '案件调查终结报告',
    rule: 'decision',
    from: ['investigation-report'],
    tells: ['investigation-report'],
  },
  'prior-notice': {
    name: '行政处罚事先告知书',
    rule: 'notice',
    from: ['prior-notice'],
    stage: { name: 'investigation', openedBy: 'filing-approval' },
    tells: ['prior-notice'],
  },
  'notice-receipt': {
    name: '送达回证（行政处罚事先告知书）',
    rule: 'notice',
    from: ['prior-notice'],
    tells: ['prior-notice'],
  },
  'hearing-right': {
    name: '行政处罚听证告知书',
    rule: 'hearing',
    from: ['prior-notice'],
    tells: ['prior-notice'],
  },
  'statement-record': {
    name: '陈述、申辩笔录',
    rule: 'statement',
    from: ['statement'],
    stage: { name: 'statement', openedBy: 'prior-notice' },
    tells: ['statement'],
  },
  'hearing-notice': {
    name: '行政处罚听证通知书',
    rule: 'hearing',
    from: ['hearing-request'],
    tells: ['hearing-notice'],
  },
  'hearing-receipt': {
    name: '送达回证（行政处罚听证通知书）',
    rule: 'hearing',
    from: ['hearing-notice'],
    tells: ['hearing-notice'],
  },
  'hearing-announcement': {
    name: '行政处罚听证公告',
    rule: 'hearing',
    from: ['hearing-notice'],
    tells: ['hearing-notice'],
  },
  'hearing-record': {
    name: '听证笔录',
    rule: 'hearing',
    from: ['hearing-notice', 'hearing-held'],
    tells: ['hearing-held'],
  },
  'hearing-report': {
    name: '听证报告',
    rule: 'hearing',
    from: ['hearing-held'],
    tells: ['hearing-held'],
  },
  'penalty-approval': {
    name: '行政处罚决定审批表',
    rule: 'decision',
    from: ['decision-proposal'],
    tells: [
      'decision-proposal',
      'decision-review',
      'decision-legal-review',
      'collective-discussion',
      'decision-return',
      'decision-approval',
    ],
    done: ['decision-return', 'decision-approval'],
  },
  'legal-review': {
    name: '法制审核意见书',
    rule: 'legalReview',
    from: ['decision-legal-review'],
    tells: ['decision-legal-review'],
    anew: 'decision-proposal',
  },
  'collective-discussion': {
    name: '集体讨论记录',
    rule: 'collective',
    from: ['decision-proposal'],
    tells: ['collective-discussion'],
    anew: 'decision-proposal',
  },
  'penalty-decision': {
    name: '行政处罚决定书',
    rule: 'decision',
    from: ['decision-proposal'],
    tells: ['decision-approval'],
  },
  'service-receipt': {
    name: '送达回证',
    rule: 'service',
    from: ['decision-approval'],
    tells: ['decision-approval', 'service'],
  },
  'major-report': {
    name: '重大行政处罚决定备案报告',
    rule: 'decision',
    from: ['decision-approval'],
    tells: ['decision-approval'],
  },
  'demand-letter': {
    name: '履行行政处罚决定催告书',
    rule: 'demand',
    from: ['demand'],
    stage: { name: 'execution', openedBy: 'service' },
    tells: ['demand'],
    fine: true,
  },
  'demand-receipt': {
    name: '送达回证（履行行政处罚决定催告书）',
    rule: 'demand',
    from: ['demand'],
    tells: ['demand'],
    fine: true,
  },
  'court-application': {
    name: '行政处罚强制执行申请书',
    rule: 'enforcement',
    from: ['demand'],
    tells: ['court-application'],
    fine: true,
  },
  'transfer-letter': {
    name: '案件移送函',
    rule: 'stages',
    from: ['transfer'],
    tells: ['transfer'],
  },
  'closing-report': {
    name: '行政处罚案件结案报告',
    rule: 'stages',
    from: ['execution', 'payment', 'remedy-ended', 'closing'],
    tells: ['closing'],
  },
  'file-review': {
    name: '行政处罚案卷评查表',
    rule: 'stages',
    from: ['closing'],
    tells: ['closing'],
  },
} as const satisfies Readonly<Record<string, CaseFormEntry>>;

export type CaseForm = keyof typeof table;

export const caseFormTable: Readonly<
  Record<CaseForm, CaseFormEntry & { readonly rule: (typeof table)[CaseForm]['rule'] }>
> = table;

export const caseForms = keysOf(table);

export const caseFormNames: Readonly<Record<CaseForm, string>> = tableOf(
  caseForms,
  (form) => table[form].name,
);
