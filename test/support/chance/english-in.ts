/** Names in Latin letters that Chinese texts contain. */
const names = [
  'ASCII',
  'Content-Encoding',
  'CSV',
  'drand',
  'GB',
  'gzip',
  'HTTP',
  'Idempotency-Key',
  'If-Match',
  'ISO',
  'issuer',
  'JSON',
  'last',
  'nextCursor',
  'now',
  'quicknet',
  'signature',
  'trust-proxy',
  'UTF-8',
  'xls',
  'xlsx',
  'et',
];
const known = new RegExp(`(?<![A-Za-z])(?:${names.join('|')})(?![A-Za-z])`, 'g');

/** The words in Latin letters in a Chinese text, except known names and values given to it. */
export function englishIn(text: string, given: readonly string[] = []): string[] {
  const bare = [...given]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, one) => rest.replaceAll(one, ''), text);
  return bare.replace(known, '').match(/[A-Za-z][A-Za-z-]+/g) ?? [];
}
