type Say = (...parts: string[]) => string;

/** The server’s messages about records of checks and quotas, and what they say in Chinese. */
const patterns: readonly (readonly [RegExp, Say])[] = [
  [
    /: at least (\d+) officers make the check; (\d+) named/,
    (least, named) => `检查须由${least}名以上人员进行，现填写${named}名`,
  ],
  [/^(.+) keeps away from \S+: somebody else/, (name) => `${name}应当回避，请改由其他人员检查`],
  [
    /: (.+) shows a valid enforcement certificate; enter its number/,
    (name) => `${name}应出示有效的行政执法证，请填写证号`,
  ],
  [/: (.+) shows a valid work ID/, (name) => `${name}应出示有效的工作证，请填写证号`],
  [
    /^the staff list holds no certificate of (.+); enter/,
    (name) => `人员名册中没有${name}的证件，请先由系统管理员录入`,
  ],
  [/^the staff list says that (.+) holds (.+)$/, (name, number) => `人员名册中${name}的证号是${number}`],
  [
    /^(.+)’s certificate ran out on (\S+): not valid on (\S+)/,
    (name, until, on) => `${name}的证件已于${until}到期，${on}无效`,
  ],
  [
    /: the person in charge of (.+) signs the (.+); enter/,
    (name, form) => `《${form}》应由${name}负责人签字，请填写签字人；拒绝签字的，请写明情况`,
  ],
  [
    /^there is no calendar for -?\d+: take a year from (\d+) to (\d+)/,
    (first, last) => `没有这一年的日历，请选择${first}年至${last}年`,
  ],
  [/^before the check of (\S+)/, (day) => `早于检查日期${day}`],
  [/^the same words as in findings/, () => '与前面的问题重复，请只填写一次，或者写明区别'],
  [/^in the future: a check is recorded/, () => '检查时间不能晚于现在'],
  [/^in another year: leave this record/, () => '不能改到另一年度；请保留本记录，另行登记'],
  [/^somebody else has just (?:corrected|decided) it/, () => '他人刚刚作了修改，请刷新后重新办理'],
  [/^say what is corrected/, () => '没有改动任何内容'],
  [/^it is recorded already/, () => '这次检查已经登记'],
  [/^(.+) is a \S+: outside the regime/, (name) => `${name}不在本制度的检查范围内`],
  [/^(.+) was taken off the register on (\S+)$/, (name, day) => `${name}已于${day}注销`],
  [/^no subject \S+ in the register/, () => '登记的监管对象中没有这一家'],
  [/^(.+) stands here twice$/, (name) => `${name}填写了两次`],
  [/^\S+ is not among the targets/, () => '不在本次检查的对象之中'],
  [/^\S+ is no quota of/, () => '不是本制度的指标'],
  [/^nothing is in conflict/, () => '本期两项规定没有冲突，不需要选定'],
  [/^name what was checked/, () => '请选择检查对象'],
  [/^name who made the check/, () => '请填写检查人员'],
];

/** The message in Chinese; empty where it is not known. */
export function translateCheck(message: string): string {
  for (const [pattern, say] of patterns) {
    const match = pattern.exec(message);
    if (match) return say(...match.slice(1));
  }
  return '';
}
