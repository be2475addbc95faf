/** Rows that the guess looks at, and letters of them. */
const ROWS = 20;

/**
 * What separates the cells of a text: a comma, a tabulator (“Unicode text”) or a semicolon. It is what most of the
 * first rows have the same number of, outside of quotation marks: a title above them has another number, or none.
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

/** The rows without what stands in quotation marks; the last one may be cut off where the text goes on. */
function rowsOf(head: string): string[] {
  const rows = head
    .replace(/"[^"]*(?:"|$)/g, '')
    .split(/\r\n|\r|\n/)
    .filter((row) => row.trim() !== '');
  return rows.length > 1 ? rows.slice(0, -1).concat(head.length < HEAD ? rows.slice(-1) : []) : rows;
}

/** Letters that are enough for a guess. */
export const HEAD = 64 * 1024;
