import { clean, toFill } from '../escalations/phrases.ts';
import { line, type Block } from '../model.ts';
import { partyOf, type CaseParts } from './parts.ts';

/** Who the party is, line by line: 行政处罚法第五十九条第一款第（一）项. */
export function partyTexts(parts: CaseParts): string[] {
  const { code, representative, address = parts.address, nature } = parts.person ?? {};
  return [
    `名称（姓名）：${clean(partyOf(parts))}`,
    `统一社会信用代码（身份证件号码）：${code ?? toFill('证件号码')}`,
    // A natural person acts for itself.
    ...(nature === 'individual' ? [] : [`法定代表人（负责人）：${representative ?? toFill('法定代表人')}`]),
    `住所（住址）：${address ?? toFill('住所')}`,
  ];
}

export const partyLines = (parts: CaseParts): Block[] => partyTexts(parts).map(line);
