import { chineseDay } from '../../domain/time/day.ts';
import { officeWord } from '../../letters/wording.ts';
import { chosenTitle, supervisionOf } from '../../domain/escalations/names.ts';
import { paragraph, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import { addressed, bodyOf, closing, contactLines, numberOr, standing } from './phrases.ts';

/** A 决定书 is the government’s; the others leave in the name of its supervising body. */
export const supervisionIssuer = (parts: DocumentParts): string =>
  supervisionOf(parts) === 'decision' ? parts.government : parts.bureau;

/**
 * From one organ to another: facts, what is to be put right and by when it reports. The organ may object
 * (行政执法监督条例第三十条); no court hears it, and no citizen’s remedies are told.
 */
export function supervisionBlocks(parts: DocumentParts): Block[] {
  const issuer = supervisionIssuer(parts);
  const title = chosenTitle(parts) ?? '';
  const { named } = parts;
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    { kind: 'addressee', text: `${addressed(parts)}：` },
    ...(parts.about === undefined ? [] : [paragraph(`现就${parts.about}有关问题，提出如下意见。`)]),
    ...bodyOf(parts.text),
    paragraph(`请于${until(parts)}将纠正情况书面报送${supervisor(parts)}。`),
    ...standing(parts),
    ...(named.length === 0 ? [] : [paragraph(`原责任清单所称文书：${named.join('、')}。`)]),
    ...objection(parts, title),
    contactLines(parts.desk),
    closing(issuer, parts.issuedOn),
  ];
}

const supervisor = (parts: DocumentParts): string =>
  supervisionOf(parts) === 'decision' ? parts.bureau : `我${officeWord(parts.bureau)}`;

/** 行政复议法第七十六条: sixty days for an opinion of a reconsideration body. */
function until(parts: DocumentParts): string {
  const { rectifyBy, rectificationDays } = parts;
  if (rectifyBy !== undefined) return `${chineseDay(rectifyBy)}前（含当日）`;
  const days = supervisionOf(parts) === undefined ? 60 : rectificationDays;
  return `收到本文书之日起${days}日内`;
}

function objection(parts: DocumentParts, title: string): Block[] {
  switch (supervisionOf(parts)) {
    case undefined:
      return [];
    // 河北省行政执法监督条例第二十一条.
    case 'notice':
      return [paragraph(`对本${short(title)}有异议的，可以自收到之日起十五日内书面申请复查。`)];
    default:
      return [paragraph(`对本${short(title)}有异议的，可以向${supervisor(parts)}提出并说明理由。`)];
  }
}

const short = (title: string): string => title.replace('行政执法监督', '');
