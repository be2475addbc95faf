/** What the API’s words are called here. */

export const roles = {
  'bureau-officer': '业务人员',
  'bureau-leader': '局（馆）领导',
  'bureau-admin': '系统管理员',
  superior: '上级部门',
  unit: '单位',
  auditor: '审计人员',
};

export const offices = { archives: '档案', 'civil-defence': '人防', 'legal-affairs': '法制' };

const statuses = {
  upcoming: ['尚未开始', 'plain'],
  open: ['办理中', 'info'],
  overdue: ['已逾期', 'bad'],
  fulfilled: ['已按期办结', 'good'],
  'fulfilled-late': ['逾期办结', 'warn'],
  waived: ['已免除', 'plain'],
  superseded: ['已被取代', 'plain'],
};

export const noticeStatuses = {
  queued: ['待发送', 'info'],
  sent: ['已发出', 'info'],
  delivered: ['已到达', 'good'],
  bounced: ['被退回', 'bad'],
  complained: ['被投诉为垃圾邮件', 'bad'],
  failed: ['发送失败', 'bad'],
  suppressed: ['未发送（地址停用）', 'warn'],
  withdrawn: ['已撤回', 'plain'],
};

export const noticeKinds = {
  reminder: '到期提醒',
  overdue: '逾期通知',
  'order-to-rectify': '责令整改',
  'circulated-criticism': '通报批评',
  'bureau-alert': '内部提醒',
  'quota-alert': '检查任务提醒',
  daily: '每日情况',
  correction: '更正通知',
  'report-returned': '退回通知',
};

export const channels = { email: '邮件', sms: '短信' };

export const reports = { pending: ['已报送，待审核', 'warn'], returned: ['报送已退回', 'warn'] };

export const pursuits = {
  untracked: '到期日在追踪起始日之前，只列示，不追究',
  unconfirmed: '录入时已经逾期，待业务人员确认后才通知单位',
  none: '政策目标，只列示，不追究',
};

/** A duty’s status and its tone; what is past but pursued by nobody is not called late. */
export function stateOf({ status, pursuit }) {
  const past = status === 'overdue' && (pursuit === 'untracked' || pursuit === 'none');
  return past ? ['已过期', 'plain'] : (statuses[status] ?? [status, 'plain']);
}

const actors = { system: '系统', ...roles };

/** `bureau-officer:officer-1` → 业务人员 officer-1 */
export function actor(by) {
  const [role, ...rest] = by.split(':');
  return [actors[role] ?? role, rest.join(':')].filter((part) => part !== '').join(' ');
}

/** 2025年度, 2026年上半年, 2026年第3季度, 2026年7月 */
export function period(key) {
  if (key === undefined) return undefined;
  const [year, part] = [key.slice(0, 4), key.slice(5)];
  if (part === '') return `${year}年度`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}
