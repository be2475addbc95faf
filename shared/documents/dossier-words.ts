import { escalationNames } from '../domain/escalation-names.ts';
import type { DocumentParts } from './parts.ts';

/** What a dossier calls the states and kinds of the records. */
export const statusNames: Readonly<Record<DocumentParts['status'], string>> = {
  draft: '草稿',
  'awaiting-approval': '待审批',
  approved: '已批准',
  issued: '已印发',
  served: '已送达',
  rejected: '未获批准',
  withdrawn: '已撤回',
};

export const noticeNames: Readonly<Record<string, string>> = {
  reminder: '提醒',
  overdue: '逾期通知',
  'bureau-alert': '内部提醒',
  correction: '更正通知',
  'report-returned': '材料退回通知',
  withdrawal: '撤回告知',
  // A mail about a document; the document itself is named by its title.
  ...Object.fromEntries(Object.keys(escalationNames).map((step) => [step, '文书告知'])),
};

export const reachNames: Readonly<Record<string, string>> = {
  queued: '待发送',
  sent: '已发出',
  delivered: '已到达',
  bounced: '被退回',
  complained: '被投诉',
  failed: '发送失败',
  suppressed: '已停发',
  withdrawn: '已撤回，未发出',
};

export const whyNames: Readonly<Record<string, string>> = {
  unit: '当事人',
  parent: '上级单位代收',
  supervising: '主管部门或者上级单位',
  superior: '上级主管部门',
  circulation: '通报范围',
};

/** What the links of the chain call their decisions. */
export const actionNames: Readonly<Record<string, string>> = {
  'taken-on-the-spot': '当场作出',
  edited: '修改',
  proposed: '提请审批',
  approved: '批准',
  rejected: '不予批准',
  returned: '退回',
  issued: '印发',
  served: '送达',
  corrected: '更正',
  withdrawn: '撤回',
  complied: '认定已改正',
  confirmed: '核定办结',
  extended: '延长期限',
  waived: '免除',
};
