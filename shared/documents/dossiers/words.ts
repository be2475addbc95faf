import { escalationSteps } from '../../vocabulary/measures.ts';
import type { DocumentParts } from '../parts.ts';

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
  ...Object.fromEntries(escalationSteps.map((step) => [step, '文书告知'])),
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

const providerNames: Readonly<Record<string, string>> = {
  captured: '本机留存，未外发',
  ses: '邮件服务',
  smtp: '邮件服务器',
  'aws-sms': '短信服务',
  email: '邮件',
  sms: '短信',
  none: '未经通道',
};

const outcomeNames: Readonly<Record<string, string>> = {
  accepted: '已接收',
  temporary: '暂时未发出',
  permanent: '未能发出',
  delivered: '已到达',
  bounced: '被退回',
  complained: '被投诉',
  delayed: '投递延迟',
  suppressed: '已停发',
};

const reasonNames: Readonly<Record<string, string>> = {
  'no contact': '没有联系方式',
  'no provider is set up for this': '未设置发送通道',
};

/** `smtp`, `bounced: 550 no such user` → 邮件服务器　被退回：550 no such user: what a server said stays as it said it. */
export function attemptText(provider: string, outcome: string): string {
  const [kind = '', ...rest] = outcome.split(': ');
  const reason = rest.join(': ');
  const name = outcomeNames[kind] ?? kind;
  const told = reason === '' ? name : `${name}：${reasonNames[reason] ?? reason}`;
  return `${providerNames[provider] ?? provider}　${told}`;
}

export const whyNames: Readonly<Record<string, string>> = {
  unit: '当事人',
  parent: '上级单位代收',
  supervising: '主管部门或者上级单位',
  superior: '上级主管部门',
  circulation: '通报范围',
};
