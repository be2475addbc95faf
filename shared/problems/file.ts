import { malformed, tooLarge } from './sentence.ts';

/** What can be wrong with a file as a whole, whatever its content. */
export const fileProblems = {
  'file.empty': malformed(
    'the file is empty: send a CSV text or an .xlsx workbook',
    '文件是空的，请选择CSV或者 .xlsx 名册',
  ),
  'file.old-format': malformed(
    'an old workbook (.xls, .et), or one with a password: save it as .xlsx without a password',
    '这是旧格式（.xls、.et）或者加密的表格，请另存为不加密的 .xlsx',
  ),
  'file.no-table': malformed(
    'neither a table of text nor a workbook (.xlsx): save the file again as “CSV UTF-8” or as .xlsx',
    '不是CSV，也不是 .xlsx 表格，请另存为“CSV UTF-8”或者 .xlsx',
  ),
  'file.encoding': malformed(
    'the text is neither wholly UTF-8 nor wholly GB18030: save the file again as “CSV UTF-8” or as .xlsx',
    '文字编码无法辨认（不全是UTF-8，也不全是GB18030），请另存为“CSV UTF-8”或者 .xlsx',
  ),
  'file.mixed-encodings': malformed(
    'line {line} is UTF-8 while other lines are not: two encodings are mixed; open both sources separately, put them together in the spreadsheet and save the file again as “CSV UTF-8” or as .xlsx',
    '第{line}行与其他行的文字编码不同，请分别打开原来的文件，在表格软件中合并后另存为“CSV UTF-8”或者 .xlsx',
  ),
  'file.quotation': malformed(
    'row {row}: a quotation mark is in a wrong place or is not closed; save the table again from the spreadsheet',
    '第{row}行的引号没有成对，或者位置不对，请在表格软件中重新保存',
  ),
  'file.too-large': tooLarge(
    'over {bytes} bytes unpacked: import it in parts',
    '文件展开后超过{bytes}字节，请分成几份导入',
  ),
  'file.too-slow': tooLarge(
    'reading took more than {seconds} seconds: delete what does not belong to the roster, or import it in parts',
    '读取文件超过{seconds}秒，请删去名册以外的内容，或者分成几份导入',
  ),
  'file.too-many-lines': tooLarge(
    'more than {lines} lines, including empty ones: delete the empty rows below the roster, or import it in parts',
    '文件超过{lines}行（空行也算），请删去名册下方的空行，或者分成几份导入',
  ),
  'file.too-many-columns': tooLarge(
    'row {row} has more than {columns} columns: delete the columns without data of the roster',
    '第{row}行超过{columns}列，请删去名册以外的列',
  ),
  'file.row-too-long': tooLarge(
    'row {row} has more than {letters} characters: a quotation mark is not closed, or this is not a table of at most {columns} columns',
    '第{row}行超过{letters}字：可能引号没有成对，或者超过{columns}列，请核对后重新保存',
  ),
  'file.cell-too-long': tooLarge(
    'cell {cell} has more than {letters} characters: shorten it, or check whether a quotation mark is missing',
    '{cell}单元格超过{letters}字，请缩短；或者核对是否缺了引号',
  ),
  'file.no-workbook': malformed(
    'this is an archive, but not an .xlsx workbook: save the roster as .xlsx',
    '这是压缩包，不是 .xlsx 表格，请把名册另存为 .xlsx',
  ),
  'file.no-sheet': malformed(
    'the workbook has no visible worksheet: put the roster on the first one',
    '表格中没有可见的工作表，请把名册放在第一张',
  ),
  'file.locked': malformed(
    'the workbook has a password: save it without one',
    '表格设有密码，请去掉密码后保存',
  ),
  'file.damaged': malformed(
    'the workbook is damaged: open it and save it again',
    '表格文件已损坏，请打开后重新保存',
  ),
  'file.row-number': malformed(
    'the workbook is damaged (a row has no proper number): save it again',
    '表格文件已损坏（有的行没有正确的行号），请打开后重新保存',
  ),
  'file.text-missing': malformed(
    'cell {cell} refers to a text that does not exist: save the workbook again',
    '表格文件已损坏（{cell}单元格的文字不存在），请打开后重新保存',
  ),
  'file.part-damaged': malformed(
    '{part} is damaged: open the workbook and save it again',
    '表格文件已损坏（{part}），请打开后重新保存',
  ),
  'file.part-encoding': malformed(
    '{part} is not UTF-8: open the workbook and save it again',
    '表格文件已损坏（{part}不是UTF-8编码），请打开后重新保存',
  ),
  'file.document-type': malformed(
    '{part} declares a document type: save the workbook again',
    '表格文件中有文档类型声明（{part}），不能导入，请在表格软件中重新保存',
  ),
  'file.part-too-large': tooLarge(
    '{part} unpacks to more than {bytes} bytes: delete the empty rows, or save the sheet as “CSV UTF-8”, in parts',
    '表格展开后过大（{part}超过{bytes}字节），请删去空行，或者另存为“CSV UTF-8”，分成几份导入',
  ),
  'file.too-many-parts': tooLarge(
    'the workbook has more than {parts} parts: save the sheet alone',
    '表格文件的组成部分超过{parts}个，请只把名册另存为一个文件',
  ),
  'file.too-many-regions': tooLarge(
    'the worksheet has more than {regions} merged regions: unmerge them and fill each cell',
    '工作表的合并单元格超过{regions}处，请取消合并并逐格填写',
  ),
  'file.too-much-text': tooLarge(
    'the workbook has too much text: save the roster as “CSV UTF-8”',
    '表格的文字过多，请把名册另存为“CSV UTF-8”',
  ),
} as const;
