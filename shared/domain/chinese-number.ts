const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一, 十, 十六, 二十 …: the number of a section, from 1 to 99. */
export function chineseNumber(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const before = tens > 1 ? (DIGITS[tens] ?? '') : '';
  return `${before}${tens > 0 ? '十' : ''}${DIGITS[ones] ?? ''}`;
}
