import { filingBlocks, filingParts } from './filing.ts';
import { receiptBlocks, recipientOf } from './forms.ts';
import type { Block, DocumentModel } from '../model.ts';
import { circularBlocks, officialBlocks } from './official.ts';
import { orderTitle } from '../../domain/escalations/names.ts';
import { interviewBlocks, opinionBlocks, orderBlocks, revocationBlocks } from './orders.ts';
import type { DocumentForm, DocumentParts } from '../parts.ts';
import { decisionBlocks, kindOf } from './penalties.ts';
import { priorNoticeBlocks, priorNoticeParts } from './prior-notice.ts';
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
  const penal = parts.step === 'warning' || parts.step === 'circulated-criticism';
  switch (form) {
    case 'document':
      return main(parts);
    case 'circular':
      return penal ? { name: '通报', blocks: circularBlocks(parts) } : undefined;
    case 'prior-notice':
      return penal || parts.step === 'penalty-case'
        ? titled(parts, '行政处罚事先告知书', priorNoticeBlocks(priorNoticeParts(parts)))
        : undefined;
    case 'service-receipt':
      return parts.step === 'penalty-case'
        ? undefined
        : titled(
            parts,
            '送达回证',
            receiptBlocks({ ...parts, recipient: recipientOf(parts) }, main(parts).name),
          );
    case 'filing-approval':
      return parts.step === 'penalty-case' ? main(parts) : undefined;
  }
}

function main(parts: DocumentParts): Composed {
  const official = parts.step === 'circulated-criticism' && parts.form !== 'internal-circular';
  switch (parts.step) {
    case 'order-to-rectify':
    case 'enforcement-notice':
    case 'stop-order':
      return titled(
        parts,
        orderTitle({ ...parts, onTheSpot: parts.onTheSpot !== undefined }),
        orderBlocks(parts),
      );
    case 'opinion':
      return titled(parts, '检查意见书', opinionBlocks(parts));
    case 'interview':
      return titled(parts, '约谈通知书', interviewBlocks(parts));
    case 'revocation':
      return titled(parts, '撤销行政许可决定书', revocationBlocks(parts));
    case 'warning':
      return titled(parts, `行政处罚决定书（${kindOf(parts)}）`, decisionBlocks(parts));
    case 'penalty-case':
      return titled(parts, '立案审批表', filingBlocks(filingParts(parts)));
    default: {
      if (official) return titled(parts, '通报批评决定', decisionBlocks(parts));
      const blocks = officialBlocks(parts) ?? [];
      const title = blocks.find((block) => block.kind === 'title');
      return { name: title?.lines.at(-1) ?? '', blocks };
    }
  }
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
