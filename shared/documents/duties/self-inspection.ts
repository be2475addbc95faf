import { chineseDay, day } from '../../domain/time/day.ts';
import { content, label, paragraph, type Block } from '../model.ts';
import { SEAL, SIGNATURE } from '../escalations/phrases.ts';
import type { UnitFormParts } from './parts.ts';
import {
  BY_HAND,
  contactLines,
  dayFact,
  footNote,
  numberFact,
  pair,
  pairs,
  signedOn,
  wide,
} from './words.ts';

/**
 * 档案工作情况自查报告, for the unit to complete: HJ 三(三)四(二), SX 三(三)五(二), BX (八)四(二). It asks for what the
 * source wants said, and point by point for what a check looks at.
 */
export function selfInspection(parts: UnitFormParts): Block[] {
  const { unit, facts, bureau } = parts;
  const volumes = numberFact(facts, 'volumes');
  return [
    { kind: 'addressee', text: `${bureau}：` },
    paragraph(`现将我单位${parts.period}年度档案工作情况自查如下，于${chineseDay(day(parts.dueOn))}前报送。`),
    pairs([
      wide('单位名称', unit.name),
      wide('统一社会信用代码', unit.code ?? BY_HAND),
      pair(['单位性质', parts.nature ?? BY_HAND], ['负责人', unit.representative ?? BY_HAND]),
      wide('住所', unit.address ?? BY_HAND),
      wide('报送理由', parts.grounds.length === 0 ? BY_HAND : parts.grounds.join('、')),
      pair(
        ['列入专业目录日期', dayFact(facts, 'professionalCatalogueSince')],
        ['馆（室）藏', volumes === undefined ? BY_HAND : `${volumes}卷（件）`],
      ),
      wide('联系人及电话', contactLines(parts.contacts)),
      ...parts.contents.map((part) => wide(wrapped(part), BY_HAND, 22)),
    ]),
    {
      kind: 'table',
      widths: [13, 65, 26, 26, 26],
      header: true,
      rows: [
        { cells: ['序号', '自查内容', '自查情况', '存在问题', '整改措施'].map((name) => label(name)) },
        ...parts.checklist.map((item, index) => ({
          cells: [
            label(String(index + 1)),
            content(item),
            content(BY_HAND),
            content(BY_HAND),
            content(BY_HAND),
          ],
          height: 12,
        })),
      ],
    },
    pairs([
      wide(
        '声明',
        [
          '我单位对本报告的真实性负责。',
          `填表人：${SIGNATURE}　负责人：${SIGNATURE}`,
          `${unit.name}${SEAL}　　　　${signedOn}`,
        ],
        20,
      ),
      wide('档案部门审核意见', [BY_HAND, `审核人：${SIGNATURE}　　　　${signedOn}`], 14),
    ]),
    footNote('填报单位', parts.clause),
  ];
}

/** A long heading of a row, in lines of at most eight characters. */
const wrapped = (text: string): string => (text.match(/.{1,8}/gu) ?? [text]).join('\n');
