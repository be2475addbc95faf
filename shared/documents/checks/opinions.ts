import { chineseDay, type Day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { officeWord } from '../../letters/wording.ts';
import { recheckWords, type RecheckResult } from '../../vocabulary/check-forms.ts';
import { modeWords } from '../../vocabulary/value-words.ts';
import {
  clean,
  closing,
  contactLines,
  linesOf,
  numberOr,
  officerLines,
  toFill,
} from '../escalations/phrases.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import type { CheckParts } from './parts.ts';

/**
 * What a check tells the party afterwards. It names what was seen, what should be done and by when a report is awaited;
 * it orders nothing, and so names no remedies.
 */
export function checkOpinion(parts: CheckParts): Block[] {
  const { bureau, findings, checklist, law, about } = parts;
  const office = `我${officeWord(bureau)}`;
  const seen = `${chineseDay(dayOf(parts.at))}，${office}${together(parts)}对你单位${about === undefined ? '' : `（${about}）`}进行了${modeWords[parts.mode]}`;
  return [
    ...head(parts),
    paragraph(`${seen}。现将检查意见反馈如下：`),
    heading('一、检查情况'),
    ...(checklist.length === 0
      ? [paragraph(`${toFill('检查内容及结果')}。`)]
      : checklist.map(({ item, result }, index) => paragraph(`${index + 1}.${item}：${clean(result)}。`))),
    heading('二、发现的问题'),
    ...(findings.length === 0
      ? [paragraph('未发现问题。')]
      : findings.flatMap(({ text }, index) => linesOf(`${index + 1}.${text}`).map(paragraph))),
    heading('三、意见和要求'),
    ...(findings.length === 0
      ? [paragraph('请继续按照规定做好有关工作。')]
      : [...findings.flatMap(asked), paragraph(reporting(parts, office))]),
    ...(law.length === 0 ? [] : [paragraph(`依据：${law.join('、')}。`)]),
    ...tail(parts),
  ];
}

const together = ({ joined }: CheckParts): string =>
  joined.length === 0 ? '' : `会同${joined.map(({ body }) => body).join('、')}`;

const asked = ({ handling, rectifyBy }: CheckParts['findings'][number], index: number): Block[] => {
  const by = rectifyBy === undefined ? '' : `，${chineseDay(rectifyBy)}前（含当日）完成`;
  return linesOf(`对第${index + 1}项问题：${handling}${by}。`).map(paragraph);
};

/** The report is awaited by the last of the days that the record sets. */
function reporting({ findings }: CheckParts, office: string): string {
  const last = findings
    .flatMap(({ rectifyBy }) => (rectifyBy === undefined ? [] : [rectifyBy]))
    .reduce<Day | undefined>((latest, on) => (latest !== undefined && latest >= on ? latest : on), undefined);
  const until = last === undefined ? toFill('报告期限') : `${chineseDay(last)}前（含当日）`;
  return `请将改正情况于${until}书面报告${office}。`;
}

/** 复查意见书: problem by problem, what was asked and what was seen; then what comes of it. */
export function recheckOpinion(parts: CheckParts): Block[] {
  const { rechecked, bureau } = parts;
  const office = `我${officeWord(bureau)}`;
  const [first] = rechecked;
  const before = first === undefined ? toFill('原检查日期') : chineseDay(first.foundOn);
  const papers = [...new Set(rechecked.flatMap((one) => one.papers))];
  const named = papers.length === 0 ? '' : `（原文书：${papers.join('、')}）`;
  return [
    ...head(parts),
    paragraph(
      `${before}，${office}检查发现你单位存在有关问题，要求限期改正${named}。` +
        `${chineseDay(dayOf(parts.at))}，${office}对改正情况进行了复查，意见如下：`,
    ),
    heading('一、逐项复查情况'),
    ...rechecked.flatMap(({ text, rectifyBy, result, note }, index) => [
      paragraph(
        `${index + 1}.${clean(text)}，改正期限至${chineseDay(rectifyBy)}。复查结果：${recheckWords[result]}。`,
      ),
      ...(note === undefined ? [] : linesOf(note).map(paragraph)),
    ]),
    heading('二、复查结论'),
    paragraph(conclusion(rechecked.map(({ result }) => result))),
    ...tail(parts),
  ];
}

/** No threat: what the law gives against what was not put right is for its own paper. */
function conclusion(results: readonly RecheckResult[]): string {
  if (results.every((result) => result === 'rectified')) return '要求改正的问题已全部改正，复查通过。';
  const left = results.flatMap((result, index) => (result === 'rectified' ? [index + 1] : []));
  const open = results.flatMap((result, index) => (result === 'rectified' ? [] : [index + 1]));
  const done = left.length === 0 ? '' : `第${left.join('、')}项问题已改正；`;
  return `${done}第${open.join('、')}项问题尚未全部改正，请继续改正并书面报告结果。有关情况将依法处理。`;
}

function head({ target }: CheckParts): Block[] {
  return [
    { kind: 'number', text: numberOr(undefined), align: 'right' },
    { kind: 'addressee', text: `${clean(target)}：` },
  ];
}

function tail({ officers, desk, bureau }: CheckParts): Block[] {
  return [
    ...officerLines(officers),
    contactLines(desk),
    ...(desk.delegation === undefined ? [] : [line(`执法委托：${desk.delegation}`)]),
    closing(bureau, undefined),
    { kind: 'remark', text: '（本文书一式两份，一份送被检查单位，一份存入案卷。）' },
  ];
}
