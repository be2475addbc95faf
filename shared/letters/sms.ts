import { chineseDay, type Day } from '../domain/time/day.ts';

/**
 * The SMS templates. In China a signature and a template are approved beforehand, and only the variables
 * change. The text says that something waits, never what, because others may see the screen: an SMS contains no
 * duty, no case and no criticism.
 */
export const smsVariables = ['count', 'date', 'bureau', 'code'] as const;
export const smsTemplateCodes = ['ARCHIVE_REMINDER', 'ARCHIVE_OVERDUE'] as const;
export type SmsTemplateCode = (typeof smsTemplateCodes)[number];

export const smsTemplates: Readonly<Record<SmsTemplateCode, string>> = {
  ARCHIVE_REMINDER: '您好，有${count}项工作事项待办理，期限为${date}，请查收邮件或联系${bureau}。',
  ARCHIVE_OVERDUE: '您好，有${count}项工作事项的期限已过（${date}），请查收邮件或联系${bureau}。',
};

/** The template of a code with which somebody signs in. A gateway without it sends no codes. */
export const SIGN_IN_TEMPLATE = 'ARCHIVE_SIGN_IN';

const codeOf = { reminder: 'ARCHIVE_REMINDER', overdue: 'ARCHIVE_OVERDUE' } as const;

export interface SmsInput {
  readonly bureau: string;
  /** Not used in the text: it may name a case, a project or a person. */
  readonly owner: string;
  readonly dueOn: Day;
  /** The number of duties in the message; 1 when absent. */
  readonly count?: number;
}

export interface FilledSms {
  readonly template: SmsTemplateCode;
  readonly variables: Record<string, string>;
  readonly text: string;
}

export function smsFor(kind: 'reminder' | 'overdue', input: SmsInput): FilledSms {
  const template = codeOf[kind];
  const bureau = plain(input.bureau);
  const variables: Record<string, string> = {
    count: String(input.count ?? 1),
    date: chineseDay(input.dueOn),
    bureau,
  };
  const text = smsTemplates[template].replace(/\$\{(\w+)\}/g, (_, name: string) => variables[name] ?? '');
  return { template, variables, text: `【${bureau}】${text}` };
}

/** 【】 mark the signature and are refused anywhere else. */
function plain(text: string): string {
  return text.replace(/[【】\s]/gu, '');
}
