import { keysOf } from './table.ts';

/** An address of a contact. Each is a column of rosters and a field of the API. */
type Address = 'email' | 'mobile';

interface Channel {
  readonly word: string;
  /** Its name in a dossier. */
  readonly formal: string;
  /** The field of a contact that holds the address. */
  readonly address: Address;
  /** What connects it when the product runs as one process. */
  readonly setUp: string;
}

/** The channels for notices, one entry each. */
const table = {
  email: { word: '邮件', formal: '电子邮件', address: 'email', setUp: 'e-mail (SMTP_URL, MAIL_FROM)' },
  sms: { word: '短信', formal: '短信', address: 'mobile', setUp: 'SMS (SMS_GATEWAY)' },
} as const satisfies Readonly<Record<string, Channel>>;

export type ChannelName = keyof typeof table;

export const channels: Readonly<Record<ChannelName, Channel>> = table;

export const channelNames = keysOf(table);

/** The notices for which a bureau chooses channels. */
export const channelSettings = {
  reminder: '提醒',
  'last-reminder': '最后一次提醒',
  overdue: '逾期通知',
  correction: '更正通知',
  'report-returned': '退回通知',
  'bureau-alert': '内部提醒',
  daily: '每日情况',
} as const;
