import { officeWord } from '../../letters/wording.ts';
import { heading, paragraph, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import {
  addressed,
  bodyOf,
  clean,
  closing,
  contactLines,
  numberOr,
  SIGNATURE,
  standing,
  toFill,
} from './phrases.ts';

/**
 * 涉嫌犯罪案件移送书 (行政执法机关移送涉嫌犯罪案件的规定, 5 to 8): to the public security organ of the same level, after the
 * head has approved it, with the list of what goes along and a receipt that comes back.
 */
export function crimeTransferBlocks(parts: DocumentParts): Block[] {
  const { bureau, circulation, about } = parts;
  const [police] = circulation;
  const office = `我${officeWord(bureau)}`;
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    { kind: 'addressee', text: `${police === undefined ? toFill('受移送机关') : clean(police)}：` },
    paragraph(
      `${office}在依法履行职责中发现，${addressed(parts)}${about === undefined ? '' : `（${clean(about)}）`}的行为涉嫌犯罪，现依法移送，请予审查处理。`,
    ),
    heading('一、案件情况'),
    ...bodyOf(parts.text),
    heading('二、移送依据'),
    ...standing(parts),
    heading('三、移送的材料'),
    paragraph(
      '1.涉嫌犯罪案件情况的调查报告；2.涉案物品清单；3.有关检验报告或者鉴定结论；4.其他有关涉嫌犯罪的材料。',
    ),
    paragraph(
      `请在本移送书回执上签收；决定立案或者不予立案的，请书面告知${office}并退回不予立案案件的材料。`,
    ),
    contactLines(parts.desk),
    closing(bureau, parts.issuedOn),
    {
      kind: 'remark',
      text: `（回执：上述案件材料已收到。接收人：${SIGNATURE}　　接收时间：年　　月　　日　　时）`,
    },
  ];
}
