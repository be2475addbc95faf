import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, instant } from '../../domain/time/instant.ts';
import { officeWord } from '../../letters/wording.ts';
import { formTable, row } from '../escalations/forms.ts';
import { closing, contactLines, linesOf, numberLine, SIGNATURE, toFill } from '../escalations/phrases.ts';
import { content, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';

/** 陈述、申辩笔录, and below it how each point was reviewed (行政处罚法第四十五条). */
export function statementRecord(parts: CaseParts): Block[] {
  const statement = bodyOfLast(parts.entries, 'statement');
  const { officers } = caseFileOf(parts.entries);
  const stated =
    statement?.received === false
      ? '当事人在规定期限内未提出陈述、申辩意见。'
      : (statement?.text ?? toFill('陈述申辩内容'));
  const points = (statement?.points ?? []).map(
    ({ point, adopted, reason }, index) =>
      `${index + 1}．${point}：${adopted ? '予以采纳' : '不予采纳'}。理由：${reason}`,
  );
  const review = statement?.received === false ? [] : [...points, ...linesOf(statement?.outcome ?? '')];
  return [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyOf(parts))),
      ...(statement?.received === false
        ? []
        : [
            row(
              '时间',
              content(
                statement?.at === undefined ? toFill('陈述申辩时间') : chineseInstant(instant(statement.at)),
              ),
            ),
            row('地点', content(statement?.place ?? toFill('陈述申辩地点'))),
          ]),
      row(
        '执法人员',
        content(officers.map(({ name, certificate }) => `${name}（执法证号：${certificate}）`)),
      ),
      row('陈述、申辩\n的内容', content(linesOf(stated)), 60),
      row('当事人\n核对签名', content([SIGNATURE, '年　　月　　日']), 16),
      ...(statement?.received === false
        ? []
        : [
            row('复核意见', content(review.length === 0 ? toFill('复核意见') : review), 40),
            row('不加重处罚', content('没有因当事人陈述、申辩而给予更重的处罚。')),
          ]),
      row('执法人员\n签名', content(officers.map(({ name }) => `${name}${SIGNATURE}`)), 16),
    ]),
  ];
}

/** 行政处罚听证通知书: time, place, who presides, what the party may do (行政处罚法第六十四条). */
export function hearingNotice(parts: CaseParts): Block[] {
  const notice = bodyOfLast(parts.entries, 'hearing-notice');
  const request = bodyOfLast(parts.entries, 'hearing-request');
  const asked = request ? `${chineseDay(day(request.on))}提出的` : '';
  return [
    ...numberLine(notice?.number, notice !== undefined),
    { kind: 'addressee', text: `${partyOf(parts)}：` },
    paragraph(
      `根据你（单位）就${parts.cause}${asked}听证要求，依据《中华人民共和国行政处罚法》第六十三条、第六十四条，我${officeWord(parts.bureau)}决定举行听证。现将有关事项通知如下：`,
    ),
    paragraph(`听证时间：${notice ? chineseInstant(instant(notice.hearingAt)) : toFill('听证时间')}。`),
    paragraph(`听证地点：${notice?.place ?? toFill('听证地点')}。`),
    paragraph(
      `听证主持人：${notice?.presider ?? toFill('主持人')}。${notice?.recorder === undefined ? '' : `记录人：${notice.recorder}。`}`,
    ),
    paragraph('除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行。'),
    paragraph(
      '你（单位）认为主持人与本案有直接利害关系的，有权申请回避；可以亲自参加听证，也可以委托一至二人代理；有权申辩和质证。',
    ),
    paragraph('无正当理由拒不出席听证或者未经许可中途退出听证的，视为放弃听证权利，终止听证。'),
    contactLines(parts.desk),
    closing(parts.bureau, notice && day(notice.servedOn)),
  ];
}

function heads(parts: CaseParts) {
  const notice = bodyOfLast(parts.entries, 'hearing-notice');
  const held = bodyOfLast(parts.entries, 'hearing-held');
  const { officers } = caseFileOf(parts.entries);
  return {
    held,
    rows: [
      row('案由', content(parts.cause)),
      row('当事人', content(partyOf(parts))),
      row('听证时间', content(held ? chineseDay(day(held.on)) : toFill('听证时间'))),
      row('听证地点', content(held?.place ?? notice?.place ?? toFill('听证地点'))),
      row('主持人', content(held?.presider ?? notice?.presider ?? toFill('主持人'))),
      row('记录人', content(held?.recorder ?? notice?.recorder ?? toFill('记录人'))),
      row('调查人员', content(officers.map(({ name }) => name).join('、'))),
    ],
  };
}

/** 听证笔录, read over and signed by the party or its agent. */
export function hearingRecord(parts: CaseParts): Block[] {
  const { held, rows } = heads(parts);
  return [
    formTable([
      ...rows,
      row('到场的\n当事人、\n代理人', content(linesOf(held?.attendees ?? toFill('到场人员'))), 12),
      row(
        '调查人员\n提出的事实、\n证据和建议，\n当事人申辩\n和质证，\n最后陈述',
        content(linesOf(held?.text ?? toFill('听证过程'))),
        80,
      ),
      row('当事人或者\n代理人核对\n签名', content([SIGNATURE, '拒绝签名的，由主持人在笔录中注明。']), 20),
      row('主持人、\n记录人签名', content([SIGNATURE, SIGNATURE]), 20),
    ]),
  ];
}

/** 听证报告, to the head: the decision follows the minutes (行政处罚法第六十五条). */
export function hearingReport(parts: CaseParts): Block[] {
  const { held, rows } = heads(parts);
  return [
    formTable([
      ...rows,
      row('争议焦点', content(linesOf(held?.issues ?? toFill('争议焦点'))), 30),
      row('听证意见', content(linesOf(held?.outcome ?? toFill('听证意见'))), 40),
      row('主持人签名', content([SIGNATURE, '年　　月　　日']), 16),
    ]),
  ];
}
