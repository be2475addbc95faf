import { conflict, forbidden, malformed, refused } from './sentence.ts';

/** What can be wrong with a subject: its facts and traits, its parent, its successor. */
export const subjectProblems = {
  'subject.no-contacts-proposed': conflict(
    'no contacts wait for a decision: read the subject again',
    '没有等待确认的联系人，请刷新查看',
  ),
  'subject.fact-unknown': malformed(
    'unknown fact of a {kind}; known: {known}',
    '{kind:kind}没有这一项；可以填写：{known:fact}',
  ),
  'subject.fact-none': malformed(
    'unknown fact of a {kind}; known: none',
    '{kind:kind}没有可以填写的事实项，请去掉',
  ),
  'subject.trait-unknown': malformed(
    'unknown trait of a {kind}: {trait}; known: {known}',
    '{kind:kind}没有“{trait:trait}”这一特征；可以选择：{known:trait}',
  ),
  'subject.trait-none': malformed(
    'unknown trait of a {kind}: {trait}; known: none',
    '{kind:kind}没有可以选择的特征，请去掉“{trait:trait}”',
  ),
  'subject.accepted-before-start': refused(
    '{day} is before startedOn ({first}): the archives cannot be accepted before the project starts; correct one of them',
    '档案验收日期{day}早于开工日期{first}：开工之前不能验收档案，请更正其中一项',
  ),
  'subject.completion-before-start': refused(
    '{day} is before startedOn ({first}): completion cannot be planned before the project starts; correct one of them',
    '计划竣工验收日期{day}早于开工日期{first}，请更正其中一项',
  ),
  'subject.discovered-before-occurred': refused(
    '{day} is before occurredOn ({first}): a case cannot come to light before it occurred; correct one of them',
    '发现日期{day}早于发生日期{first}，请更正其中一项',
  ),
  'subject.filed-before-discovered': refused(
    '{day} is before discoveredOn ({first}): a case cannot be filed before it came to light; correct one of them',
    '立案日期{day}早于发现日期{first}，请更正其中一项',
  ),
  'subject.fine-above-maximum': refused(
    '{fine} yuan is above fineMaximum ({maximum}): a fine never exceeds the statutory maximum (BX (十一)一); lower it',
    '罚款{fine}元超过法定上限{maximum}元：罚款不得超过法定最高额，请调低',
  ),
  'subject.nature': refused(
    'a {kind} has no nature of its own: only a unit has one',
    '只有单位可以填写性质，{kind:kind}不填',
  ),
  'subject.no-parties': refused(
    'a {kind} has no parties: it answers for itself, or the unit above it does',
    '{kind:kind}不填责任主体，由其本身或者上级单位负责',
  ),
  'subject.relation': refused(
    '{relation} is not a relation to a {kind}; known: {known}',
    '{kind:kind}的责任主体不能是“{relation:relation}”；可以填写：{known:relation}',
  ),
  'subject.party-name': refused(
    'name the party, or give the subjectId of a unit of the register',
    '请填写责任主体的名称，或者选择已登记的单位',
  ),
  'subject.party-twice': refused(
    'the unit of subjectId gives these fields: leave this out, and change it at the unit itself',
    '已选择登记的单位，名称、代码等以该单位的登记为准，请勿另填',
  ),
  'subject.no-party': refused(
    'there is no subject {id} in this jurisdiction; enter the unit first, or give the name of the party',
    '本地区没有这个单位（{id}），请先登记，或者直接填写名称',
  ),
  'subject.party-kind': refused(
    '{name} is a {kind}: only a unit of the register can be a party',
    '{name}是{kind:kind}，责任主体应当是单位，请另选或者直接填写名称',
  ),
  'subject.party-retired': refused(
    '{name} was retired on {on}: name its successor',
    '{name}已于{on}注销，请另选承接的单位',
  ),
  'subject.own-parent': refused('a subject cannot be its own parent', '上级单位不能是自己'),
  'subject.no-parent': refused(
    'there is no subject {id} in this jurisdiction; enter the parent first',
    '本地区没有这个上级单位（{id}），请先登记上级单位',
  ),
  'subject.parent-retired': refused('{name} was retired on {on}', '{name}已于{on}注销，请另选上级单位'),
  'subject.below-itself': refused(
    '{parent} is below this subject already: choose a parent that is not',
    '{parent}已经是本单位的下级，请另选上级单位',
  ),
  'subject.bureau': refused(
    'the bureau subjects of a jurisdiction exist from the start',
    '主管部门由系统设立，不能另行登记，请改选其他类别',
  ),
  'subject.kind-of-office': forbidden(
    'Your office may not enter a {kind} of that office.',
    '这类{kind:kind}由其他科室负责，您不能登记。',
  ),
  'subject.office': forbidden('You may not act for that office.', '该科室的对象不由您办理。'),
  'subject.code-fixed': refused(
    'a code cannot change; retire the subject and enter its successor',
    '编号不能更改；确需更改的，请先注销，再登记承接的单位',
  ),
  'subject.bureau-office': refused('the office of a bureau subject is fixed', '主管部门的科室不能更改'),
  'subject.code-taken': conflict(
    'the code {code} belongs to another {kind} here; codes are unique and cannot change',
    '编号{code}已用于另一个{kind:kind}；编号不能重复，也不能更改',
  ),
  'subject.retired': conflict(
    '{name} was retired on {on}; its record stays as it is',
    '{name}已于{on}注销，记录不再修改',
  ),
  'subject.changed': conflict(
    'the subject was changed meanwhile; read it again',
    '内容已被他人修改，请刷新后重新办理',
  ),
  'subject.bureau-stays': refused('a bureau subject cannot be retired', '主管部门不能注销'),
  'subject.retired-already': conflict('already retired on {on}', '已于{on}注销'),
  'subject.retired-ahead': refused(
    'this day is in the future: retire the subject on the day itself',
    '注销日期不能晚于今天，请于当日办理',
  ),
  'subject.no-successor': refused(
    'there is no other subject with this id in this jurisdiction',
    '本地区没有这个承接的单位，请另选',
  ),
  'subject.no-certificate': refused(
    'work started on {started} and no certificate is entered ({document} {clause}): ask for the certificate, or enter its day (facts.certifiedOn)',
    '{started}上岗，未登记取得证书的日期，请核实（见{clause}）',
  ),
  'subject.certificate-later': refused(
    'work started on {started}, before the certificate of {certified} ({document} {clause}): check the two days',
    '{started}上岗，{certified}才取得证书，请核实（见{clause}）',
  ),
  'subject.successor-of-retired': refused(
    'this subject is not retired: name the successor when you retire it (DELETE)',
    '尚未注销，不能登记承接单位；请在办理注销时一并登记',
  ),
  'subject.successor-leads-back': refused(
    'this subject is its successor: name one that still exists',
    '该单位已并入本单位，请填写继续存在的单位',
  ),
  'subject.escalations-open': conflict(
    '{count} of its escalations are still open: withdraw them, or complete them',
    '尚有{count}件处理文书没有办结，请先撤回或者办结',
  ),
} as const;
