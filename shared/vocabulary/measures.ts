import { otherForms, type Form, type PaperName } from './papers.ts';
import { keysOf } from './table.ts';

/**
 * The measures of a bureau, one entry each: the name of a step of escalation, against whom it is directed, what
 * it needs, and the text of its document. Enums, drafts, documents, letters, exports and the console follow
 * from it. Places in the texts are filled in when a draft is made: see `Place`.
 */

/** What a proposal needs before approval may be asked for. */
export type Need =
  'investigation' | 'refusal' | 'legal-basis' | 'legal-review' | 'circulation' | 'called-department';

/** `makes` is what it is made as against a party inside of the administration. */
export interface Measure extends Form {
  /** What it becomes against a private party or a person. */
  readonly outside?: PaperName;
  /** What it is where an officer entered a power for it. */
  readonly withPower?: Form;
  /** The decision that the first release made of it, without a case. */
  readonly decision?: Extract<Form['paper'], { readonly as: 'decision' }>;
  /** What lists and spreadsheets call it, where that is shorter. */
  readonly short?: string;
  /** The kind of penalty, in the sense of 行政处罚法第九条: as such it comes out of a case alone. */
  readonly penalty?: string;
  /** The body that supervises the party and the superior bureau get it too. */
  readonly circulates?: true;
  /** It tells of what the bureau has done in a year: it is directed against nobody, and served to nobody. */
  readonly ofTheBureau?: true;
  /** Officers may take it on the spot and record it afterwards. It then waits for nobody. */
  readonly onTheSpot?: true;
  /** A period runs from service; the paper says it in a line of its own where the text does not. */
  readonly period?: true;
  /** The measure whose period must have passed without effect before. */
  readonly afterFailed?: string;
  /** The measures that are reported at the same moment, if the rule provides for them. */
  readonly atOnce?: readonly string[];
  /** Of the paper that it makes inside of the administration. */
  readonly needs?: readonly Need[];
  /** What whoever drafts and approves it is told. */
  readonly remark?: string;
}

const penaltyRemark =
  '警告、通报批评属于行政处罚（行政处罚法第九条），须有法律、法规或者规章依据并经立案调查，本制度不能设定行政处罚（第十六条）。';
const reported = '现将{named}有关情况报告如上。{office}将继续督促其改正，并及时报告进展情况。';
const suspected = '{owner}的上述行为涉嫌违法，建议立案调查。';

