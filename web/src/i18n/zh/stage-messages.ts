import { stages } from './stages.ts';
import { wordFor } from '../shape/table.ts';

type Say = (...parts: string[]) => string;

const eventNames: Readonly<Record<string, string>> = stages.events;
const stageNames: Readonly<Record<string, string>> = stages.stages;
const whats: Readonly<Record<string, string>> = {
  'the discovery': '发现日期',
  'its proposal': '报请日期',
  'the filing': '立案日期',
  'the prior notice': '事先告知日期',
  'the request': '要求听证日期',
  'its notice': '听证通知送达日期',
  'the proposal': '提出处罚建议的日期',
  'the decision': '处罚决定日期',
  'the service': '送达日期',
  'the execution': '执行日期',
  'the measure': '采取证据措施的日期',
  'the start of the project': '开工日期',
  'the opinion on the last application': '上次验收意见的日期',
  'the application': '申请日期',
  'the meeting': '验收会日期',
};
/** 2026年9月10日 */
const day = (text: string): string =>
  text.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, (_, year, month, date) => `${year}年${month}月${date}日`);
const list = (text: string): string => text.replaceAll('; ', '；').replaceAll(', ', '、');

/** What the server says of the events of a case and of an acceptance; its clause aside. */
const patterns: readonly (readonly [RegExp, Say])[] = [
  // What comes first.
  [/^“(.+)” comes first$/, (level) => `须先完成“${level}”`],
  [/^“(.+)” was passed already$/, (level) => `“${level}”已经完成`],
  [/^this office’s chain has no such level$/, () => '本机构的审批程序没有这一环节'],
  [/^there is no filing proposal/, () => '尚未报请立案'],
  [/^there is no decision proposal/, () => '尚未提出处罚建议'],
  [/^no evidence measure is on record/, () => '没有采取证据措施的记录'],
  [/^a measure of .+ is on record/, () => '证据措施已经登记，24小时期限已经起算'],
  [/^the formalities were completed/, () => '手续已经补办'],
  [/^the evidence was decided on/, () => '证据处理决定已经登记'],
  [/^record the discovery first/, () => '请先登记现场检查（勘查），或者在基本情况中填写发现日期'],
  [/^a hearing was asked for on (\S+)$/, (on) => `当事人已于${day(on)}要求听证`],
  [/^no hearing was asked for$/, () => '当事人没有要求听证'],
  [/^the hearing ended on (\S+)$/, (on) => `听证已于${day(on)}结束`],
  [/^record the execution before/, () => '请先登记执行情况'],
  [/^the proposal rests on 《案件调查终结报告》/, () => '请先登记《案件调查终结报告》'],
  [
    /^the party may state, defend itself and ask for a hearing until (\S+)/,
    (on) =>
      `当事人陈述、申辩和要求听证的期限至${day(on)}止，期满后才能提出处罚建议（行政处罚法第四十五条、第六十四条）`,
  ],
  [
    /^enter what the party stated and what its review/,
    () => '请先登记陈述申辩及复核意见，或者登记当事人未提出',
  ],
  [/^the hearing that was asked for comes first/, () => '当事人已要求听证，请先举行听证'],
  // Who.
  [/^\S+ is decided by a bureau-leader/, () => '由局（馆）领导办理，您的身份不能办理'],
  [/^The legal office reviews a case/, () => '法制机构只作审核，其他环节由案件承办机构办理'],
  [/^This person was recused from the case/, () => '您已回避本案（行政处罚法第四十三条）'],
  [/^whoever proposed it takes no part/, () => '提请人不能参加审批，须由他人办理'],
  [/^this person took the level “(.+)” already/, (level) => `您已办理“${level}”，本环节须由他人办理`],
  [/^Events are entered by officers and leaders/, () => '各环节由业务人员或者领导办理'],
  // Days.
  [/^(\d{4}-\S+) is in the future/, () => '不能晚于今天，请在发生以后登记'],
  [/^(\S+) is in the future/, () => '不能晚于现在，请在发生以后登记'],
  [
    /^(\S+) is before (.+) \((\S*)\): correct/,
    (_, what, on) => `不能早于${wordFor(whats, what)}（${day(on)}），请核对`,
  ],
  [/^before the measure of (\S+):/, () => '不能早于采取证据措施的时间，请核对'],
  [
    /^a hearing is asked for within 5 working days of the notice, until (\S+)/,
    (on) => `要求听证的期限是告知后5个工作日，至${day(on)}止（行政处罚法第六十四条）`,
  ],
  [
    /^the party is told of time and place.+not before (\S+)$/,
    (on) => `听证应提前7个工作日通知当事人，不能早于${day(on)}举行（行政处罚法第六十四条）`,
  ],
  // What is filled in.
  [/^the person in charge agrees beforehand/, () => '应当事先经负责人同意，请填写同意的负责人'],
  [
    /^sealing and seizure need a law or regulation/,
    () => '查封、扣押须有法律、法规依据（行政强制法第十条、第十一条）；没有依据的，请改为先行登记保存',
  ],
  [/^enter what the party stated$/, () => '请填写陈述、申辩的内容'],
  [/^what was stated is reviewed/, () => '对陈述、申辩应当复核，请填写复核意见'],
  [
    /^the party may state and defend itself until (\S+)/,
    (on) => `当事人可以陈述、申辩至${day(on)}，期满后才能登记未提出（行政处罚法第四十五条）`,
  ],
  [/^lists none: leave it out$/, () => '规定没有列举情形，请清空'],
  [/^asks for one of: /, () => '请选择一项应当立案的情形'],
  [
    /^at least (\d+) officers with their certificates/,
    (least) => `须有${least}名以上执法人员，写明执法证号，不得重复`,
  ],
  [
    /^the staff list has no such certificate of (.+) that is valid on (\S+)$/,
    (name, on) => `人员名册中${name}没有该证号，或者证件在${day(on)}已过有效期`,
  ],
  [/^(.+) was recused already$/, (name) => `${name}已经回避`],
  [/^was recused from this case/, () => '已经回避本案（行政处罚法第四十三条），请另选他人'],
  [
    /^(\d+) yuan exceeds the statutory maximum of (\d+)/,
    (fine, most) => `罚款${fine}元超过法定上限${most}元，请降低`,
  ],
  [
    /^(\S*) contradicts facts\.\S+ on record, (\S+):/,
    (_, known) => `与基本情况中登记的“${wordFor(stages.values, known)}”不一致，请先更正`,
  ],
  [
    /^a penalty without a legal basis is void/,
    () => '没有法定依据的处罚无效（行政处罚法第三十八条），请填写法律依据',
  ],
  [/^a fine never exceeds the statutory maximum/, () => '处以罚款的，请填写所适用条款的法定罚款上限'],
  [
    /^whether the fine needs a collective discussion/,
    () => '请选择当事人是个人还是单位，据以确定是否集体讨论',
  ],
  [
    /^the prior notice of (\S*) told of (\d+) yuan/,
    (on, fine) =>
      `${day(on)}事先告知的罚款为${fine}元，不得因陈述、申辩加重（行政处罚法第四十五条）；需要加重的，请重新告知`,
  ],
  [/^discussed by several; name who took part/, () => '集体讨论须有多人参加，请填写参加人员'],
  [
    /^signed by who received it.+by (\d+) witnesses/,
    (least) => `请填写签收人；拒绝签收的，填写${least}名以上见证人`,
  ],
  [/^a refused signature is noted by (\d+)$/, (least) => `留置送达须有${least}名以上见证人，请填写`],
  [
    /^electronic service counts only/,
    () => '电子送达须有当事人签署的确认书，请填写存放处（行政处罚法第六十一条）',
  ],
  [/^names nothing that /, () => '不在规定列举的范围内，请重新选择'],
  [/^asks for all \d+; still missing: (.+)$/, (missing) => `规定的各项都须具备，尚缺：${list(missing)}`],
  [/^asks for (.+): name what was made$/, (papers) => `须制作${list(papers)}，请填写已制作的文书`],
  [/^the number (.+) is borne by another/, (number) => `文号${number}已被其他文书使用，请另编文号`],
  // The acceptance.
  [/^a score is 0 to 100/, () => '分数应在0至100之间，可以有小数'],
  [/^the project scores itself first/, () => '申请前应当自查打分，请填写自评得分'],
  [
    /^applied for from a self-score of (\S+) on; (\S+) is below/,
    (least, score) => `自评${least}分以上才能申请，现为${score}分，请整改后重新自评`,
  ],
  [/^the chair is one of the members/, () => '组长应当是验收组成员，请一并列入成员'],
  [/^each member once$/, () => '成员不得重复'],
  [/^nobody from (.+) among: /, (absent) => `验收组中没有${list(absent)}的人员，请补充并写明来自单位`],
  // The stage.
  [
    /^it is at the stage (\S+): (\S+) is not open to it/,
    (stage, event) =>
      `当前阶段为“${wordFor(stageNames, stage)}”，不能办理“${wordFor(eventNames, event)}”，请刷新查看`,
  ],
  [/^the subject was changed meanwhile/, () => '内容已被他人修改，请刷新后重新办理'],
  [/^the history of this subject is full/, () => '登记的内容过多，请注销后另行登记承接的案件'],
  [/^a decision was proposed on it/, () => '已提出处罚建议，请先退回处罚建议'],
  [/^the case is under way in its office/, () => '案件正在办理，不能改变承办机构'],
  // Grounds of a collective discussion.
  [/^a major case$/, () => '重大案件'],
  [/^a complex case$/, () => '复杂案件'],
  [
    /^a fine of (\d+) yuan or more on (an individual|a unit)$/,
    (from, whom) => `对${whom === 'a unit' ? '单位' : '个人'}罚款${from}元以上`,
  ],
];

/** `BX (十)三(二)4`, and what follows it. */
const cited = /^[A-Z]{2} ([^:]+?)(?:: | (?=asks for|lists none))(.*)$/;

/** The message in Chinese, its clause after it; empty where it is not known. */
export function translateStage(message: string): string {
  const [, clause, rest] = cited.exec(message) ?? [];
  const text = rest ?? message;
  // What is discussed for its ground: “BX (五)三(四): a major case: discussed by several”.
  const plain = text.replace(/^(?:a major case|a complex case|a fine of [^:]+): /, '');
  for (const [pattern, say] of patterns) {
    const match = pattern.exec(plain);
    if (match) return `${say(...match.slice(1))}${clause === undefined ? '' : `，见${clause}`}`;
  }
  return '';
}
