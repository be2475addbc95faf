import { decisionChain, levelText } from '../../domain/cases/chain.ts';
import { caseFileOf, type CaseEntry, type Level } from '../../domain/cases/file.ts';
import type { CaseBodies } from '../../domain/cases/event.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { formTable, row, signedOn } from '../escalations/forms.ts';
import {
  bankOf,
  bodyOf,
  clean,
  closing,
  linesOf,
  numberOr,
  remedies,
  SIGNATURE,
  toFill,
} from '../escalations/phrases.ts';
import { content, heading, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { partyLines, partyTexts } from './party.ts';

type Proposal = CaseBodies['decision-proposal'];

/** 行政处罚决定书 with the six contents of 行政处罚法第五十九条. */
export function penaltyDecision(parts: CaseParts): Block[] {
  const { entries } = parts;
  const file = caseFileOf(entries);
  const proposal = bodyOfLast(entries, 'decision-proposal');
  const report = bodyOfLast(entries, 'investigation-report');
  const facts = report?.text ?? proposal?.text;
  return [
    { kind: 'number', text: numberOr(file.decision?.number), align: 'right' },
    heading('一、当事人基本情况'),
    ...partyLines(parts),
    heading('二、违法事实和证据'),
    ...(facts === undefined ? [paragraph(`${toFill('违法事实')}。`)] : bodyOf(facts)),
    ...linesOf(`以上事实，有下列证据证明：${sentence(report?.evidence ?? toFill('证据名称'))}`).map(
      paragraph,
    ),
    heading('三、告知、陈述申辩、听证和审核情况'),
    ...heard(parts),
    heading('四、行政处罚的种类和依据'),
    ...decided(parts, proposal),
    heading('五、行政处罚的履行方式和期限'),
    ...performance(parts, proposal),
    heading('六、申请行政复议、提起行政诉讼的途径和期限'),
    remedies('本处罚决定', parts.desk),
    closing(parts.bureau, file.decision && day(file.decision.on)),
    { kind: 'remark', text: '（本决定书一式两份，一份送达当事人，一份存入案卷。）' },
  ];
}

function decided(parts: CaseParts, proposal: Proposal | undefined): Block[] {
  const report = bodyOfLast(parts.entries, 'investigation-report')?.text;
  const reasons = report !== undefined && proposal?.text !== undefined ? bodyOf(proposal.text) : [];
  const basis = clean(proposal?.legalBasis ?? toFill('法律法规规章依据'));
  const fine = proposal?.fine ?? 0;
  return [
    ...reasons,
    ...discretionLines(parts, proposal).map(paragraph),
    paragraph(`依据${basis}，我${officeWord(parts.bureau)}决定对${partyOf(parts)}给予以下行政处罚：`),
    ...linesOf(sentence(proposal?.penalty ?? toFill('处罚内容'))).map(paragraph),
    ...(fine === 0 ? [] : [paragraph(`罚款数额：人民币${fine}元。`)]),
  ];
}

/** The grade that was chosen and the reasons, of the proposal, else of the investigation; a fine always has some. */
function discretionLines({ entries }: CaseParts, proposal: Proposal | undefined): string[] {
  const reasons = proposal?.discretion ?? bodyOfLast(entries, 'investigation-report')?.discretion;
  const grade = proposal?.grade === undefined ? '' : `按照裁量基准，适用“${clean(proposal.grade)}”档次。`;
  if (grade === '' && reasons === undefined)
    return (proposal?.fine ?? 0) > 0 ? [`裁量情节和理由：${toFill('裁量理由')}。`] : [];
  return linesOf(`裁量情节和理由：${grade}${reasons === undefined ? '' : sentence(reasons)}`);
}

/** 第六十六条至第六十八条、第七十二条. */
function performance({ desk }: CaseParts, proposal: Proposal | undefined): Block[] {
  if ((proposal?.fine ?? 0) === 0) return [paragraph('本处罚自本决定书送达之日起执行。')];
  return [
    paragraph(`自收到本决定书之日起十五日内，到${bankOf(desk)}缴纳罚款，或者通过电子支付系统缴纳。`),
    paragraph(
      '到期不缴纳的，依据《中华人民共和国行政处罚法》第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额；并可依法申请人民法院强制执行。确有经济困难的，可以申请暂缓或者分期缴纳。',
    ),
  ];
}

function heard({ entries, bureau }: CaseParts): Block[] {
  const notice = bodyOfLast(entries, 'prior-notice');
  const office = `我${officeWord(bureau)}`;
  const told = notice
    ? `${chineseDay(day(notice.servedOn))}，${office}以${serviceMethodWords[notice.method]}方式向当事人送达行政处罚事先告知书，告知拟作出行政处罚的内容及事实、理由、依据，以及依法享有的陈述、申辩、要求听证等权利。`
    : `事先告知情况：${toFill('事先告知日期和方式')}。`;
  const discussion = bodyOfLast(entries, 'collective-discussion');
  const legal = bodyOfLast(entries, 'decision-legal-review');
  return [
    paragraph(told),
    ...linesOf(stated(bodyOfLast(entries, 'statement'))).map(paragraph),
    ...linesOf(hearingText(entries)).map(paragraph),
    ...(legal ? linesOf(`本案经法制审核，审核意见：${sentence(legal.opinion)}`).map(paragraph) : []),
    ...(discussion ? [paragraph(`本案于${chineseDay(day(discussion.on))}经集体讨论。`)] : []),
  ];
}

function stated(statement: CaseBodies['statement'] | undefined): string {
  if (!statement) return `陈述申辩情况：${toFill('陈述申辩情况')}。`;
  if (!statement.received) return '当事人在规定期限内未提出陈述、申辩意见。';
  const points = statement.points.map(
    ({ point, adopted, reason }) =>
      `${point}，${adopted ? '予以采纳' : '不予采纳'}，理由：${sentence(reason)}`,
  );
  const review = [...points, ...(statement.outcome === undefined ? [] : [sentence(statement.outcome)])];
  return `当事人提出陈述、申辩：${sentence(statement.text ?? toFill('陈述申辩内容'))}经复核：${review.join('')}`;
}

function hearingText(entries: readonly CaseEntry[]): string {
  const held = bodyOfLast(entries, 'hearing-held');
  if (held) return `${chineseDay(day(held.on))}依当事人要求举行听证，听证意见：${sentence(held.outcome)}`;
  return caseFileOf(entries).hearing ? '当事人要求听证后撤回。' : '当事人未要求听证。';
}

const levelEvents = {
  'decision-review': 'review',
  'decision-legal-review': 'legal-review',
  'collective-discussion': 'collective-discussion',
  'decision-approval': 'approval',
} as const satisfies Partial<Record<CaseEntry['body']['event'], Level['kind']>>;

const isLevel = (event: string): event is keyof typeof levelEvents => event in levelEvents;

/** 行政处罚决定审批表: the proposal, and what each level said of it, in order. */
export function decisionApproval(parts: CaseParts): Block[] {
  const { entries, rules } = parts;
  const from = entries.findLastIndex(({ body }) => body.event === 'decision-proposal');
  const own = entries.slice(from);
  const proposal = bodyOfLast(entries, 'decision-proposal');
  const chain = decisionChain(caseFileOf(entries), rules, parts.choices);
  const said = (kind: Level['kind']): string[] => {
    const entry = own.findLast(({ body }) => isLevel(body.event) && levelEvents[body.event] === kind);
    return entry ? opinionOf(entry.body) : ['', `签名：${SIGNATURE}　　${signedOn}`];
  };
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyTexts(parts))),
      row('事实、证据\n和裁量理由', content(linesOf(proposal?.text ?? investigated(parts))), 50),
      row('拟处罚意见', content([...proposed(proposal), ...discretionLines(parts, proposal)]), 30),
      row(
        '陈述申辩\n和听证',
        content([...linesOf(stated(bodyOfLast(entries, 'statement'))), hearingText(entries)]),
      ),
      ...(chain?.levels ?? []).map((kind) =>
        row(levelRow(levelText(rules.decision, kind)), content(said(kind)), 22),
      ),
      ...own.flatMap(({ body }) =>
        body.event === 'decision-return' ? [row('退回情况', content(linesOf(body.reason)))] : [],
      ),
    ]),
  ];
}

