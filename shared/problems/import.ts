import { conflict, malformed, refused, tooLarge } from './sentence.ts';

/** What can be wrong with a roster: first its headings, then its rows and cells. */
export const importProblems = {
  'import.mapping': malformed(
    'an object of headings and fields, as JSON: {example}',
    '列的对应应为JSON，例如{example}',
  ),
  'import.mapping-field': malformed(
    '“{heading}” cannot be read as {field}: name a field such as name, or "" to leave it out',
    '“{heading}”不能对应为“{field}”：没有这一项；不导入的列请对应为空文字',
  ),
  'import.too-many-rows': tooLarge(
    'more than {rows} rows: import the roster in parts, each with its headings',
    '超过{rows}行，请分成几份导入，每份都要有表头',
  ),
  'import.no-headings': malformed(
    'the file has no headings: use the template as a model',
    '没有表头，请参照模板',
  ),
  'import.no-names': malformed(
    'row {row} should hold the headings, but has neither 名称 (name) nor 代码 (code): name the columns as in the template',
    '第{row}行应为表头，但没有“名称”或者“代码”列，请参照模板',
  ),
  'import.heading-unknown': malformed(
    'the heading “{text}” of column {column} is not known: say what the column means or leave it out, use a heading of the template, or begin it with #',
    '{column}列的表头“{text}”不认识，请说明它是哪一项，或者不导入该列',
  ),
  'import.heading-twice': malformed(
    'columns {other} and {column} {text} both mean {field}: say which other field one of them means, delete one, or begin its heading with # to leave it out',
    '“{other}”和“{column} {text}”两列是同一项，请说明其中一列是哪一项，或者不导入该列',
  ),
  'import.row-too-long': malformed(
    'the row has more than {letters} characters: shorten it',
    '这一行超过{letters}字，请缩短',
  ),
  'import.same-subject': refused(
    'row {row} is about the same {kind}: delete one of the two (a second person of it belongs into columns 联系人2, 手机2)',
    '与第{row}行是同一个{kind:kind}，请只保留一行；同一对象的第二个联系人另列“联系人2”“手机2”',
  ),
  'import.footer': malformed(
    '“{text}” is a total or a note below the table and not a subject: delete the row; if it is a subject, write its full name',
    '“{text}”是表尾的合计或者备注，不是监管对象，请删去这一行；确是监管对象的，请写全称',
  ),
  'import.no-heading': malformed(
    'cell {cell} has no heading: give its column one, or clear it',
    '{cell}单元格所在列没有表头，请补上表头，或者清空',
  ),
  'import.no-kind': malformed('missing: write one of {kinds}', '没有填写，请填其中之一：{kinds}'),
  'import.no-name-or-code': malformed(
    'missing: a row needs a name or a code',
    '没有填写，名称和代码至少填一项',
  ),
  'import.new-without-name': malformed(
    'no {kind} has the code {code}: a new one needs a name',
    '没有代码为{code}的{kind:kind}；新登记的须填名称',
  ),
  'import.code-too-late': refused(
    'a {kind} named {name} exists without a code ({id}), and codes cannot be added later: leave the code out to refer to it, or retire it first',
    '已有没有代码的{kind:kind}“{name}”，代码不能补填：就是它的，请清空代码；不是的，请先注销原有的',
  ),
  'import.ambiguous': refused(
    '“{text}” means {count} subjects ({subjects}): name the one by its code or id',
    '“{text}”对应{count}个监管对象（{subjects}），请用代码指明是哪一个',
  ),
  'import.parent-retired': refused(
    '{name} was retired on {day}: name its successor',
    '{name}已于{day}注销，请填写承接的单位',
  ),
  'import.parent-twice': refused(
    '“{text}” means a stored subject and one of this file: name the one by its code or id',
    '已登记的和本文件中都有“{text}”，请用代码指明是哪一个',
  ),
  'import.parent-unknown': refused(
    'no subject has the id, code or name “{text}”: enter it first, or put its row above',
    '没有代码或者名称为“{text}”的监管对象，请先登记，或者把它所在的行移到上面',
  ),
  'import.retired': refused(
    '{name} was retired on {day}; its record stays as it is: delete the row',
    '{name}已于{day}注销，记录不再修改，请删去这一行',
  ),
  'import.not-retired': refused(
    '{name} is not retired here: retire it on its own page, or clear the cell',
    '{name}没有注销，导入不能注销：请在其页面上办理，或者清空这一格',
  ),
  'import.changed-meanwhile': conflict(
    'somebody else changed this subject at the same time: import the file again',
    '他人同时修改了这个监管对象，请重新导入',
  ),
  'import.error-value': malformed(
    'the cell contains {error}: enter the value itself',
    '单元格是错误值{error}，请填入实际内容',
  ),
  'import.formula': malformed(
    'the cell contains a formula without its value: enter the value itself',
    '单元格中的公式没有保存结果，请直接填入数值或者文字',
  ),
  'import.date-for-text': malformed(
    'the cell contains a date instead of a text: format the cell as text',
    '这里应填文字，却是日期，请把单元格格式改为文本后重新填写',
  ),
  'import.rounded': malformed(
    'the spreadsheet has turned this code into a rounded number: format the column as text and enter the code again',
    '代码被表格软件变成了近似数，请把该列设为文本格式后重新填写',
  ),
  'import.number-format': malformed(
    'the sheet shows {number} in another form (number format {format}): format the column as text and enter the text that belongs there',
    '单元格的数字格式（{format}）使显示的内容与保存的{number}不同，请把该列设为文本格式后填写',
  ),
  'import.percentage': malformed(
    'the sheet shows {number} as a percentage: format the column as a number and enter it again',
    '单元格按百分比显示{number}，请改为数值格式后重新填写',
  ),
  'import.number': malformed(
    '“{text}” is not a number: write digits only, for instance 1200',
    '“{text}”不是数字，请只填数字，例如1200',
  ),
  'import.yes-or-no': malformed(
    '“{text}” is neither 是 nor 否: write one of them',
    '“{text}”应为“是”或者“否”',
  ),
  'import.choice': malformed(
    '“{text}” is not known: write one of {choices}',
    '“{text}”不认识，请填其中之一：{choices}',
  ),
  'import.day': malformed(
    '“{text}” is not a day: write 2026-03-01 or 2026年3月1日, with the whole year',
    '“{text}”不是日期，请写作2026-03-01或者2026年3月1日，年份写全',
  ),
  'import.instant': malformed(
    '“{text}” is not a moment: write the day and the time, for instance 2026-03-01 09:30',
    '“{text}”不是时间，请写明日期和时刻，例如2026-03-01 09:30',
  ),
  'import.email': malformed(
    '“{text}” is not an e-mail address; a second one belongs into another column ({column})',
    '“{text}”不是电子邮箱；有第二个的，另列一列“{column}”',
  ),
  'import.telephone': malformed(
    '“{text}” is not a telephone number (digits, spaces and dashes); a second one belongs into another column ({column})',
    '“{text}”不是电话号码（数字、空格和短横线）；有第二个的，另列一列“{column}”',
  ),
  'import.people-and-column': malformed(
    '“{text}” names {people} people, and the next one has a column already: write one person in each column: 联系人, 手机, 邮箱, then 联系人{next}, 手机{next}, 邮箱{next}',
    '“{text}”是{people}个人，而下一个联系人已另有一列：请每列只写一人（联系人、手机、邮箱，联系人{next}、手机{next}、邮箱{next}）',
  ),
  'import.people-uneven': malformed(
    '“{text}” names {people} people, but “{other}” has another number: write one person in each column: 联系人, 手机, 邮箱, then 联系人{next}, 手机{next}, 邮箱{next}',
    '“{text}”是{people}个人，“{other}”却不是{people}项，无法对应：请每列只写一人（联系人、手机、邮箱，联系人{next}、手机{next}、邮箱{next}）',
  ),
  /** An error of an import from before problems had codes: the English sentence that was stored. */
  'import.earlier': malformed('{message}', '{message}'),
} as const;
