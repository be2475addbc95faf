import { conflict, malformed, refused } from './sentence.ts';

/** What can be wrong with quotas of checks: their periods, decisions between readings, a superior’s figures. */
export const quotaProblems = {
  'quota.period': refused(
    'a period such as 2026, 2026-H1, 2026-Q3 or 2026-07',
    '请填写期间，例如2026、2026-H1（上半年）、2026-Q3（第三季度）、2026-07',
  ),
  'quota.no-period': refused('{ruleId} has no period {period}', '这项检查任务没有{period}这一期间'),
  'quota.no-conflict': refused(
    'nothing is in conflict in {period}: {explanation}',
    '{period}没有相互冲突的规定：{explanation}',
  ),
  'quota.no-reading': refused(
    'this is not a reading of this conflict; there are: {follows}',
    '不是可以选定的执行口径；可以选定：{follows:reading}',
  ),
  'quota.decided': conflict(
    'somebody else has just decided it; read it again and decide again',
    '他人刚刚作出了决定，请刷新后重新决定',
  ),
  'quota.no-calendar': refused(
    'there is no calendar for {year}: take a year from {first} to {last}',
    '没有{year}年的工作日历，请选择{first}年至{last}年之间的年份',
  ),
  'quota.no-superior': refused(
    'the source of {ruleId} does not say that a superior’s figure prevails',
    '这条规则没有规定以上级下达的指标为准，不能录入上级指标',
  ),
  'quota.no-figure': refused(
    'this is not a figure of this rule; known: {known}',
    '这条规则没有这个数字；可以填写：{known:figure}',
  ),
  'quota.percentage': refused('a percentage from 0 to 100', '请填写0至100的百分数'),
  'quota.count': refused('a whole number from 0 to {most}', '请填写0至{most}的整数'),
  'quota.no-figures': malformed('name at least one figure', '请至少填写一个数字'),
  'quota.no-issuer': malformed('name who issued it', '请写明印发机关'),
  'quota.no-number': malformed('an override needs its document number', '请写明文号'),
  'quota.override-overlaps': conflict(
    '{number} is in force from {from} to {to}: end it first',
    '{number}的指标适用于{from}至{to}，请先终止',
  ),
  'quota.override-changed': conflict(
    'the override was changed meanwhile; read the rules again',
    '上级指标已被他人修改，请刷新后重新办理',
  ),
} as const;
