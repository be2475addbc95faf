/** What lists call the API’s values when they are read in a spreadsheet. */

export const statusWords = {
  upcoming: '未开始',
  open: '办理中',
  overdue: '已逾期',
  fulfilled: '按期办结',
  'fulfilled-late': '逾期办结',
  waived: '已免除',
  superseded: '不再适用',
} as const;

export const reportWords = { pending: '已报送，待审核', returned: '报送已退回' } as const;

export const noticeStatusWords = {
  queued: '待发送',
  sent: '已发出',
  delivered: '已到达',
  bounced: '被退回',
  complained: '被投诉',
  failed: '发送失败',
  suppressed: '地址停用，未发送',
  withdrawn: '已撤回',
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

export const modeWords = {
  'on-site': '现场检查',
  written: '书面检查',
  joint: '联合检查',
  file: '案卷检查',
} as const;
export const causeWords = {
  planned: '计划检查',
  complaint: '投诉举报',
  transfer: '移送',
  superior: '上级交办',
} as const;
export const severityWords = { minor: '轻微', serious: '较重', grave: '严重' } as const;
export const drawStatusWords = { committed: '已承诺，待抽取', drawn: '已抽取', abandoned: '已放弃' } as const;
export const channelWords = { email: '邮件', sms: '短信' } as const;

export const roleWords = {
  'bureau-officer': '业务人员',
  'bureau-leader': '局（馆）领导',
  'bureau-admin': '系统管理员',
  superior: '上级部门',
  unit: '单位',
  auditor: '审计人员',
} as const;

/** The word for a value, or the value itself where there is none. */
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