/** What the investigation found, where the proposal does not say it again. */
function investigated({ entries }: CaseParts): string {
  const report = bodyOfLast(entries, 'investigation-report');
  const found = [report?.text, report?.evidence && `证据：${report.evidence}`].filter(
    (one) => one !== undefined,
  );
  return found.length === 0 ? toFill('事实、证据和裁量理由') : found.join('\n');
}

const levelRow = (level: string): string =>
  level.replace(/(.{6,8}?)(审核|批准|审批|讨论|会审|决定)$/u, '$1\n$2');

function proposed(proposal: Proposal | undefined): string[] {
  if (!proposal) return [toFill('拟处罚意见')];
  const { penalty, fine, legalBasis, fineMaximum } = proposal;
  return [
    ...linesOf(penalty),
    ...(fine === undefined
      ? []
      : [`罚款数额：${fine}元（法定上限：${fineMaximum ?? toFill('法定上限')}元）`]),
    `处罚依据：${legalBasis ?? toFill('处罚依据')}`,
  ];
}

function opinionOf(body: CaseEntry['body']): string[] {
  switch (body.event) {
    case 'decision-review':
    case 'decision-legal-review':
      return [...linesOf(body.opinion), `签名：${SIGNATURE}　　${signedOn}`];
    case 'collective-discussion':
      return [
        `${chineseDay(day(body.on))}，参加人员：${body.participants.join('、')}`,
        ...linesOf(`结论：${body.conclusion}`),
      ];
    case 'decision-approval':
      return [...linesOf(body.reason), `签名：${SIGNATURE}　　${chineseDay(day(body.on))}`];
    default:
      return [];
  }
}
