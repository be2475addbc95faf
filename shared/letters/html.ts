import { type Day, chineseDay } from '../domain/time/day.ts';

/*
 * WPS, QQ and Outlook drop style sheets and scripts, and lay out little but blocks: inline styles on
 * headings, paragraphs and divisions alone, one column, no pictures.
 */
const style = {
  body: "margin:0;padding:0;background:#f4f5f7;color:#1f2329;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.75;",
  page: 'max-width:640px;margin:0 auto;padding:24px 20px;background:#ffffff;',
  heading: 'margin:0 0 20px;font-size:20px;line-height:1.4;text-align:center;font-weight:bold;',
  salutation: 'margin:0 0 8px;',
  paragraph: 'margin:0 0 12px;text-indent:2em;',
  facts: 'margin:16px 0;padding:4px 0 4px 14px;border-left:3px solid #1f4e8c;',
  fact: 'margin:8px 0;',
  label: 'font-size:14px;color:#5f6671;',
  value: 'margin:0;word-break:break-word;',
  strong: 'margin:0;word-break:break-word;font-size:18px;font-weight:bold;',
  section: 'margin:20px 0 6px;font-size:17px;line-height:1.5;font-weight:bold;',
  list: 'margin:0;padding:0 0 0 26px;',
  item: 'margin:0 0 6px;word-break:break-word;',
  hint: 'margin:4px 0 0;font-size:14px;color:#5f6671;',
  link: 'color:#1f4e8c;word-break:break-all;',
  signature: 'margin:28px 0 0;text-align:right;',
  small:
    'margin:28px 0 0;padding-top:10px;border-top:1px solid #dee0e3;font-size:12px;line-height:1.6;color:#646a73;',
} as const;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** The text escaped, with its line breaks. */
function lines(text: string): string {
  return escapeHtml(text).replace(/\r?\n/g, '<br>');
}

export function htmlOf(sheet: Sheet): string {
  const signature = `${lines(sheet.bureau)}<br>${chineseDay(sheet.today)}`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${lines(sheet.subject)}</title>
</head>
<body style="${style.body}">
<div style="${style.page}">
<h1 style="${style.heading}">${lines(sheet.heading)}</h1>
<p style="${style.salutation}">${lines(sheet.salutation)}</p>
${sheet.blocks.map(blockHtml).join('\n')}
<p style="${style.signature}">${signature}</p>
<p style="${style.small}">${sheet.smallPrint.map(lines).join('<br>')}</p>
</div>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p style="${style.paragraph}">${lines(block.text)}</p>`;
  if (block.kind === 'link')
    return `<p style="${style.hint}">${lines(block.text)}<br><a href="${escapeHtml(block.href)}" style="${style.link}">${escapeHtml(block.href)}</a></p>`;
  if (block.kind === 'facts') {
    return `<div style="${style.facts}">\n${block.facts.map(factHtml).join('\n')}\n</div>`;
  }
  const items = block.items.map((item) => `<li style="${style.item}">${lines(item)}</li>`).join('\n');
  const hint = block.hint === undefined ? '' : `\n<p style="${style.hint}">${lines(block.hint)}</p>`;
  return `<h2 style="${style.section}">${lines(block.heading)}</h2>\n<ol style="${style.list}">\n${items}\n</ol>${hint}`;
}

function factHtml(fact: Fact): string {
  const values = fact.values
    .map((value) => `<p style="${fact.strong ? style.strong : style.value}">${lines(value)}</p>`)
    .join('');
  return `<div style="${style.fact}"><span style="${style.label}">${lines(fact.label)}</span>${values}</div>`;
}

/** A letter without its form: the plain text and the HTML are both made from it. */
export interface Fact {
  readonly label: string;
  /** One line each. */
  readonly values: readonly string[];
  /** Emphasised: the due day. */
  readonly strong?: boolean;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'list';
      readonly heading: string;
      readonly items: readonly string[];
      readonly hint?: string;
    };

export interface Sheet {
  readonly subject: string;
  readonly heading: string;
  /** 主送, with its colon. */
  readonly salutation: string;
  readonly blocks: readonly Block[];
  readonly bureau: string;
  readonly today: Day;
  readonly smallPrint: readonly string[];
}
