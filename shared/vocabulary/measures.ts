import { keysOf } from './table.ts';

/**
 * The measures of a bureau, one entry each: the name of a step of escalation, against whom it is directed, what
 * it needs, and the text of its document. Enums, drafts, documents, letters, exports and the console follow
 * from it. Places in the texts are filled in when a draft is made: see `Place`.
 */

/**
 * `{office}` 我局, `{owner}` the party, `{named}` the party with the subject that it answers for, `{about}`
 * that subject or, if there is none, the party, `{ground}` 《某制度》三(一)“责令改正”的规定, `{case}` the same
 * with 规定的情形, `{task}` what has to be done, `{days}` the period.
 */
export type Place = 'office' | 'owner' | 'named' | 'about' | 'ground' | 'case' | 'task' | 'days';

/** What is needed before approval may be requested. */
export type Need =
  'refusal' | 'form' | 'legal-basis' | 'prior-notice' | 'statement-and-defence' | 'legal-review';

/** The layout of a document. */
export type Paper =
  | {
      /** To the party. `filing` is a form with a place for each level of approval. */
      readonly as: 'order' | 'opinion' | 'interview' | 'revocation' | 'filing';
      readonly title: string;
      /** The title on the spot, if it is different. */
      readonly titleOnTheSpot?: string;
      /** Titles that differ by regime. */
      readonly titleIn?: Readonly<Record<string, string>>;
      /** Whether a title in the rule itself is used instead of the ones here. */
      readonly ruleNamesTitle?: true;
      /** What the party may contest: 本通知书. Absent: the document mentions no remedies. */
      readonly contested?: string;
    }
  | {
      /** A decision on a penalty, with the contents of 行政处罚法第五十九条. */
      readonly as: 'decision';
      readonly title: string;
    }
  | {
      /** 通报 to everyone to whom it is circulated. */
      readonly as: 'circular';
    }
  | {
      /** 报告, to a superior. */
      readonly as: 'report';
      readonly above: 'superior' | 'government';
      readonly subject: string;
    }
  | {
      /** 函 to a body against which the measure is not directed. */
      readonly as: 'letter';
      readonly subject: string;
      /** The placeholder while nobody is named. */
      readonly addressee: string;
      readonly ending: string;
      readonly attachments?: readonly string[];
    };

export interface Measure {
  /** Its name for people: short, for lists and letters. A document has the title of its regime. */
  readonly name: string;
  /** Its name in lists and spreadsheets, if that is shorter. */
  readonly short?: string;
  /** `party`: the party itself gets it by mail when it is issued. `others`: the bureau names the recipients. */
  readonly to: 'party' | 'others';
  /** The kind of penalty, in the sense of 行政处罚法第九条. It needs prior notice, hearing and review. */
  readonly penalty?: string;
  /** The body that supervises the party and the superior bureau get it too. */
  readonly circulates?: true;
  /** Officers may take it on the spot and record it afterwards. It then waits for nobody. */
  readonly onTheSpot?: true;
  /** A period runs from service. `stated`: the document states it in a separate line if the text does not. */
  readonly period?: 'stated';
  /** The measure whose period must have passed without effect before this one. */
  readonly afterFailed?: string;
  /** The measures that are reported at the same moment, if the rule provides for them. */
  readonly atOnce?: readonly string[];
  readonly needs?: readonly Need[];
  /** What a new draft demands, paragraph by paragraph. */
  readonly demand: readonly string[];
  /** A remark for those who draft and approve it. */
  readonly remark?: string;
  readonly paper: Paper;
}

const penaltyNeeds = ['legal-basis', 'prior-notice', 'statement-and-defence', 'legal-review'] as const;
const penaltyRemark =
  '警告、通报批评属于行政处罚（行政处罚法第九条），须有法律、法规或者规章依据，本制度不能设定行政处罚（第十六条）。';
const reported = '根据{ground}，现将{named}有关情况报告如上。{office}将继续督促其改正，并及时报告进展情况。';

