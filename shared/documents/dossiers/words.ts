import { escalationSteps } from '../../vocabulary/measures.ts';
import { noticeKindWords, outcomeText } from '../../vocabulary/value-words.ts';

/** What a dossier calls the kinds of notices. */
export const noticeNames: Readonly<Record<string, string>> = {
  ...noticeKindWords,
  // A mail about a document; the document itself is named by its title.
  ...Object.fromEntries(escalationSteps.map((step) => [step, '文书告知'])),
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

/** `smtp`, `bounced: 550 no such user` → 邮件服务器　被退回：550 no such user: what a server said stays as it said it. */
export const attemptText = (provider: string, outcome: string): string =>
  `${providerNames[provider] ?? provider}　${outcomeText(outcome)}`;

export const whyNames: Readonly<Record<string, string>> = {
  unit: '当事人',
  parent: '上级单位代收',
  supervising: '主管部门或者上级单位',
  superior: '上级主管部门',
  circulation: '通报范围',
};
