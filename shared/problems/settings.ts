import { conflict, refused } from './sentence.ts';

/** What can be wrong with a bureau’s settings and its list of people. */
export const settingsProblems = {
  'settings.no-reading': refused(
    'there is no such reading of a rule in force here',
    '本地区现行的规则没有这一项可以选择的理解方式',
  ),
  'settings.no-option': refused(
    'there is no such option; known: {options}',
    '没有这个选项，请从所列的理解方式中选择',
  ),
  'settings.no-rule': refused('there is no rule {ruleId} here', '本地区没有这条规则'),
  'settings.statutory': refused(
    'this figure is statutory: the source fixes it, and it cannot be set',
    '这个数字由规定载明，不能另行设定',
  ),
  'settings.not-open': refused(
    'the rule leaves no figure {figure} open; open: {open}',
    '这条规则没有把“{figure:figure}”留给本局确定；可以设定的有：{open:figure}',
  ),
  'settings.none-open': refused(
    'the rule leaves no figure {figure} open; open: none',
    '这条规则没有留给本局确定的数字',
  ),
  'settings.form': refused(
    'must be written in the form of the default: {default}',
    '请按默认值的格式填写：{default}',
  ),
  'settings.day': refused('a day, YYYY-MM-DD, for instance 2026-12-31', '请填写日期，例如2026-12-31'),
  'settings.month-day': refused(
    'a month and day of every year, MM-DD, for instance 12-31, or 02-last for the end of February',
    '请填写每年都有的月和日，例如12-31；二月最后一日写作02-last',
  ),
  'settings.count': refused('whole numbers from 0 to 365', '请填写0至365的整数'),
  'settings.quiet': refused(
    'the send hour {hour} is within the quiet hours {from}–{to}, so nothing could be sent',
    '发送时刻{hour}在免打扰时段（{from}至{to}）之内，通知将无法发出',
  ),
  'settings.pattern': refused(
    'a pattern contains {year} and {n} once each, for instance {example}',
    '编号格式须各写一次年份{year}和序号{n}，例如{example}',
  ),
  'settings.no-office': refused(
    'there is no such office beside the bureau; there are: {offices}',
    '本地区没有这个科室，可以填写的有：{offices:office}',
  ),
  'settings.changed': conflict(
    'the settings were changed meanwhile; read them again',
    '设置已被他人修改，请刷新后重新办理',
  ),
  'settings.person-twice': refused('{sub} is listed twice', '人员编号{sub}填写了两次，请去掉一行'),
  'settings.no-deputy': refused('nobody with this sub is on the list', '名单上没有这个人员编号'),
  'settings.staff-changed': conflict(
    'the staff list was changed meanwhile; read it again',
    '人员名单已被他人修改，请刷新后重新办理',
  ),
  'settings.no-own-address': refused(
    'the caller has no e-mail address of their own: say where to send it',
    '您没有登记邮箱，请填写收件地址',
  ),
} as const;
