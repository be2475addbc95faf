import { z } from 'zod';
import type { CaseBody } from '../../domain/cases/event.ts';
import { named, type CaseRules } from '../../domain/cases/rules.ts';
import { chineseDay, day, parseDay } from '../../domain/time/day.ts';
import { chineseInstant, parseInstant } from '../../domain/time/instant.ts';
import type { FactValue } from '../../records/records.ts';
import { linesOf } from '../escalations/phrases.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';

/** What a dossier calls the fields of a case’s events. */
const fieldNames: Readonly<Record<string, string>> = {
  at: '时间',
  on: '日期',
  officers: '执法人员',
  documents: '文书',
  document: '文书',
  text: '内容',
  kind: '措施',
  agreedBy: '事先同意人',
  legalBasis: '法律依据',
  items: '物品',
  outcome: '结果',
  reason: '理由',
  conditions: '立案条件',
  situation: '应当立案\n的情形',
  opinion: '意见',
  person: '回避人员',
  replacement: '接替人员',
  servedOn: '送达日期',
  method: '送达方式',
  penalty: '处罚内容',
  fine: '罚款数额',
  fineMaximum: '法定罚款\n上限',
  received: '陈述申辩',
  noticeServedOn: '听证通知\n送达日期',
  party: '当事人类型',
  major: '重大案件',
  complex: '复杂案件',
  publicInterest: '涉及重大\n公共利益',
  collective: '提交集体\n讨论',
  participants: '参加人员',
  conclusion: '结论意见',
  parts: '记录内容',
  filedWith: '备案',
  number: '文号',
  receivedBy: '签收人',
  witnesses: '见证人',
  evidence: '证据列举',
  newFacts: '新查明的\n事实',
  points: '逐条复核',
  hearingAt: '听证时间',
  place: '地点',
  presider: '听证主持人',
  recorder: '记录人',
  amount: '金额',
  receipt: '票据号',
  granted: '是否同意',
  instalments: '缴纳日期\n和金额',
  acceptedBy: '受理机关',
  result: '结果',
  court: '人民法院',
  informed: '出示证件\n和告知',
  correction: '责令改正',
  correctBy: '改正期限',
  refusal: '拒绝签收',
  statement: '陈述申辩',
  until: '结束时间',
  identity: '身份信息',
  to: '受移送机关',
  materials: '移送材料',
  source: '案件来源',
  provision: '适用条款',
  grade: '裁量档次',
  discretion: '裁量情节\n和理由',
  recommendation: '处理建议',
  facts: '违法事实\n和证据',
  attendees: '到场人员',
  issues: '争议焦点',
  opinions: '参加人员的\n主要意见',
  electronicConsent: '同意电子送\n达的确认书',
};

/** Where an event has a word of its own for a field. */
const ownNames: Readonly<Record<string, string>> = {
  'filing-proposal.officers': '拟指定\n承办人员',
  'filing-approval.officers': '指定\n承办人员',
  'statement.outcome': '复核意见',
  'hearing-held.on': '听证日期',
  'execution.text': '执行情况',
};

/** And those of the case itself. */
const factNames: Readonly<Record<string, string>> = {
  occurredOn: '发生日期',
  discoveredOn: '发现日期',
  evidenceSecuredAt: '紧急证据\n措施时间',
  filedOn: '立案日期',
  party: '当事人类型',
  fine: '罚款数额',
  fineMaximum: '法定罚款\n上限',
  major: '重大案件',
};

const valueNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    ...{ registration: '先行登记保存', sealing: '查封', seizure: '扣押' },
    ...{ reconsideration: '行政复议', litigation: '行政诉讼' },
    ...{ department: '移送有权机关', crime: '移送涉嫌犯罪案件' },
  },
  result: { upheld: '维持', withdrawn: '撤回', changed: '变更', revoked: '撤销' },
  method: serviceMethodWords,
  party: { individual: '个人', unit: '单位' },
  received: { true: '已提出', false: '期限内未提出' },
};

/** Lists that read as a sentence does. */
const oneLine: ReadonlySet<string> = new Set(['documents', 'participants', 'witnesses', 'filedWith']);

const yuan: ReadonlySet<string> = new Set(['fine', 'fineMaximum', 'amount']);

/** The lists of the rulebook that an event names entries of, by number or by the beginning of their words. */
const listsOf = ({ conditions, collective }: CaseRules): Readonly<Record<string, readonly string[]>> => ({
  conditions: conditions.procedure?.conditions ?? [],
  situation: conditions.procedure?.situations ?? [],
  parts: collective.procedure?.parts ?? [],
  filedWith: collective.procedure?.reports ?? [],
});

type Row = readonly [string, readonly string[]];

/** What an event says, field by field, in the words of the source. */
export function eventRows(body: CaseBody, rules: CaseRules): Row[] {
  const lists = listsOf(rules);
  const fields: [string, unknown][] = Object.entries(body);
  return fields.flatMap(([field, value]): Row[] => {
    const name = ownNames[`${body.event}.${field}`] ?? fieldNames[field];
    const lines = linesFor(field, value, lists[field]);
    return name === undefined || lines.length === 0 ? [] : [[name, lines]];
  });
}

/** The case’s own data: days, party, fine. */
export function factRows(facts: Readonly<Record<string, FactValue>>): Row[] {
  return Object.entries(factNames).flatMap(([field, name]): Row[] => {
    const lines = linesFor(field, facts[field], undefined);
    return lines.length === 0 ? [] : [[name, lines]];
  });
}

function linesFor(field: string, value: unknown, list: readonly string[] | undefined): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) {
    const texts = value.flatMap((one: unknown) => linesFor(field, one, list));
    return oneLine.has(field) && texts.length > 0 ? [texts.join('、')] : texts;
  }
  const known =
    typeof value === 'string' || typeof value === 'boolean' ? valueNames[field]?.[String(value)] : undefined;
  if (known !== undefined) return [known];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (typeof value === 'number') return [(list && named(list, value)) ?? numberText(field, value)];
  if (typeof value === 'string') return textLines(value, list);
  return rowLines(field, value);
}

/** A row of a list: an officer, a point that was answered, an instalment. */
function rowLines(field: string, value: unknown): string[] {
  if (field === 'points') {
    const { success, data } = pointRow.safeParse(value);
    return success ? [`${data.point}：${data.adopted ? '采纳' : '不予采纳'}，${data.reason}`] : [];
  }
  if (field === 'instalments') {
    const { success, data } = instalmentRow.safeParse(value);
    return success ? [`${chineseDay(day(data.dueOn))}前缴纳${data.amount}元`] : [];
  }
  return officerLines(value);
}

const pointRow = z.object({ point: z.string(), adopted: z.boolean(), reason: z.string() });
const instalmentRow = z.object({ dueOn: z.string(), amount: z.number() });

const numberText = (field: string, value: number): string => (yuan.has(field) ? `${value}元` : String(value));

function textLines(value: string, list: readonly string[] | undefined): string[] {
  const listed = list && named(list, value);
  if (listed !== undefined) return [listed];
  const on = parseDay(value);
  if (on !== undefined) return [chineseDay(on)];
  const at = parseInstant(value);
  return at === undefined ? linesOf(value) : [chineseInstant(at)];
}

/** 刘一（证件号：JC-1） */
function officerLines(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { name, certificate } = { name: undefined, certificate: undefined, ...value };
  return [`${String(name)}（证件号：${String(certificate)}）`];
}

/** Over which a period of a case runs out, kept or not. */
export const doneText = (status: string): string => (status === 'met-late' ? '逾期完成' : '按期完成');
