import { channelNames, channels } from './channels.ts';
import { firstWords, offices } from './kinds.ts';
import { escalationSteps, measures } from './measures.ts';
import { tableOf } from './table.ts';

/** Words for people in place of the API’s values: one glossary for the spreadsheets and the console. */

export const statusWords = {
  upcoming: '未开始',
  open: '办理中',
  overdue: '已逾期',
  fulfilled: '按期办结',
  'fulfilled-late': '逾期办结',
  waived: '已免除',
  superseded: '不再适用',
} as const;

/** What is counted as late, and what is only past. */
export const latenessWords = {
  late: '逾期未办',
  unconfirmed: '登记时已逾期，待确认',
  untracked: '追踪起始日前到期，不催办',
  'not-pursued': '只列示，不催办',
} as const;

export const reportWords = { pending: '已报送，待审核', returned: '报送已退回' } as const;

/** What can be answered by the link of a letter. */
export const answerActWords = {
  report: '报送办理情况',
  extension: '申请延期',
  contact: '更正联系人',
  acknowledge: '确认收悉',
} as const;

export const noticeStatusWords = {
  queued: '待发送',
  unknown: '是否发出不明',
  sent: '已发出',
  captured: '未发出（未接通渠道）',
  delivered: '已到达',
  bounced: '被退回',
  complained: '被投诉',
  failed: '发送失败',
  suppressed: '地址停用，未发送',
  withdrawn: '已撤回',
} as const;

/** Steps of a schedule and of its measures, as lists name them. */
export const stepWords = {
  reminder: '提醒',
  'last-reminder': '最后提醒',
  overdue: '逾期通知',
  'bureau-alert': '内部提醒',
  ...tableOf(escalationSteps, (step) => measures[step].short ?? measures[step].name),
} as const;

/** Kinds of notices that are not steps of a schedule, or have another name there. */
export const noticeKindWords = {
  reminder: '到期提醒',
  overdue: '逾期通知',
  'bureau-alert': '内部提醒',
  'quota-alert': '检查任务提醒',
  daily: '每日情况',
  correction: '更正通知',
  'report-returned': '退回通知',
  withdrawal: '撤回通知',
} as const;

/** The result of an attempt to send: the word before the colon of its outcome. */
export const outcomeWords = {
  accepted: '已受理',
  captured: '存于本机，未发出',
  unknown: '未得到答复，是否发出不明',
  temporary: '暂时未发出',
  permanent: '未能发出',
  delivered: '已到达',
  bounced: '被退回',
  complained: '被投诉',
  delayed: '投递延迟',
  suppressed: '地址停用，未发送',
  passed: '受发送限额影响未及发出，提醒已过时',
} as const;

export const escalationStatusWords = {
  draft: '拟稿',
  'awaiting-approval': '待批准',
  approved: '已批准',
  issued: '已印发',
  served: '已送达',
  rejected: '未批准',
  withdrawn: '已撤回',
} as const;

export const quotaStatusWords = {
  met: '已完成',
  'on-track': '进度正常',
  'at-risk': '进度滞后',
  missed: '未完成',
  exceeded: '超过上限',
  conflict: '规定相互冲突',
  'not-applicable': '不适用',
} as const;

/** Which of two readings that cannot both be met is followed. */
export const readingWords = {
  ratio: '按比例执行',
  direct: '按直属单位数执行',
  cap: '按企业年度检查频次上限执行',
  quota: '按检查次数执行',
} as const;

export const modeWords = {
  'on-site': '现场检查',
  written: '书面检查',
  joint: '联合检查',
  file: '案卷评查',
} as const;
export const serviceMethodWords = {
  personal: '直接送达',
  lien: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  notice: '公告送达',
} as const;
export const causeWords = {
  planned: '计划内检查',
  complaint: '投诉举报',
  transfer: '其他部门移送',
  superior: '上级交办',
} as const;
export const severityWords = { minor: '一般', serious: '较重', grave: '严重' } as const;
export const drawStatusWords = {
  committed: '名单已固定，待抽取',
  drawn: '已抽取',
  abandoned: '已终止',
} as const;
export const channelWords = tableOf(channelNames, (name) => channels[name].word);

export const roleWords = {
  'bureau-officer': '业务人员',
  'bureau-leader': '局（馆）领导',
  'bureau-admin': '系统管理员',
  superior: '上级部门',
  unit: '单位',
  auditor: '审计人员',
  operator: '平台管理员',
  machine: '接入程序',
} as const;

/** The roles that people of a bureau may have. */
export const bureauRoles = ['bureau-officer', 'bureau-leader', 'bureau-admin', 'auditor'] as const;

/** What a program may do with the data of one jurisdiction. */
export const scopeWords = {
  'status:read': '查询办理状态',
  'obligations:read': '读取事项',
  'subjects:read': '读取监管对象',
  'subjects:write': '登记和修改监管对象',
  'notices:read': '读取通知',
} as const;

/** The first steps of a bureau, in the order in which they are best done. */
export const checklistWords = {
  people: '人员',
  mail: '邮件',
  roster: '监管对象名册',
  calendar: '工作日历',
} as const;

export const letterOutcomeWords = {
  sent: '已发出',
  captured: '未发出（未接通渠道）',
  failed: '发送失败',
} as const;

/** What a person is in a case, beside the role. */
export const staffDutyWords = {
  'section-head': '承办机构负责人',
  'legal-officer': '法制员',
  'case-officer': '承办人',
} as const;

export const officeWords = firstWords(offices);

export const ruleKindWords = {
  deadline: '期限',
  quota: '检查指标',
  cap: '上限',
  threshold: '界限',
  procedure: '程序',
  escalation: '处理措施',
} as const;

export const basisStatusWords = {
  'in-force': '现行有效',
  amended: '已修订',
  repealed: '已废止',
  unverified: '效力未核实',
} as const;

/** The word for a value; the value itself when there is no word. */
export function wordFor(words: Readonly<Record<string, string>>, value: string): string;
export function wordFor(
  words: Readonly<Record<string, string>>,
  value: string | undefined,
): string | undefined;
export function wordFor(
  words: Readonly<Record<string, string>>,
  value: string | undefined,
): string | undefined {
  return value === undefined ? undefined : (words[value] ?? value);
}

/** Reasons of our own why something was not sent. */
const ownReasons: Readonly<Record<string, string>> = {
  'no contact': '没有联系方式',
  'no provider is set up for this': '未设置发送通道',
  'no answer in time': '未在时限内答复',
};

/** `permanent: 550 no such mailbox` → 未能发出：550 no such mailbox. The server’s own text stays unchanged. */
export function outcomeText(outcome: string): string {
  const [kind = '', ...rest] = outcome.split(': ');
  const name = wordFor(outcomeWords, kind);
  return rest.length === 0 ? name : `${name}：${wordFor(ownReasons, rest.join(': '))}`;
}
