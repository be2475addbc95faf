import { chineseInstant } from '../../domain/time/instant.ts';
import { content, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import { formTable, row, signedOn } from './forms.ts';
import { addressed, linesOf, numberOr, SEAL, SIGNATURE, toFill } from './phrases.ts';

/** 约谈记录: what was raised, what was asked for and what was promised; both sides sign. It orders nothing. */
export function interviewRecord(parts: DocumentParts): Block[] {
  const { interview, text, bureau } = parts;
  return [
    formTable([
      row('约谈通知书\n文号', content(numberOr(parts.number))),
      row('被约谈单位', content(addressed(parts))),
      ...(parts.about === undefined ? [] : [row('事由', content(parts.about))]),
      row('约谈时间', content(interview === undefined ? toFill('约谈时间') : chineseInstant(interview.at))),
      row('约谈地点', content(interview?.place ?? toFill('约谈地点'))),
      row('参加人员', content(interview?.attendees ?? toFill('参加人员'))),
      row('约谈的问题', content(linesOf(text))),
      row('单位说明\n的情况', content(''), 26),
      row('约谈提出\n的要求', content(''), 26),
      row('单位的承诺\n和期限', content(''), 22),
      row('被约谈人\n签名', content([SIGNATURE, signedOn]), 16),
      row(
        '约谈人、记录\n人签名',
        content([`${SIGNATURE}　　${SIGNATURE}`, `${bureau}${SEAL}`, signedOn]),
        20,
      ),
    ]),
  ];
}
