import { caseFileOf, type CaseEntry } from '../../domain/cases/file.ts';
import type { CaseForm } from '../../domain/cases/forms.ts';
import { day } from '../../domain/time/day.ts';
import { toInstant } from '../../domain/time/instant.ts';
import { caseFiling } from './filing.ts';
import { minutesBlocks } from './minutes.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { marksIn } from '../escalations/compose.ts';
import { draftingBlocks } from '../escalations/drafting.ts';
import { filingBlocks } from '../escalations/filing.ts';
import { receiptBlocks } from '../escalations/forms.ts';
import { paragraph, type Block, type DocumentModel } from '../model.ts';
import { bodyOf, linesOf, toFill } from '../escalations/phrases.ts';
import { priorNoticeBlocks } from '../escalations/prior-notice.ts';
import { officeWord, sentence } from '../../letters/wording.ts';

type Name = CaseEntry['body']['event'];

/** The events that a paper is made from, up to the last that it tells of: what comes later does not change it. */
const told: Readonly<Record<CaseForm, readonly Name[]>> = {
  'filing-approval': [
    'filing-proposal',
    'filing-review',
    'filing-legal-review',
    'filing-return',
    'filing-refusal',
    'filing-approval',
  ],
  'prior-notice': ['prior-notice'],
  'collective-discussion': ['collective-discussion'],
  'service-receipt': ['decision-approval', 'service'],
};

/** Whether a paper has been through what it is for; until then it says what is still to be filled in. */
const done: Readonly<Record<CaseForm, readonly Name[]>> = {
  'filing-approval': ['filing-return', 'filing-refusal', 'filing-approval'],
  'prior-notice': ['prior-notice'],
  'collective-discussion': ['collective-discussion'],
  'service-receipt': ['decision-approval', 'service'],
};

/** Where the last event stands that the paper tells of; -1 where none has come. A new proposal begins new minutes. */
function lastTold(entries: CaseParts['entries'], form: CaseForm, events = told[form]): number {
  const from =
    form === 'collective-discussion'
      ? entries.findLastIndex(({ body }) => body.event === 'decision-proposal')
      : -1;
  return entries.findLastIndex(({ body }, index) => index > from && events.includes(body.event));
}

/** A paper of the case; only for a case that has come to it (`formLack`). */
export function casePaper(parts: CaseParts, form: CaseForm): DocumentModel {
  const last = lastTold(parts.entries, form);
  const entries = last < 0 ? parts.entries : parts.entries.slice(0, last + 1);
  const { name, blocks } = paper({ ...parts, entries }, form);
  const all: Block[] = [{ kind: 'title', lines: [parts.bureau, name] }, ...blocks];
  const latest = entries.at(-1);
  const finished = last >= 0 && latest !== undefined && done[form].includes(latest.body.event);
  return {
    name,
    at: latest?.at ?? toInstant(0),
    author: parts.bureau,
    blocks: finished
      ? all
      : [...all, ...draftingBlocks({ ...parts.sources[form], matter: parts.cause }, marksIn(all))],
  };
}

/** Whether the events have said something that the paper is made for: the receipt waits for the service itself. */
export function isTold({ entries }: Pick<CaseParts, 'entries'>, form: CaseForm): boolean {
  return lastTold(entries, form, form === 'service-receipt' ? ['service'] : told[form]) >= 0;
}

function paper(parts: CaseParts, form: CaseForm): { readonly name: string; readonly blocks: Block[] } {
  switch (form) {
    case 'filing-approval':
      return { name: '立案审批表', blocks: filingBlocks(caseFiling(parts)) };
    case 'prior-notice':
      return { name: '行政处罚事先告知书', blocks: priorNotice(parts) };
    case 'collective-discussion':
      return minutesBlocks(parts);
    case 'service-receipt':
      return { name: '送达回证', blocks: receipt(parts) };
  }
}

function priorNotice(parts: CaseParts): Block[] {
  const { entries, bureau } = parts;
  const notice = bodyOfLast(entries, 'prior-notice');
  const facts = bodyOfLast(entries, 'investigation-report')?.text;
  const party = partyOf(parts);
  const basis = `依据${toFill('法律法规规章依据')}，我${officeWord(bureau)}拟对${party}作出以下行政处罚：`;
  const fine = notice?.fine === undefined ? [] : [paragraph(`拟处罚款数额：${notice.fine}元。`)];
  return priorNoticeBlocks({
    bureau,
    desk: parts.desk,
    number: undefined,
    party,
    facts: facts === undefined ? [paragraph(`${toFill('违法事实及证据')}。`)] : bodyOf(facts),
    penalty:
      notice === undefined
        ? [paragraph(`${basis}${toFill('拟处罚内容')}。`)]
        : [paragraph(basis), ...linesOf(sentence(notice.penalty)).map(paragraph), ...fine],
    defenceWorkingDays: parts.defenceWorkingDays,
    hearing: true,
    officers: caseFileOf(entries).officers,
    servedOn: notice && day(notice.servedOn),
  });
}

function receipt(parts: CaseParts): Block[] {
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
