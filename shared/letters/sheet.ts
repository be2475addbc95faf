import { chineseDay } from '../domain/time/day.ts';
import { fitText } from '../domain/text.ts';
import { htmlOf, type Fact, type Block, type Sheet } from './html.ts';
import type { Rendered } from './types.ts';

/** The two-character indent of a paragraph in official letters. */
const INDENT = '　　';
const SIGNATURE_INDENT = '　'.repeat(10);

export function renderSheet(sheet: Sheet): Rendered {
  return {
    subject: oneLine(fitText(sheet.subject)),
    text: fitText(textOf(sheet)),
    html: fitText(htmlOf(sheet)),
  };
}

function textOf(sheet: Sheet): string {
  const parts = [
    sheet.heading,
    sheet.salutation,
    ...sheet.blocks.map(blockText),
    `${SIGNATURE_INDENT}${sheet.bureau}\n${SIGNATURE_INDENT}${chineseDay(sheet.today)}`,
    ['────────', ...sheet.smallPrint].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return INDENT + block.text;
  if (block.kind === 'link') return `${block.text}\n${block.href}`;
  if (block.kind === 'facts') return block.facts.map(factText).join('\n');
  const items = block.items.map((item, index) => `${index + 1}. ${item}`);
  return [block.heading, ...items, ...(block.hint === undefined ? [] : [block.hint])].join('\n');
}

function factText(fact: Fact): string {
  const lines = fact.values.flatMap((value) => value.split(/\r?\n/));
  if (lines.length === 1) return `${fact.label}：${lines[0]}`;
  return [`${fact.label}：`, ...lines.map((line) => INDENT + line)].join('\n');
}

/** A subject is one header line, even if a name has line breaks. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
