import { malformed } from './sentence.ts';

/** What can be wrong with the characters of a text. */
export const textProblems = {
  'text.control': malformed(
    'contains a control character ({character}) that no file can contain: remove it',
    '含有不可见的控制字符（{character}），请删去',
  ),
  'text.direction': malformed(
    'contains a mark ({character}) that reverses the direction of writing: remove it',
    '含有改变文字方向的字符（{character}），请删去',
  ),
  'text.half': malformed('contains half of a character: enter it again', '含有不完整的字符，请重新填写'),
  'text.damaged': malformed(
    'was damaged by an earlier conversion (it contains �): enter it again',
    '文字在先前的转换中损坏（含有“�”），请重新填写',
  ),
  'text.name': malformed(
    'the name of a field contains invisible marks: remove them',
    '项目的名称含有不可见的字符，请删去',
  ),
} as const;
