import { conflict, refused } from './sentence.ts';

/** What can be wrong with a document to be issued: its number, its gaps, and in whose name it is issued. */
export const documentProblems = {
  'document.number-taken': conflict(
    'another document has the number {number} already',
    '文号{number}已用于其他文书，请另编文号',
  ),
  'document.number-form': refused(
    'the number {number} does not fit the pattern for these documents: write it as {example}',
    '文号{number}不符合本类文书设定的编号格式，请按“{example}”的格式编号',
  ),
  'document.number-without-year': refused(
    'the number {number} has no year in brackets: for instance 某档〔{year}〕1号',
    '文号{number}没有写明年份，请在六角括号中写明，例如“某档〔{year}〕1号”',
  ),
  'document.number-year': refused(
    'the number {number} has another year than the issue: it must have {year}',
    '文号{number}的年份与印发年份不一致，请用{year}年的文号',
  ),
  'document.open-places': refused(
    'The document still has gaps: {places}. No document is issued with a gap.',
    '文书中{places}尚未填写，不能印发。',
  ),
  'document.open-in-settings': refused(
    '{place} is missing: an administrator enters it in the settings for documents',
    '“{place}”尚未填写，请由系统管理员在“设置”的“文书”中填写',
  ),
  'document.open-in-register': refused(
    '{place} of the party is missing: enter it in the register',
    '当事人的“{place}”尚未登记，请在“基本情况”中登记',
  ),
  'document.open-in-draft': refused(
    '{place} is missing: enter it here, then propose it again',
    '“{place}”尚未填写，请在本件中填写后重新提请批准',
  ),
  'document.open-in-text': refused(
    '{place} is missing in the text: write it there, then propose it again',
    '正文中“{place}”待填，请在正文中写明后重新提请批准',
  ),
  'document.organ-cannot-bind': refused(
    '{organ} is an archive and has no delegation on file: it cannot issue orders, notices or decisions. Enter papers.actingOrgan in the settings: the organ that delegated, or the delegation',
    '{organ}是档案馆，没有登记行政执法委托，不能以自己的名义作出责令、通知和决定。请由系统管理员在“设置”的“文书”中填写委托机关，或者填写委托书文号',
  ),
} as const;
