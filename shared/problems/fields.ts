import { malformed, refused } from './sentence.ts';

/** What can be wrong with a field of any body, query or file, whatever its subject. */
export const fieldProblems = {
  'field.missing': malformed('missing: this field is needed', '此项必填'),
  'field.unknown': malformed('unknown field: remove it', '没有这一项，请去掉'),
  'field.empty': malformed('must not be empty', '不能为空'),
  'field.type': malformed('expected {expected}', '格式不对，应为{expected:fieldType}'),
  'field.choice': malformed('expected one of {options}', '请从可选的内容中选择'),
  'field.too-small': malformed('too small: at least {minimum}', '数值太小，至少为{minimum}'),
  'field.too-big': malformed('too big: at most {maximum}', '数值太大，至多为{maximum}'),
  'field.too-short': malformed('too short: at least {minimum}', '内容太短，至少{minimum}个字'),
  'field.too-long': malformed('too long: at most {maximum}', '内容太长，至多{maximum}个字'),
  'field.too-few': malformed('too few: at least {minimum}', '项数太少，至少{minimum}项'),
  'field.too-many': malformed('too many: at most {maximum}', '项数太多，至多{maximum}项'),
  'field.not-above': malformed('must be greater than {minimum}', '应大于{minimum}'),
  'field.not-below': malformed('must be less than {maximum}', '应小于{maximum}'),
  'field.multiple': malformed('not a multiple of {step}', '应为{step}的倍数'),
  'field.format': malformed('not in the required form ({format})', '格式不对'),
  'field.day': malformed(
    'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    '没有这一天，请按“2026-09-30”的格式填写',
  ),
  'field.instant': malformed(
    'this is not an instant: write ISO 8601 with an offset, for instance 2026-09-30T09:00:00+08:00',
    '请写明日期、时间和时区，例如2026-09-30T09:00:00+08:00',
  ),
  'field.outside-calendar': malformed(
    'outside the calendar: days from 1990-01-01 to 2070-12-31 are known',
    '只能填写1990年至2070年之间的日期',
  ),
  'field.early-day': malformed(
    'outside 1900 to 2070: correct the year',
    '只能填写1900年至2070年之间的日期，请更正年份',
  ),
  'field.year': malformed('a year, for instance 2026', '请填写年份，例如2026'),
  'field.time': malformed('a time of day, HH:MM', '请按“22:00”的格式填写时间'),
  'field.span': refused('{to} is before {from}: exchange them', '终止日期{to}早于起始日期{from}，请更正'),
  'field.telephone': malformed(
    'a telephone number: digits, spaces and dashes',
    '请填写电话号码，只用数字、空格、短横线、括号，分机写“转”',
  ),
  'field.email': malformed('this is not an e-mail address', '不是有效的电子邮箱'),
} as const;
