import { chineseDay } from '../../domain/time/day.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import { measures } from '../../vocabulary/measures.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import { addressed, bodyOf, clean, closing, linesOf, numberOr, remedies, toFill } from './phrases.ts';

export const kindOf = ({ step }: DocumentParts): string => measures[step].penalty ?? toFill('拟处罚内容');

/** A written decision with the contents of 行政处罚法第五十九条. */
export function decisionBlocks(parts: DocumentParts): Block[] {
  const kind = kindOf(parts);
  const field = parts.office === 'civil-defence' ? '人民防空工程管理' : '档案管理';
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    heading('一、当事人基本情况'),
    ...party(parts),
    heading('二、违法事实、理由和证据'),
    ...bodyOf(parts.text),
    ...(parts.refusal === undefined ? [] : linesOf(`经认定：${parts.refusal}`).map(paragraph)),
    paragraph(`以上事实，有下列证据证明：${parts.evidence ?? toFill('证据名称')}。`),
    heading('三、事先告知、陈述申辩和审核情况'),
    ...procedure(parts),
    heading('四、处罚的种类和依据'),
    paragraph(
      `上述行为违反了${field}的有关规定。依据${basisOf(parts)}，我${officeWord(parts.bureau)}决定给予${addressed(parts)}以下行政处罚：${kind}。`,
    ),
    heading('五、履行方式和期限'),
    paragraph(
      measures[parts.step].circulates
        ? `${kind}自本决定书送达后执行。${range(parts)}`
        : '本处罚自本决定书送达之日起执行。',
    ),
    heading('六、申请行政复议、提起行政诉讼的途径和期限'),
    remedies('本处罚决定', parts.desk),
    closing(parts.bureau, parts.issuedOn),
    { kind: 'remark', text: '（本决定书一式两份，一份送达当事人，一份存入案卷。）' },
  ];
}

function party(parts: DocumentParts): Block[] {
  const { code, representative, address, nature } = parts.party ?? {};
  return [
    line(`名称（姓名）：${clean(addressed(parts))}`),
    line(`统一社会信用代码（身份证件号码）：${code ?? toFill('证件号码')}`),
    // A natural person acts for itself.
    ...(nature === 'individual'
      ? []
      : [line(`法定代表人（负责人）：${representative ?? toFill('法定代表人')}`)]),
    line(`住所（住址）：${address ?? toFill('住所')}`),
  ];
}

export function basisOf(parts: DocumentParts): string {
  return parts.legalBasis === undefined || parts.legalBasis.trim() === ''
    ? toFill('法律法规规章依据')
    : clean(parts.legalBasis);
}

function range({ circulation }: DocumentParts): string {
  return circulation.length === 0
    ? `通报范围：${toFill('通报范围')}。`
    : `通报范围：${circulation.map(clean).join('、')}。`;
}

/** 行政处罚法第四十四条、第四十五条、第五十八条; what has not been entered is marked as such. */
function procedure(parts: DocumentParts): Block[] {
  const { priorNotice, statement, legalReview } = parts;
  const told =
    priorNotice === undefined
      ? `事先告知情况：${toFill('事先告知日期和方式')}。`
      : `${chineseDay(priorNotice.servedOn)}，我${officeWord(parts.bureau)}以${serviceMethodWords[priorNotice.method]}方式向当事人送达行政处罚事先告知书，` +
        '告知拟作出行政处罚的内容及事实、理由、依据，以及依法享有的陈述、申辩等权利。';
  return [
    paragraph(told),
    ...linesOf(heard(statement)).map(paragraph),
    ...(legalReview === undefined
      ? [paragraph(`法制审核情况：${toFill('法制审核意见')}。`)]
      : linesOf(`本案经${legalReview.by}法制审核，审核意见：${sentence(legalReview.opinion)}`).map(
          paragraph,
        )),
  ];
}

/** What came of the prior notice. */
export function heard(statement: DocumentParts['statement'], who = '当事人'): string {
  if (statement === undefined) return `陈述申辩情况：${toFill('陈述申辩情况')}。`;
  if (!statement.received) return `${who}在规定期限内未提出陈述、申辩意见。`;
  const said = statement.text ?? toFill('陈述申辩内容');
  const outcome = statement.outcome ?? toFill('复核结果');
  return `${who}提出陈述、申辩：${sentence(said)}经复核：${sentence(outcome)}`;
}
