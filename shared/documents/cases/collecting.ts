import { fineOwed, finePaidOn, paymentUntil } from '../../domain/cases/collecting.ts';
import { basisText } from '../../domain/cases/discretion.ts';
import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day, type Day } from '../../domain/time/day.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import { formTable, row } from '../escalations/forms.ts';
import {
  bankOf,
  closing,
  contactLines,
  linesOf,
  numberLine,
  numberOr,
  SEAL,
  SIGNATURE,
  toFill,
} from '../escalations/phrases.ts';
import { content, heading, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { partyLines, partyTexts } from './party.ts';

/** What is owed on a day, in words; to be filled in where the day is not known yet. */
function owedText(parts: CaseParts, on: Day | undefined): string {
  const owed = on === undefined ? undefined : fineOwed(caseFileOf(parts.entries), parts, on);
  if (!owed || on === undefined) return `应缴罚款和加处罚款：${toFill('应缴金额')}`;
  const { amount, paid, addition, outstanding } = owed;
  return `罚款${amount}元，已缴${paid}元，截至${chineseDay(on)}加处罚款${addition}元，应缴合计${outstanding}元`;
}

function decisionText({ entries, bureau }: CaseParts): string {
  const { decision, servedOn } = caseFileOf(entries);
  const made = decision ? chineseDay(day(decision.on)) : toFill('决定日期');
  const served = servedOn === undefined ? toFill('送达日期') : chineseDay(day(servedOn));
  return `我${officeWord(bureau)}于${made}作出行政处罚决定（${numberOr(decision?.number)}），${served}送达`;
}

/** 催告书 with the four contents of 行政强制法第五十四条、第三十五条: the period, the way, the amount, the right to be heard. */
export function demandLetter(parts: CaseParts): Block[] {
  const demand = bodyOfLast(parts.entries, 'demand');
  const until = paymentUntil(caseFileOf(parts.entries), parts);
  const due = until ? `，缴纳期限至${chineseDay(until.dueOn)}止` : '';
  return [
    ...numberLine(demand?.number, demand !== undefined),
    { kind: 'addressee', text: `${partyOf(parts)}：` },
    paragraph(`${decisionText(parts)}${due}。你（单位）至今没有履行完毕。`),
    paragraph('依据《中华人民共和国行政强制法》第五十四条，现催告如下：'),
    heading('一、履行的期限'),
    paragraph('自收到本催告书之日起十个工作日内。'),
    heading('二、履行的方式和金额'),
    paragraph(
      `${owedText(parts, demand && day(demand.servedOn))}。加处罚款依据《中华人民共和国行政处罚法》第七十二条计算，以实际缴纳之日为准，不超出罚款的数额。`,
    ),
    paragraph(`缴至${bankOf(parts.desk)}，或者通过电子支付系统缴纳。`),
    heading('三、依法享有的权利'),
    paragraph(`对本催告有权向我${officeWord(parts.bureau)}陈述和申辩。`),
    paragraph('期满仍不履行的，将依法申请人民法院强制执行。'),
    contactLines(parts.desk),
    closing(parts.bureau, demand && day(demand.servedOn)),
  ];
}

/** 行政处罚强制执行申请书: 行政强制法第五十五条; the head signs it. */
export function courtApplication(parts: CaseParts): Block[] {
  const { entries, bureau, desk } = parts;
  const applied = bodyOfLast(entries, 'court-application');
  const demand = bodyOfLast(entries, 'demand');
  const proposal = bodyOfLast(entries, 'decision-proposal');
  const spot = bodyOfLast(entries, 'spot-decision');
  const facts = spot?.facts ?? bodyOfLast(entries, 'investigation-report')?.text ?? proposal?.text;
  const basis = proposal?.legalBasis ?? (spot && basisText(spot, parts.rules));
  const called = demand
    ? `${chineseDay(day(demand.servedOn))}以${serviceMethodWords[demand.method]}方式送达催告书，期满仍未履行。`
    : toFill('催告情况');
  return [
    ...numberLine(applied?.number, applied !== undefined),
    { kind: 'addressee', text: `${applied?.court ?? desk.court ?? toFill('人民法院')}：` },
    heading('一、申请人'),
    paragraph(`${bureau}。地址：${desk.address ?? toFill('联系地址')}。`),
    heading('二、被申请人'),
    ...partyLines(parts),
    heading('三、申请事项'),
    paragraph(`强制执行下列款项：${owedText(parts, applied && day(applied.on))}。`),
    heading('四、行政处罚决定及其事实、理由和依据'),
    paragraph(`${decisionText(parts)}。处罚依据：${basis ?? toFill('法律法规规章依据')}。`),
    ...linesOf(facts ?? `${toFill('违法事实')}。`).map(paragraph),
    heading('五、当事人的意见和催告情况'),
    ...linesOf(`${statedText(parts)}${called}`).map(paragraph),
    ...(applied ? linesOf(applied.reason).map(paragraph) : []),
    { kind: 'attachments', items: ['行政处罚决定书及送达回证', '催告书及送达回证', '当事人陈述、申辩笔录'] },
    paragraph(`行政机关负责人签名：${SIGNATURE}`),
    closing(bureau, applied && day(applied.on)),
  ];
}

function statedText({ entries }: CaseParts): string {
  const spot = bodyOfLast(entries, 'spot-decision');
  if (spot) return `当事人：${sentence(spot.statement)}`;
  const statement = bodyOfLast(entries, 'statement');
  return statement?.received === true
    ? `当事人陈述、申辩：${statement.text ?? toFill('陈述申辩内容')}。`
    : '当事人未提出陈述、申辩意见。';
}

const filedText = (on: string | undefined): string =>
  on === undefined ? toFill('报备日期') : `${chineseDay(day(on))}报本机关备案`;

/** Why a case may be closed, as its events say; what they do not say is to be written. */
function reasonOf(parts: CaseParts): string {
  const file = caseFileOf(parts.entries);
  const revoked = file.fine.remedies.find(({ result }) => result === 'revoked');
  if (revoked?.to !== undefined) return `行政处罚决定已于${chineseDay(day(revoked.to))}被撤销。`;
  const paid = finePaidOn(file, parts);
  if (paid !== undefined) return `罚款已于${chineseDay(day(paid))}缴清，行政处罚决定执行完毕。`;
  if (file.executedOn !== undefined) return `行政处罚决定已于${chineseDay(day(file.executedOn))}执行完毕。`;
  return toFill('结案理由');
}

/** 行政处罚案件结案报告: what was decided and what came of it. */
export function closingReport(parts: CaseParts): Block[] {
  const { entries, bureau } = parts;
  const file = caseFileOf(entries);
  const execution = bodyOfLast(entries, 'execution');
  const closed = bodyOfLast(entries, 'closing');
  const proposal = bodyOfLast(entries, 'decision-proposal') ?? bodyOfLast(entries, 'spot-decision');
  const receipts = entries.flatMap(({ body }) =>
    body.event === 'payment'
      ? [`${chineseDay(day(body.on))}缴纳${body.amount}元，票据号：${body.receipt}`]
      : [],
  );
  const fine = proposal?.fine === undefined ? [] : [`罚款${proposal.fine}元`];
  const done = [...receipts, ...linesOf(execution?.text ?? '')];
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyTexts(parts))),
      file.onTheSpot === true
        ? row('程序', content(`简易程序（当场处罚），${filedText(file.spotFiledOn)}`))
        : row(
            '立案日期',
            content(file.filedOn === undefined ? toFill('立案日期') : chineseDay(day(file.filedOn))),
          ),
      row(
        '处罚决定\n文号和日期',
        content([
          numberOr(file.decision?.number),
          file.decision ? chineseDay(day(file.decision.on)) : toFill('决定日期'),
        ]),
      ),
      row('处罚内容', content([...linesOf(proposal?.penalty ?? toFill('处罚内容')), ...fine])),
      row('执行结果', content(done.length === 0 ? toFill('执行结果') : done), 30),
      row('结案理由', content(closed?.text === undefined ? reasonOf(parts) : linesOf(closed.text))),
      row(
        '承办人员\n意见',
        content([
          ...file.officers.map(({ name }) => `${name}${SIGNATURE}`),
          closed ? chineseDay(day(closed.on)) : toFill('结案日期'),
        ]),
        20,
      ),
      row('承办机构\n意见', content(['', SIGNATURE]), 20),
      row('负责人\n意见', content(['', SIGNATURE]), 20),
    ]),
    { kind: 'remark', text: `（结案机关：${bureau}${SEAL}；案卷材料按规定归档。）` },
  ];
}