const table = {
  'order-to-rectify': {
    name: '责令改正通知书',
    to: 'party',
    onTheSpot: true,
    period: 'stated',
    demand: [
      '根据{ground}，现责令{owner}自本通知书送达之日起{days}日内{task}，并将改正情况书面报告{office}。',
      '逾期不改正的，将依照有关规定处理。',
    ],
    remark: '责令改正不属于行政处罚，但当事人可以依法申请行政复议、提起行政诉讼。',
    paper: {
      as: 'order',
      title: '责令限期改正通知书',
      titleOnTheSpot: '责令改正违法行为通知书',
      titleIn: { 'key-project-archives': '责令整改通知书' },
      ruleNamesTitle: true,
      contested: '本通知书所作责令改正决定',
    },
  },
  'circulated-criticism': {
    name: '通报批评',
    to: 'party',
    penalty: '通报批评',
    circulates: true,
    afterFailed: 'order-to-rectify',
    needs: ['refusal', 'form', ...penaltyNeeds],
    demand: ['上述情形属于{case}。', '{owner}应当立即{task}，引以为戒，依法履行档案工作职责。'],
    remark: penaltyRemark,
    paper: { as: 'decision', title: '通报批评决定' },
  },
  circular: {
    name: '通报',
    to: 'party',
    circulates: true,
    demand: ['根据{ground}，现将上述情况予以通报。', '各有关单位要引以为戒，认真自查，依法做好档案工作。'],
    paper: { as: 'circular' },
  },
  'discipline-recommendation': {
    name: '处分建议函',
    to: 'others',
    demand: [
      '根据{ground}，建议贵单位按照管理权限，对{owner}负有责任的人员依法依规予以处分，并将处理结果函告{office}。',
    ],
    paper: {
      as: 'letter',
      subject: '关于建议对{named}有关责任人员予以处分的函',
      addressee: '任免机关',
      ending: '特此函达，请予研究。',
    },
  },
  'acceptance-recommendation': {
    name: '不予组织竣工验收建议函',
    to: 'others',
    demand: ['{about}档案验收结论为不合格。根据{ground}，建议在档案验收合格前不予组织工程竣工验收。'],
    paper: {
      as: 'letter',
      subject: '关于建议不予组织{about}竣工验收的函',
      addressee: '工程竣工验收组织单位',
      ending: '特此函达，请予支持。',
    },
  },
  'enforcement-notice': {
    name: '档案监督检查执法通知书',
    short: '执法通知书',
    to: 'party',
    onTheSpot: true,
    period: 'stated',
    demand: ['根据{ground}，请{owner}立即采取措施消除隐患，{task}，并将处理情况书面报告{office}。'],
    paper: { as: 'order', title: '档案监督检查执法通知书', contested: '本通知书' },
  },
  'stop-order': {
    name: '责令停止通知',
    to: 'party',
    onTheSpot: true,
    atOnce: ['report-to-information-security', 'report-to-superior'],
    demand: [
      '根据{ground}，现责令{owner}立即停止上述行为，采取措施防止后果扩大，并将处理情况书面报告{office}。',
    ],
    paper: { as: 'order', title: '责令停止违法行为通知书', contested: '本通知书' },
  },
  'report-to-superior': {
    name: '向上级主管部门的报告',
    short: '报告上级主管部门',
    to: 'others',
    demand: [reported],
    paper: { as: 'report', above: 'superior', subject: '关于{named}有关情况的报告' },
  },
  'report-to-government': {
    name: '向本级政府的报告',
    short: '报告本级政府',
    to: 'others',
    demand: [reported],
    paper: { as: 'report', above: 'government', subject: '关于{named}有关情况的报告' },
  },
  'report-to-information-security': {
    name: '向信息和网络安全主管部门的报告',
    short: '报告信息和网络安全主管部门',
    to: 'others',
    demand: [reported],
    paper: {
      as: 'letter',
      subject: '关于通报{named}电子档案信息安全情况的函',
      addressee: '同级信息和网络安全主管部门',
      ending: '特此函告。',
    },
  },
  opinion: {
    name: '检查意见书',
    to: 'party',
    demand: ['根据{ground}，请{owner}按照上述意见{task}，并将落实情况书面报告{office}。'],
    paper: { as: 'opinion', title: '检查意见书' },
  },
  warning: {
    name: '警告',
    to: 'party',
    penalty: '警告',
    needs: penaltyNeeds,
    demand: ['上述情形属于{case}。', '{owner}应当立即{task}，依法履行职责。'],
    remark: penaltyRemark,
    paper: { as: 'decision', title: '行政处罚决定书（警告）' },
  },
  'penalty-case': {
    name: '行政处罚立案建议',
    to: 'others',
    demand: ['{owner}的上述行为涉嫌违法。根据{ground}，建议立案调查。'],
    paper: { as: 'filing', title: '立案审批表' },
  },
  transfer: {
    name: '案件移送函',
    to: 'others',
    demand: ['{owner}的上述行为不属于{office}处理权限。根据{ground}，现将该案及有关材料移送贵单位处理。'],
    paper: {
      as: 'letter',
      subject: '关于移送{named}案件的函',
      addressee: '受移送机关',
      ending: '特此函达，请予查处，并将处理结果函告。',
      attachments: ['案件调查报告', '证据材料清单及证据材料', '涉案物品清单'],
    },
  },
  revocation: {
    name: '撤销行政许可决定书',
    to: 'party',
    demand: ['根据{ground}，现决定撤销准予{named}的行政许可。'],
    paper: { as: 'revocation', title: '撤销行政许可决定书', contested: '本决定' },
  },
  interview: {
    name: '约谈通知书',
    to: 'party',
    demand: ['根据{ground}，现就上述问题约谈{owner}负责人，请按时到场说明情况，并提交整改措施。'],
    paper: { as: 'interview', title: '约谈通知书' },
  },
} as const satisfies Readonly<Record<string, Measure>>;

export type EscalationStep = keyof typeof table;

export const measures: Readonly<Record<EscalationStep, Measure>> = table;

export const escalationSteps = keysOf(table);
