import { wordFor } from './value-words.ts';

/**
 * Words for people in place of the names and units of figures: one glossary for the spreadsheets and the
 * console.
 */

export const figureWords = {
  aboutPercent: '约占比例',
  archivesDay: '档案日',
  ceiling: '最高额',
  certificateBeforeWork: '上岗前取得证书',
  checks: '检查次数',
  classHours: '培训学时',
  dailyPercent: '每日加处比例',
  days: '期限',
  defenceWorkingDays: '陈述申辩期限（工作日）',
  direct: '其中直属单位',
  due: '截止日',
  excellent: '优良分数线',
  fee: '收费',
  firstHalf: '上半年截止日',
  floorAreaCity: '市级馆建筑面积',
  floorAreaCounty: '县级馆建筑面积',
  hours: '期限',
  individualFrom: '个人起算金额',
  maxPercent: '最高比例',
  minPercent: '最低比例',
  months: '期限',
  nilReturn: '无事项也要报送',
  individualMax: '对公民当场罚款上限',
  unitMax: '对单位当场罚款上限',
  officersMin: '执法人员最少人数',
  noticeWorkingDays: '提前通知（工作日）',
  pass: '合格分数线',
  publicityWeek: '宣传周',
  reconsiderationDays: '申请行政复议的期限',
  rectificationDays: '改正期限',
  reminderLeadDays: '提前提醒',
  reminderLeadHours: '提前提醒',
  requestWorkingDays: '提出要求的期限（工作日）',
  secondHalf: '下半年截止日',
  selfScoreMin: '自评最低分',
  startYear: '起始年份',
  suingDaysAfterReconsideration: '复议后起诉的期限',
  suingMonths: '直接起诉的期限',
  targets: '检查对象数',
  targetsPerCheck: '每次检查对象数',
  timesMin: '最少次数',
  unitFrom: '单位起算金额',
  workingDays: '期限（工作日）',
  years: '期限',
  yuanPerVolumeMax: '每卷最高金额',
  yuanPerVolumeMin: '每卷最低金额',
} as const;

export const unitWords = {
  month: '个月',
  day: '日',
  hour: '小时',
  year: '年',
  check: '次',
  target: '家',
  percent: '%',
  point: '分',
  yuan: '元',
  officer: '人',
  'class-hour': '学时',
  m2: '平方米',
  date: '',
  text: '',
  boolean: '',
} as const;

/** 09-30 → 9月30日; [30, 7, 1] → 30、7、1日; true → 是 */
export function figureText(value: unknown, unit: string): string {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => figureText(item, 'text'));
    return `${items.join('、')}${wordFor(unitWords, unit)}`;
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value}${wordFor(unitWords, unit)}`;
  if (typeof value !== 'string') return '';
  const monthDay = /^(\d\d)-(\d\d|last)$/.exec(value);
  return monthDay ? monthDayText(Number(monthDay[1]), monthDay[2] ?? '') : value;
}

export const monthDayText = (month: number, day: string): string =>
  day === 'last' ? `${month}月最后一日` : `${month}月${Number(day)}日`;