const table = {
  'order-to-rectify': {
    makes: 'order',
    name: '责令改正通知书',
    onTheSpot: true,
    period: true,
    demand: ['现责令{owner}自本通知书送达之日起{days}日内{task}，并将改正情况书面报告{office}。'],
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
    makes: 'circular',
    outside: 'letter-to-department',
    name: '通报批评',
    penalty: '通报批评',
    circulates: true,
    afterFailed: 'order-to-rectify',
    needs: ['refusal', 'circulation', 'legal-review'],
    demand: ['现将上述情况予以通报。', '{owner}应当立即{task}，引以为戒，依法履行档案工作职责。'],
    remark: penaltyRemark,
    paper: { as: 'circular' },
    decision: { as: 'decision', title: '通报批评决定' },
  },
  circular: {
    makes: 'circular',
    outside: 'letter-to-department',
    name: '通报',
    circulates: true,
    demand: ['现将上述情况予以通报。', '各有关单位要引以为戒，认真自查，依法做好档案工作。'],
    paper: { as: 'circular' },
  },
  'assessment-circular': {
    makes: 'circular',
    name: '年度考核通报',
    ofTheBureau: true,
    needs: ['circulation'],
    demand: ['现将上述考核情况予以通报。', '各有关单位要对照考核中发现的问题，抓紧整改。'],
    paper: { as: 'circular', subject: '关于{year}年度档案安全工作考核情况的通报' },
  },
  'discipline-recommendation': {
    makes: 'recommendation',
    outside: 'letter-to-department',
    name: '处理建议书',
    demand: [
      '建议贵单位按照管理权限，对{owner}负有责任的公职人员依法依规予以处理，并将处理结果书面告知{office}。',
    ],
    needs: ['investigation'],
    remark: '处理建议应当以调查为前提，只针对公职人员；没有调查记录的，请先行检查或者调查。',
    paper: {
      as: 'letter',
      subject: '关于{named}有关责任人员的处理建议书',
      addressee: '责任人员所在单位或者任免机关',
      ending: '以上建议，请予研究。',
    },
  },
  'acceptance-recommendation': {
    makes: 'recommendation',
    name: '不予组织竣工验收建议函',
    demand: ['{about}档案验收结论为不合格，建议在档案验收合格前不予组织工程竣工验收。'],
    paper: {
      as: 'letter',
      subject: '关于建议不予组织{about}竣工验收的函',
      addressee: '工程竣工验收组织单位',
      ending: '特此函达，请予支持。',
    },
  },
  'enforcement-notice': {
    makes: 'order',
    name: '档案监督检查执法通知书',
    short: '执法通知书',
    onTheSpot: true,
    period: true,
    demand: [
      '现责令{owner}立即采取措施消除隐患，自本通知书送达之日起{days}日内{task}，并将处理情况书面报告{office}。',
    ],
    paper: { as: 'order', title: '责令限期整改通知书（档案监督检查执法通知书）', contested: '本通知书' },
  },
  'stop-order': {
    makes: 'order',
    name: '责令停止通知',
    onTheSpot: true,
    atOnce: ['report-to-information-security', 'report-to-superior'],
    needs: ['called-department'],
    demand: ['现责令{owner}立即采取措施消除隐患、防止后果扩大，并将整改情况书面报告{office}。'],
    paper: { as: 'order', title: '责令立即整改通知书', contested: '本通知书' },
    withPower: {
      makes: 'order',
      name: '责令停止通知',
      demand: ['现责令{owner}立即停止上述行为，采取措施防止后果扩大，并将处理情况书面报告{office}。'],
      paper: { as: 'order', title: '责令停止违法行为通知书', contested: '本通知书' },
    },
  },
  'report-to-superior': {
    makes: 'report',
    name: '向上级主管部门的报告',
    short: '报告上级主管部门',
    demand: [reported],
    paper: { as: 'report', above: 'superior', subject: '关于{named}有关情况的报告' },
  },
  'report-to-government': {
    makes: 'report',
    name: '向本级政府的报告',
    short: '报告本级政府',
    demand: [reported],
    paper: { as: 'report', above: 'government', subject: '关于{named}有关情况的报告' },
  },
  'report-to-information-security': {
    makes: 'letter-to-department',
    name: '向信息和网络安全主管部门的报告',
    short: '报告信息和网络安全主管部门',
    demand: [
      '现将{named}有关情况函告贵单位，请按职责予以处理。{office}将继续督促其改正，并及时通报进展情况。',
    ],
    paper: {
      as: 'letter',
      subject: '关于通报{named}电子档案信息安全情况的函',
      addressee: '同级信息和网络安全主管部门',
      ending: '特此函告。',
    },
  },
  opinion: {
    makes: 'opinion',
    name: '检查意见书',
    demand: ['请{owner}按照上述意见{task}，并将落实情况书面报告{office}。'],
    paper: { as: 'opinion', title: '检查意见书' },
  },
  warning: {
    makes: 'filing-proposal',
    name: '警告',
    penalty: '警告',
    needs: ['legal-basis', 'legal-review'],
    demand: [suspected],
    remark: penaltyRemark,
    paper: { as: 'filing', title: '立案审批表' },
    decision: { as: 'decision', title: '行政处罚决定书（警告）' },
  },
  'penalty-case': {
    makes: 'filing-proposal',
    name: '行政处罚立案建议',
    demand: [suspected],
    paper: { as: 'filing', title: '立案审批表' },
  },
  transfer: {
    makes: 'letter-to-department',
    name: '案件移送函',
    demand: ['{owner}的上述行为不属于{office}处理权限，现将该案及有关材料移送贵单位处理。'],
    paper: {
      as: 'letter',
      subject: '关于移送{named}案件的函',
      addressee: '受移送机关',
      ending: '特此函达，请予查处，并将处理结果函告。',
      attachments: ['案件调查报告', '证据材料清单及证据材料', '涉案物品清单'],
    },
  },
  revocation: {
    makes: 'recommendation',
    name: '撤销行政许可建议函',
    demand: ['建议贵机关依法审查准予{named}的行政许可，作出处理，并将处理结果函告{office}。'],
    remark:
      '许可由作出决定的机关或者其上级机关撤销；本机关自行作出许可的，填写法律依据并经法制审核后制作决定书。',
    paper: {
      as: 'letter',
      subject: '关于建议依法处理{named}行政许可的函',
      addressee: '作出许可决定的机关',
      ending: '特此函达，请予研究。',
    },
    withPower: {
      makes: 'decision',
      name: '撤销行政许可决定书',
      demand: ['现决定撤销准予{named}的行政许可。'],
      paper: { as: 'revocation', title: '撤销行政许可决定书', contested: '本决定' },
    },
  },
  interview: {
    makes: 'notice',
    name: '约谈通知书',
    demand: ['现就上述问题约谈{owner}负责人，请按时到场说明情况，并提交整改措施。'],
    paper: { as: 'interview', title: '约谈通知书' },
  },
} as const satisfies Readonly<Record<string, Measure>>;

