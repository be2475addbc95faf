import { filingBlocks, filingParts } from './filing.ts';
import { receiptBlocks, recipientOf } from './forms.ts';
import type { Block, DocumentModel } from '../model.ts';
import { circularBlocks, letterBlocks, reminderBlocks, reportBlocks } from './official.ts';
import { formOf, isServed } from '../../vocabulary/measures.ts';
import { chosenTitle, orderTitle } from '../../domain/escalations/names.ts';
import { isSupervision } from '../../vocabulary/supervision.ts';
import { crimeTransferBlocks } from './crime-transfer.ts';
import { interviewRecord } from './interview-record.ts';
import { supervisionBlocks, supervisionIssuer } from './supervision.ts';
import { interviewBlocks, opinionBlocks, orderBlocks, revocationBlocks } from './orders.ts';
import type { Layout } from '../../vocabulary/papers.ts';
import type { DocumentForm, DocumentParts } from '../parts.ts';
import { decisionBlocks } from './penalties.ts';
import { priorNoticeBlocks, priorNoticeParts } from './prior-notice.ts';
import { REVOCATION_NOTICE, revocationNoticeBlocks } from './revocation-notice.ts';
import { placeholder } from './phrases.ts';
import { draftingBlocks, remarksOn } from './drafting.ts';

interface Composed {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** The document; undefined where the step has none of that form. What was not approved says so at its head. */
export function documentFor(
  parts: DocumentParts,
  form: DocumentForm = 'document',
): DocumentModel | undefined {
  const composed = composedOf(parts, form);
  if (!composed) return undefined;
  const status = form === 'document' || form === 'circular' ? banner(parts) : [];
  const blocks = [...status, ...composed.blocks];
  return {
    name: composed.name,
    at: parts.draftedAt,
    author: parts.bureau,
    blocks: pending(parts)
      ? [...blocks, ...draftingBlocks(parts, marksIn(blocks), remarksOn(parts))]
      : blocks,
  };
}

/** What the main document of the step is called on its first page. */
export function documentName(parts: DocumentParts): string {
  return main(parts).name;
}

function composedOf(parts: DocumentParts, form: DocumentForm): Composed | undefined {
  const { as } = shapeOf(parts);
  const filing = as === 'filing';
  const decided = as === 'decision';
  switch (form) {
    case 'document':
      return main(parts);
    case 'circular':
      return decided ? { name: '通报', blocks: circularBlocks(parts) } : undefined;
    case 'prior-notice':
      if (as === 'revocation') return titled(parts, REVOCATION_NOTICE, revocationNoticeBlocks(parts));
      return decided
        ? titled(parts, '行政处罚事先告知书', priorNoticeBlocks(priorNoticeParts(parts)))
        : undefined;
    case 'service-receipt':
      return filing || !(parts.service || isServed(parts.step, parts.paper))
        ? undefined
        : titled(
            parts,
            '送达回证',
            receiptBlocks({ ...parts, recipient: recipientOf(parts) }, main(parts).name),
          );
    case 'interview-record':
      return as === 'interview' ? titled(parts, '约谈记录', interviewRecord(parts)) : undefined;
    case 'filing-approval':
      return filing ? main(parts) : undefined;
  }
}

const shapeOf = ({ step, paper, isEntered }: DocumentParts): Layout => formOf(step, paper, isEntered).paper;

function main(parts: DocumentParts): Composed {
  const paper = shapeOf(parts);
  const chosen = chosenTitle(parts);
  if (chosen !== undefined)
    return isSupervision(parts.regime)
      ? titled({ ...parts, bureau: supervisionIssuer(parts) }, chosen, supervisionBlocks(parts))
      : titled(parts, chosen, crimeTransferBlocks(parts));
  switch (paper.as) {
    case 'order':
      return titled(
        parts,
        orderTitle({ ...parts, onTheSpot: parts.onTheSpot !== undefined }) ?? paper.title,
        orderBlocks(parts, paper),
      );
    case 'opinion':
      return titled(parts, paper.title, opinionBlocks(parts));
    case 'interview':
      return titled(parts, paper.title, interviewBlocks(parts));
    case 'revocation':
      return titled(parts, paper.title, revocationBlocks(parts, paper));
    case 'filing':
      return titled(parts, paper.title, filingBlocks(filingParts(parts)));
    case 'decision':
      return titled(parts, paper.title, decisionBlocks(parts));
    case 'circular':
      return official(circularBlocks(parts, paper));
    case 'reminder':
      return official(reminderBlocks(parts, paper));
    case 'report':
      return official(reportBlocks(parts, paper));
    case 'letter':
      return official(letterBlocks(parts, paper));
  }
}

/** What bears its own title: 关于…的报告. */
function official(blocks: readonly Block[]): Composed {
  const title = blocks.find((block) => block.kind === 'title');
  return { name: title?.lines.at(-1) ?? '', blocks };
}

function titled(parts: DocumentParts, name: string, blocks: readonly Block[]): Composed {
  return { name, blocks: [{ kind: 'title', lines: [parts.bureau, name] }, ...blocks] };
}

function pending({ status }: DocumentParts): boolean {
  return status !== 'issued' && status !== 'served' && status !== 'withdrawn';
}

const banners: Readonly<Partial<Record<DocumentParts['status'], string>>> = {
  draft: '草稿：未经批准，不得印发、送达',
  'awaiting-approval': '送审稿：未经批准，不得印发、送达',
  approved: '已批准，尚未编号印发',
  rejected: '未获批准，不得印发、送达',
  withdrawn: '已撤回',
};

function banner({ status }: DocumentParts): Block[] {
  const text = banners[status];
  return text === undefined ? [] : [{ kind: 'banner', text }];
}

/** Each mark once, in the order of the document. */
export function marksIn(blocks: readonly Block[]): string[] {
  return [...new Set(JSON.stringify(blocks).match(placeholder) ?? [])];
}
