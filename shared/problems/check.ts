import { conflict, malformed, refused } from './sentence.ts';

/** What can be wrong with the record of a check. */
export const checkProblems = {
  'check.no-targets': malformed('name what was checked', '请选择检查对象'),
  'check.no-officers': malformed('name who made the check', '请填写检查人员'),
  'check.recorded': conflict('it is recorded already', '这次检查已经登记'),
  'check.unchanged': refused('nothing to correct: give at least one field', '没有改动任何内容'),
  'check.other-year': refused(
    'this is in another year: leave this record as it is and record the check again',
    '不能改到另一年度；请保留本记录，另行登记',
  ),
  'check.changed': conflict(
    'somebody else has just corrected it; read it again and decide again',
    '他人刚刚作了更正，请刷新后重新办理',
  ),
  'check.no-regime': refused(
    '{jurisdiction} has no regime {regime}; it has {regimes}',
    '{jurisdiction}没有这项监管制度，请重新选择',
  ),
  'check.future': refused(
    'this is in the future: record a check after it was made',
    '检查时间不能晚于现在，请在检查以后登记',
  ),
  'check.no-quota': refused(
    '{ruleId} is not a quota of {regime} here; its quotas: {quotas}',
    '不是本制度的检查指标，请重新选择',
  ),
  'check.no-subject': refused('there is no subject {id} in the register', '登记的监管对象中没有这一家'),
  'check.twice': refused('{name} is listed here twice', '{name}填写了两次'),
  'check.retired': refused('{name} was removed from the register on {on}', '{name}已于{on}注销'),
  'check.outside-regime': refused(
    '{name} is a {kind} and outside this regime, which checks {kinds}',
    '{name}是{kind:kind}，不在本制度的检查范围内；本制度检查{kinds:kind}',
  ),
  'check.few-officers': refused(
    '{document} {clause}: at least {least} officers make the check; {named} are named',
    '检查须由{least}名以上人员进行，现填写{named}名，见{clause}',
  ),
  'check.recused': refused(
    '{name} is recused from {subject}: somebody else must make this check',
    '{name}应当回避，请改由其他人员检查',
  ),
  'check.no-certificate': refused(
    '{document} {clause}: {name} must show a valid enforcement certificate; enter its number',
    '{name}应出示有效的行政执法证，请填写证号，见{clause}',
  ),
  'check.no-work-id': refused(
    '{document} {clause}: {name} must show a valid work ID (工作证件); enter its number',
    '{name}应出示有效的工作证件，请填写证号，见{clause}',
  ),
  'check.not-on-list': refused(
    'the staff list has no certificate of {name}; enter it there first',
    '人员名册中没有{name}的证件，请先由系统管理员录入',
  ),
  'check.other-certificate': refused(
    'on the staff list {name} has the certificate {number}',
    '人员名册中{name}的证号是{number}',
  ),
  'check.certificate-expired': refused(
    '{name}’s certificate expired on {until}: it is not valid on {on}',
    '{name}的证件已于{until}到期，{on}无效',
  ),
  'check.ends-before': refused(
    'this is before the check began: give the hour at which it ended',
    '结束时间早于开始时间，请改正',
  ),
  'check.no-finding': refused(
    'no earlier check of this regime found such a problem at a subject that is checked here: give the obligationId of a finding',
    '被检查对象在本制度以前的检查中没有这项问题，请从待复查的问题中选择',
  ),
  'check.recheck-early': refused(
    'its period runs until {until}: until then only `rectified` can be recorded',
    '改正期限至{until}，期满以前只能登记“已改正”',
  ),
  'check.no-such-form': conflict(
    '{form} cannot be made from this record: its regime has no such form',
    '本制度的检查没有《{form:checkForm}》这种文书',
  ),
  'check.nothing-rechecked': conflict(
    '{form} needs a recheck: record a check with `rechecked`, after the period of the finding',
    '制作《{form:checkForm}》须先登记复查情况：在改正期满后登记检查，并逐项填写复查结果',
  ),
  'check.not-catalogued': conflict(
    '{form} is for units in the catalogue of professional archives; {name} is not in it',
    '《{form:checkForm}》只用于专业档案形成单位，{name}未列入',
  ),
  'check.no-target': refused('{id} is not among the targets', '不在本次检查的对象之中'),
  'check.unsigned': refused(
    '{document} {clause}: the person in charge of {name} must sign the {form}; enter who signed, or that it was refused',
    '《{form}》应由{name}负责人签字，请填写签字人；拒绝签字的，请写明情况，见{clause}',
  ),
} as const;
