import { conflict, malformed, refused } from './sentence.ts';

/** What can be wrong with a draw: its roster, its officers, its random source, and each act on it. */
export const drawProblems = {
  'draw.ratio': malformed(
    'a share above 0 and of at most 1, for instance 0.1 for 10 %',
    '比例应大于0、不超过1，例如0.1表示10%',
  ),
  'draw.two-witnesses': malformed('there must be two witnesses: name both', '请写明两名见证人'),
  'draw.beacon': malformed(
    'name the source of the random value: drand, dice or local',
    '请选择随机数来源：现场掷骰子、公共随机数或者本机随机数',
  ),
  'draw.no-rule': refused(
    'there is no rule {ruleId} here: take one from the list of rules',
    '本地区没有这项检查任务，请从规则中选择',
  ),
  'draw.no-quota': refused(
    '{ruleId} is not a quota of checks, so there are no units to draw from',
    '这条规则没有规定检查任务，没有可以抽取的单位',
  ),
  'draw.not-in-force': refused('{ruleId} is not in force today', '这项检查任务今天不适用'),
  'draw.open': conflict(
    'draw {id} of {ruleId} for {period} is still open: reveal it, or have the leader abandon it',
    '本周期已有一次抽查尚未抽取，请先完成，或者由领导终止',
  ),
  'draw.same-moment': conflict(
    'another draw of this rule and period was committed at the same moment: see the list',
    '他人同时发起了这项检查任务的抽查，请刷新查看',
  ),
  'draw.changed': conflict(
    'the draw was changed meanwhile; read it again',
    '这次抽查已由他人办理，请刷新查看',
  ),
  'draw.not-on-roster': refused(
    '{subjectId} is not on the roster of {ruleId}: remove the line',
    '这家单位不在该检查任务的名册中，请去掉这一行',
  ),
  'draw.excluded-twice': refused(
    '{subjectId} is listed twice: remove one of the lines',
    '这家单位填写了两次，请去掉一行',
  ),
  'draw.nobody-left': refused(
    'there are no units to draw from under {ruleId}: enter the units first',
    '名单上没有单位，请先登记监管对象，或者减少不列入的单位',
  ),
  'draw.roster-too-long': refused(
    'the roster has {held} units; at most {most} are allowed',
    '名单有{held}家，最多只能从{most}家中抽取',
  ),
  'draw.size-and-ratio': refused(
    'size and ratio contradict each other: send one of them',
    '抽取数量和抽取比例只能填写一项',
  ),
  'draw.no-size': malformed(
    'missing: give the number to be drawn as size or as ratio',
    '请填写抽取数量或者抽取比例',
  ),
  'draw.too-many': refused(
    '{count} cannot be drawn from a roster of {roster}: lower it to {roster} at most',
    '名单只有{roster}家，抽不出{count}家，请减少数量',
  ),
  'draw.too-few': refused(
    'this share of a roster of {roster} is less than one unit: raise it',
    '按此比例，名单上的{roster}家一家也抽不到，请提高比例',
  ),
  'draw.one-officer': refused(
    '{count} of at least {least}: an inspection needs two officers',
    '只有{count}名，检查须由{least}人以上进行，请再选执法人员',
  ),
  'draw.certificate-twice': refused(
    '{certificate} is listed twice: name each officer once',
    '执法证号{certificate}填写了两次，每人只填一次',
  ),
  'draw.officer-twice': refused(
    '{name} is listed twice: name each officer once',
    '{name}填写了两次，每人只填一次',
  ),
  'draw.recusal-astray': refused(
    '{subjectId} is not on the roster: remove it',
    '须回避的单位中有一家不在名册中，请去掉',
  ),
  'draw.few-officers': refused(
    'only {free} of them could check {name} ({subjectId}): name more officers, or exclude it with a reason',
    '{name}只有{free}名执法人员可派（其余须回避），请增加人员，或者写明理由不列入名单',
  ),
  'draw.others-certificate': refused(
    'on the staff list certificate {certificate} belongs to {holder}',
    '人员名册中执法证号{certificate}是{holder}的，请核对',
  ),
  'draw.other-certificate': refused(
    'on the staff list {name} has certificate {certificate}: enter that one, or correct the list',
    '人员名册中{name}的执法证号是{certificate}，请照此填写，或者更正名册',
  ),
  'draw.no-certificate': refused(
    '{name} is on the staff list without a certificate: enter it there first',
    '人员名册中没有{name}的执法证号，请先录入',
  ),
  'draw.certificate-expired': refused(
    '{name}’s certificate expired on {on}: name another officer, or enter the renewed one in the staff list',
    '{name}的执法证已于{on}到期，请另选人员，或者更新人员名册',
  ),
  'draw.same-witness': refused(
    'name two different witnesses: this one is named already',
    '两名见证人不能是同一人',
  ),
  'draw.round-public': refused(
    'round {round} is public already: name a future one, from {from} on',
    '第{round}轮公共随机数已经公布，请约定第{from}轮以后、更晚公布的轮次',
  ),
  'draw.used': conflict(
    'the draw is {status}: its random value can be used only once',
    '这次抽查的状态是“{status:draw}”，不能再抽取，请刷新查看',
  ),
  'draw.no-value': refused(
    'a local draw takes no value, because its secret was made with the commitment; leave it out',
    '本机随机数已在固定名单时产生，不用填写',
  ),
  'draw.throws-missing': malformed(
    'missing: write the throws, at least {least} digits from 1 to 6',
    '请填写骰子点数，至少{least}个1至6的数字',
  ),
  'draw.signature-missing': malformed(
    'missing: write the signature of round {round}, public from {at}',
    '请填写第{round}轮公共随机数（{at}公布）',
  ),
  'draw.no-signature': refused(
    'not a signature of quicknet: 96 hexadecimal digits, the field signature (not randomness) of {address}',
    '格式不对：请粘贴{address}的整段内容，或者其中的signature',
  ),
  'draw.other-signature': refused(
    'this is not the signature of round {round}: take the field signature of {address}',
    '不是第{round}轮的公共随机数，请从{address}重新取得',
  ),
  'draw.no-throws': refused(
    'these are not throws of a die: write the digits 1 to 6 in the order of the throws',
    '骰子点数只能是1至6的数字，按掷出的次序填写',
  ),
  'draw.few-throws': refused(
    '{throws} throws are too few for this roster: throw at least {least} times',
    '只有{throws}次，至少要掷{least}次',
  ),
  'draw.other-secret': refused(
    'the secret is not the one in the commitment',
    '随机数与固定名单时产生的不一致',
  ),
  'draw.not-drawn': conflict(
    'the draw is {status}: there is no drawn unit to replace',
    '这次抽查的状态是“{status:draw}”，没有可以递补的单位',
  ),
  'draw.replaced-enough': conflict(
    '{most} units were replaced already: commit a new draw',
    '已经递补{most}家，请另行发起抽查',
  ),
  'draw.not-to-be-checked': refused(
    'this is not one of the units to be checked after this draw',
    '这家单位不在应检查的单位之中，请刷新查看',
  ),
  'draw.used-up': conflict('every unit of the roster was drawn already', '名单已经用完，不能再递补'),
  'draw.not-abandoned': conflict(
    'the draw is {status}: it cannot be abandoned',
    '这次抽查的状态是“{status:draw}”，不能终止，请刷新查看',
  ),
} as const;
