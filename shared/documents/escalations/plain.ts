import type { Block, DocumentModel, TableBlock } from '../model.ts';

/** A document as text, block by block: for goldens and for whoever reads without a word processor. */
export function plainText(model: DocumentModel): string {
  return `${model.blocks.flatMap(textOf).join('\n')}\n`;
}

function textOf(block: Block): string[] {
  switch (block.kind) {
    case 'banner':
      return [`!! ${block.text}`];
    case 'letterhead':
      return [`【${block.text}】（发文机关标志）`];
    case 'number':
      return [block.signatory === undefined ? block.text : `${block.text}　　签发人：${block.signatory}`];
    case 'red-line':
      return ['────────'];
    case 'title':
      return ['', ...block.lines.map((own) => `# ${own}`), ''];
    case 'addressee':
    case 'line':
    case 'remark':
      return [block.text];
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${block.text}`];
    case 'paragraph':
      return [`　　${block.text}`];
    case 'attachments':
      return [
        '',
        ...block.items.map((item, index) => `　　${index === 0 ? '附件：' : '　　　'}${index + 1}. ${item}`),
      ];
    case 'closing':
      return ['', `　　　　${block.issuer}`, `　　　　${block.date}`, `　　　　${block.seal}`];
    case 'imprint':
      return [
        '',
        '────────',
        ...(block.copies === undefined ? [] : [`抄送：${block.copies}`]),
        ...(block.printed === undefined ? [] : [`${block.printed.issuer}　　${block.printed.date}印发`]),
        '────────',
      ];
    case 'table':
      return table(block);
    case 'page-break':
      return ['', '======== 另页 ========'];
  }
}

function table({ rows }: TableBlock): string[] {
  return rows.map(
    ({ cells }) => `| ${cells.map(({ lines }) => lines.join(' ⏎ ').replaceAll('\n', '')).join(' | ')} |`,
  );
}
