/** The most rows, and characters of them, that the guess looks at. */
const ROWS = 20;

/**
 * The separator of the cells of a text: a comma, a tab (“Unicode text”) or a semicolon. It is the one that
 * occurs equally often, outside quotation marks, in most of the first rows. A title above them has another
 * number of it, or none.
 */
export function separatorOf(head: string): string {
  const rows = rowsOf(head).slice(0, ROWS);
  const guesses = [',', '\t', ';'].map((mark) => {
    const counts = rows.map((row) => row.split(mark).length - 1).filter((count) => count > 0);
    const common = [...new Set(counts)].map((count) => ({
      count,
      rows: counts.filter((other) => other === count).length,
    }));
    const [most = { count: 0, rows: 0 }] = common.sort((a, b) => b.rows - a.rows || b.count - a.count);
    return { mark, ...most };
  });
  return guesses.sort((a, b) => b.rows - a.rows || b.count - a.count)[0]?.mark ?? ',';
}

/** The rows without quoted parts. The last one may be cut off when the text goes on. */
function rowsOf(head: string): string[] {
  const rows = head
    .replace(/"[^"]*(?:"|$)/g, '')
    .split(/\r\n|\r|\n/)
    .filter((row) => row.trim() !== '');
  return rows.length > 1 ? rows.slice(0, -1).concat(head.length < HEAD ? rows.slice(-1) : []) : rows;
}

/** This many characters are enough for a guess. */
export const HEAD = 64 * 1024;