export type EscalationStep = keyof typeof table;

export const measures: Readonly<Record<EscalationStep, Measure>> = table;

export const escalationSteps = keysOf(table);

/** What letters call the body that they are written to, while nobody is named. */
export const addressees: readonly string[] = [
  ...Object.values(measures).map(({ paper }) => paper),
  ...Object.values(otherForms).map(({ paper }) => paper),
].flatMap((paper) => (paper.as === 'letter' ? [paper.addressee] : []));

/** What a step is called, asks for and looks like as this paper; `isEntered`: an officer entered a power for it. */
export function formOf(step: EscalationStep, paper: PaperName, isEntered = false): Form {
  const own = measures[step];
  if (own.withPower?.makes === paper && (isEntered || own.makes !== paper)) return own.withPower;
  if (own.makes === paper) return own;
  switch (paper) {
    case 'reminder-letter':
    case 'letter-to-department':
      return otherForms[paper];
    case 'opinion':
      return table.opinion;
    case 'filing-proposal':
      return table['penalty-case'];
    default:
      return own.decision === undefined ? own : { ...own, paper: own.decision };
  }
}

/** What lists and letters call the paper of a step; `again`: a reminder went before it. */
export function nameOf(step: EscalationStep, paper: PaperName, again = false): string {
  if (paper === 'reminder-letter') return again ? '催报函' : '提示函';
  if (paper === 'filing-proposal') return table['penalty-case'].name;
  return formOf(step, paper).name;
}

/** Papers that go to the party itself; the others go to whoever is named on them. */
const toParty: ReadonlySet<PaperName> = new Set<PaperName>([
  'order',
  'reminder-letter',
  'opinion',
  'notice',
  'circular',
  'decision',
]);
export const reachesParty = (paper: PaperName): boolean => toParty.has(paper);

/** Whether the paper of a step is served: what tells of the bureau’s own year is directed against nobody. */
export const isServed = (step: EscalationStep, paper: PaperName): boolean =>
  reachesParty(paper) && !measures[step].ofTheBureau;
/** Whether officers may take it on the spot: it must reach the party, and do more than remind it. */
export const mayBeTaken = (step: EscalationStep, paper: PaperName): boolean =>
  measures[step].onTheSpot === true && reachesParty(paper) && paper !== 'reminder-letter';

/** A period runs from the service of what asks the party to do something. */
export const periodOf = (step: EscalationStep, paper: PaperName): Measure['period'] =>
  paper === 'order' || paper === 'reminder-letter' || paper === 'opinion' ? measures[step].period : undefined;

/** What a proposal needs besides, by the paper that it is made as. */
export function needsOf(step: EscalationStep, paper: PaperName): readonly Need[] {
  const { makes, needs = [], penalty } = measures[step];
  if (penalty !== undefined && paper === 'filing-proposal')
    return [...needs.filter((need) => need === 'refusal'), 'legal-basis', 'legal-review'];
  return paper === makes ? needs : [];
}

interface Written {
  readonly step: EscalationStep;
  readonly paper?: PaperName | undefined;
  readonly form?: 'penalty' | 'internal-circular' | undefined;
}

/** What a record was written as; before papers were kept, by its step and form alone. */
export function paperIn({ paper, step, form }: Written): PaperName {
  if (paper !== undefined) return paper;
  const { makes, decision, withPower } = measures[step];
  if (decision !== undefined) return form === 'internal-circular' ? 'circular' : 'decision';
  return withPower?.makes === 'decision' ? 'decision' : makes;
}
