import { caseFileOf } from '../../domain/cases/file.ts';
import { day } from '../../domain/time/day.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import { receiptBlocks } from '../escalations/forms.ts';
import { bodyOf, linesOf, toFill } from '../escalations/phrases.ts';
import { priorNoticeBlocks } from '../escalations/prior-notice.ts';
import { paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';

/** 行政处罚事先告知书, with what the investigation found. */
export function priorNotice(parts: CaseParts): Block[] {
  const { entries, bureau } = parts;
  const notice = bodyOfLast(entries, 'prior-notice');
  const report = bodyOfLast(entries, 'investigation-report');
  const facts = notice?.facts ?? report?.text;
  const party = partyOf(parts);
  const basis = `依据${notice?.legalBasis ?? report?.legalBasis ?? toFill('法律法规规章依据')}，我${officeWord(bureau)}拟对${party}作出以下行政处罚：`;
  const fine = notice?.fine === undefined ? [] : [paragraph(`拟处罚款数额：${notice.fine}元。`)];
  return priorNoticeBlocks({
    bureau,
    desk: parts.desk,
    number: notice?.number,
    party,
    facts: facts === undefined ? [paragraph(`${toFill('违法事实及证据')}。`)] : bodyOf(facts),
    penalty:
      notice === undefined
        ? [paragraph(`${basis}${toFill('拟处罚内容')}。`)]
        : [paragraph(basis), ...linesOf(sentence(notice.penalty)).map(paragraph), ...fine],
    defenceWorkingDays: parts.defenceWorkingDays,
    // A fine allows a hearing until the bureau knows from which amount on the law means it.
    hearing: notice === undefined || (notice.fine ?? 0) > 0,
    officers: caseFileOf(entries).officers,
    servedOn: notice && day(notice.servedOn),
  });
}

export function receipt(parts: CaseParts): Block[] {
  const service = bodyOfLast(parts.entries, 'service');
  return receiptBlocks(
    {
      number: caseFileOf(parts.entries).decision?.number,
      bureau: parts.bureau,
      recipient: parts.party,
      service: service && { ...service, on: day(service.on) },
    },
    '行政处罚决定书',
  );
}
