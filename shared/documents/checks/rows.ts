import { chineseDay } from '../../domain/time/day.ts';
import { chineseInstant, dayOf, type Instant } from '../../domain/time/instant.ts';
import { recheckWords } from '../../vocabulary/check-forms.ts';
import { row, signedOn } from '../escalations/forms.ts';
import { clean, linesOf, SEAL, SIGNATURE, toFill } from '../escalations/phrases.ts';
import { content, type TableRow } from '../model.ts';
import type { OfficerParts } from '../parts.ts';
import type { CheckParts, JoinedParts } from './parts.ts';

/** Rows that several papers of a check have. */

/** Who was checked, with what the register knows: a line for each that is known. */
export function partyRow(
  { target, party }: Pick<CheckParts, 'target' | 'party'>,
  name = '被检查人',
): TableRow {
  const { code, representative, address, telephone } = party ?? {};
  const known = [
    code === undefined ? [] : [`统一社会信用代码：${code}`],
    representative === undefined ? [] : [`法定代表人（负责人）：${representative}`],
    [address, telephone].some((one) => one !== undefined)
      ? [[address && `地址：${address}`, telephone && `电话：${telephone}`].filter(Boolean).join('　')]
      : [],
  ].flat();
  return row(name, content([clean(target), ...known]));
}

export const timeRow = ({ at, until }: Pick<CheckParts, 'at' | 'until'>, name = '检查时间'): TableRow =>
  row(name, content(until === undefined ? chineseInstant(at) : `${chineseInstant(at)}至${endOf(at, until)}`));

/** On the same day the hour alone. */
function endOf(at: Instant, until: Instant): string {
  const [own, on] = [chineseInstant(until), chineseDay(dayOf(at))];
  return own.startsWith(on) ? own.slice(on.length) : own;
}

export const officerNames = (officers: readonly OfficerParts[]): string[] =>
  officers.map(({ name, certificate }) =>
    certificate === undefined ? name : `${name}（证件号：${certificate}）`,
  );

/** Each organ answers for its own part and its own officers. */
export const joinedLines = (joined: readonly JoinedParts[]): string[] =>
  joined.flatMap(({ body, part, officers = [] }) => [
    `${body}：${part ?? toFill('分工')}`,
    ...(officers.length === 0 ? [] : [`检查人员：${officerNames(officers).join('、')}`]),
  ]);

/** What the officers said and showed, as far as somebody has entered it. */
export function toldRow({ certificatesShown, certificates, rightsTold }: CheckParts): TableRow {
  const card = certificates === 'work-id' ? '工作证件' : '执法证件';
  const shown =
    certificatesShown === undefined
      ? toFill('出示证件情况')
      : certificatesShown
        ? `检查人员已出示${card}，表明身份。`
        : `检查人员未出示${card}。`;
  const told =
    rightsTold === undefined
      ? toFill('告知权利情况')
      : rightsTold
        ? '已告知检查依据、内容，以及被检查人申请回避、陈述意见的权利和配合检查的义务。'
        : '未告知申请回避等权利。';
  return row('出示证件\n和告知', content([shown, told]));
}

export const checklistRow = ({ checklist }: Pick<CheckParts, 'checklist'>): TableRow =>
  row(
    '检查内容\n及结果',
    content(
      checklist.length === 0
        ? '无'
        : checklist.map(({ item, result }, index) => `${index + 1}. ${item}：${result}`),
    ),
  );

export const findingsRow = ({ findings }: Pick<CheckParts, 'findings'>): TableRow =>
  row('发现问题\n及处理意见', content(findings.length === 0 ? '未发现问题。' : findingLines(findings)));

const findingLines = (findings: CheckParts['findings']): string[] =>
  findings.flatMap(({ text, handling, rectifyBy }, index) => [
    ...linesOf(text).map((own, each) => (each === 0 ? `${index + 1}. ${own}` : own)),
    `处理意见：${clean(handling)}${rectifyBy === undefined ? '' : `，改正期限：${chineseDay(rectifyBy)}前（含当日）`}`,
  ]);

export const recheckLines = (rechecked: CheckParts['rechecked']): string[] =>
  rechecked.flatMap(({ text, rectifyBy, result, note }, index) => [
    `${index + 1}. ${clean(text)}（改正期限至${chineseDay(rectifyBy)}）：${recheckWords[result]}`,
    ...(note === undefined ? [] : linesOf(note)),
  ]);

/** The party reads and signs, or a witness signs that it would not. */
export function partySignature({ signature }: CheckParts, name = '被检查人\n意见及签名'): TableRow {
  const party =
    signature === undefined
      ? [SIGNATURE]
      : 'by' in signature
        ? [`${signature.by}${SIGNATURE}`]
        : [`被检查人拒绝签名：${signature.refused}`, `见证人：${SIGNATURE}`];
  return row(name, content(['以上记录已阅（已宣读），与事实相符。', ...party, signedOn]));
}

/**
 * Officers of the joining bodies sign for their own part. The seal stands in the same row, so that no page holds it
 * alone.
 */
export const officerSignatures = ({ officers, joined, bureau }: CheckParts): TableRow =>
  row(
    '检查人员签名\n检查机关印章',
    content([
      ...[...officers, ...joined.flatMap((one) => one.officers ?? [])].map(
        ({ name }) => `${name}${SIGNATURE}`,
      ),
      ...[bureau, ...joined.map(({ body }) => body)].map((organ) => `${organ}${SEAL}`),
      signedOn,
    ]),
  );
