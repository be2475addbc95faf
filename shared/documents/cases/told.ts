import { lawFigure } from '../../domain/cases/law-figure.ts';
import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, instant } from '../../domain/time/instant.ts';
import { officeWord } from '../../letters/wording.ts';
import type { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { formTable, receiptBlocks, row, signedOn } from '../escalations/forms.ts';
import {
  bodyOf,
  closing,
  contactLines,
  linesOf,
  numberLine,
  officerLines,
  SIGNATURE,
  toFill,
} from '../escalations/phrases.ts';
import { content, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';

/** What is told to the party and the public beside the notice and the decision, and the receipts of it. */

/** 行政处罚听证告知书: what is intended, and until when a hearing may be asked for (行政处罚法第六十三条、第六十四条). */
export function hearingRight(parts: CaseParts): Block[] {
  const notice = bodyOfLast(parts.entries, 'prior-notice');
  const report = bodyOfLast(parts.entries, 'investigation-report');
  const office = `我${officeWord(parts.bureau)}`;
  const basis = notice?.legalBasis ?? report?.legalBasis ?? toFill('法律法规规章依据');
  return [
    ...numberLine(notice?.number, notice !== undefined),
    { kind: 'addressee', text: `${partyOf(parts)}：` },
    paragraph(`你（单位）${parts.cause}，经调查，违法事实如下：`),
    ...bodyOf(notice?.facts ?? report?.text ?? `${toFill('违法事实及证据')}。`),
    paragraph(`依据${basis}，${office}拟对你（单位）处以罚款${notice?.fine ?? toFill('拟罚款数额')}元。`),
    paragraph(
      `依据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）有权要求听证。要求听证的，应当自收到本告知书之日起${lawFigure(parts, 'hearing', 'requestWorkingDays').value}个工作日内向${office}提出；逾期未提出的，视为放弃要求听证的权利。当事人不承担${office}组织听证的费用。`,
    ),
    contactLines(parts.desk),
    ...officerLines(caseFileOf(parts.entries).officers),
    closing(parts.bureau, notice && day(notice.servedOn)),
  ];
}

/** 听证公告: a hearing is public but for secrets and privacy (第六十四条). */
export function hearingAnnouncement(parts: CaseParts): Block[] {
  const notice = bodyOfLast(parts.entries, 'hearing-notice');
  return [
    paragraph(
      `依据《中华人民共和国行政处罚法》第六十四条的规定，我${officeWord(parts.bureau)}定于${notice ? chineseInstant(instant(notice.hearingAt)) : toFill('听证时间')}在${notice?.place ?? toFill('听证地点')}，就${parts.cause}公开举行听证。`,
    ),
    paragraph(`当事人：${partyOf(parts)}。`),
    paragraph(`听证主持人：${notice?.presider ?? toFill('主持人')}。`),
    paragraph('需要旁听的，请携带身份证件于听证举行前到场登记，并遵守听证会场纪律。'),
    paragraph('特此公告。'),
    contactLines(parts.desk),
    closing(parts.bureau, notice && day(notice.servedOn)),
  ];
}

/** 法制审核意见书: what is reviewed, point by point, and what it came to (第五十八条). */
export function legalReviewOpinion(parts: CaseParts): Block[] {
  const review = bodyOfLast(parts.entries, 'decision-legal-review');
  const proposal = bodyOfLast(parts.entries, 'decision-proposal');
  const fine = proposal?.fine === undefined ? [] : [`罚款数额：${proposal.fine}元`];
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyOf(parts))),
      row(
        '承办人员',
        content(
          caseFileOf(parts.entries)
            .officers.map(({ name }) => name)
            .join('、'),
        ),
      ),
      row(
        '拟处罚意见',
        content([
          ...linesOf(proposal?.penalty ?? toFill('拟处罚意见')),
          ...fine,
          `处罚依据：${proposal?.legalBasis ?? toFill('处罚依据')}`,
        ]),
      ),
      row(
        '审核内容',
        content([
          '没有问题的打勾，有问题的在审核意见中写明：',
          '□执法主体和权限　□执法人员资格　□事实和证据',
          '□适用依据　□裁量　□法定程序　□文书规范',
          '涉嫌犯罪：□否　□是',
        ]),
      ),
      row('审核意见', content(linesOf(review?.opinion ?? toFill('法制审核意见'))), 30),
      row('审核结论', content('□同意　□修改后同意　□退回')),
      row('审核人员\n签名', content([`${SIGNATURE}（初次从事审核的，应当取得法律职业资格）`, signedOn]), 18),
    ]),
  ];
}

interface Service {
  readonly servedOn: string;
  readonly method: keyof typeof serviceMethodWords;
}

const receiptOf =
  (title: string, find: (parts: CaseParts) => Service | undefined) =>
  (parts: CaseParts): Block[] => {
    const served = find(parts);
    return receiptBlocks(
      {
        number: undefined,
        bureau: parts.bureau,
        recipient: parts.party,
        service: served && { on: day(served.servedOn), method: served.method },
      },
      title,
    );
  };

export const noticeReceipt = receiptOf('行政处罚事先告知书', ({ entries }) =>
  bodyOfLast(entries, 'prior-notice'),
);
export const hearingReceipt = receiptOf('行政处罚听证通知书', ({ entries }) =>
  bodyOfLast(entries, 'hearing-notice'),
);
export const demandReceipt = receiptOf('履行行政处罚决定催告书', ({ entries }) =>
  bodyOfLast(entries, 'demand'),
);

/** 行政违法案件移送函, or 涉嫌犯罪案件移送书 with the materials that go with it (行政处罚法第二十二条、第二十七条). */
export function transferLetter(parts: CaseParts): { readonly name: string; readonly blocks: Block[] } {
  const sent = bodyOfLast(parts.entries, 'transfer');
  const report = bodyOfLast(parts.entries, 'investigation-report');
  const crime = sent?.kind === 'crime';
  const facts = report?.text ?? bodyOfLast(parts.entries, 'filing-proposal')?.text;
  const basis = crime
    ? '《中华人民共和国行政处罚法》第二十七条、《行政执法机关移送涉嫌犯罪案件的规定》第五条'
    : '《中华人民共和国行政处罚法》第二十二条、第二十三条';
  const first = crime
    ? ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '有关检验报告或者鉴定结论']
    : ['案件材料'];
  const items = sent && sent.materials.length > 0 ? sent.materials : first;
  const name = crime ? '涉嫌犯罪案件移送书' : '行政违法案件移送函';
  const blocks: Block[] = [
    ...numberLine(sent?.number, sent !== undefined),
    { kind: 'addressee', text: `${sent?.to ?? toFill('受移送机关')}：` },
    paragraph(`我${officeWord(parts.bureau)}在办理${partyOf(parts)}${parts.cause}中，查明以下情况：`),
    ...bodyOf(facts ?? `${toFill('案件情况')}。`),
    ...linesOf(sent?.reason ?? toFill('移送理由')).map(paragraph),
    paragraph(
      `依据${basis}的规定，${sent ? `经本机关负责人于${chineseDay(day(sent.on))}批准，` : ''}现将该案移送你单位处理。${crime ? '请依法审查，并将是否立案的决定书面告知我单位。' : '请将处理结果书面告知我单位。'}`,
    ),
    contactLines(parts.desk),
    { kind: 'attachments', items },
    closing(parts.bureau, sent && day(sent.on)),
    {
      kind: 'remark',
      text: `（附送达回执一份，请签收后退回。${crime ? '抄送同级人民检察院。' : ''}）`,
    },
  ];
  return { name, blocks };
}
