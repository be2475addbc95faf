import { terms } from './terms.ts';

type Say = (...parts: string[]) => string;

const duties: Readonly<Record<string, string>> = { ...terms.status, reported: terms.report.pending };

/** The server’s messages about draws, imports and duties that hold a name or a number, and what they say in Chinese. */
const patterns: readonly (readonly [RegExp, Say])[] = [
  // Draws.
  [/^draw \S+ of \S+ for .+ is still open/, () => '本周期已有一次抽查尚未抽取，请先完成，或者由领导终止'],
  [/^nobody is left to draw from/, () => '名单上没有单位，请先登记监管对象，或者减少不列入的单位'],
  [/^the roster holds (\d+): at most (\d+)/, (held, most) => `名单有${held}家，最多只能从${most}家中抽取`],
  [
    /^(\d+) cannot be drawn from a roster of (\d+)/,
    (size, roster) => `名单只有${roster}家，抽不出${size}家，请减少数量`,
  ],
  [
    /^that share of a roster of (\d+) is nobody/,
    (roster) => `按此比例，名单上的${roster}家一家也抽不到，请提高比例`,
  ],
  [/^(\S+) is not on the roster of/, () => '这家单位不在该检查任务的名册中，请去掉这一行'],
  [/^\S+ stands twice: take one of the lines out/, () => '这家单位填写了两次，请去掉一行'],
  [/^(\d+) of at least (\d+): inspections/, (_, least) => `检查须由${least}人以上进行，请再选执法人员`],
  [
    /^(.+) \(\S+\) could be checked by (\d+) of them only/,
    (name, free) => `${name}只有${free}名执法人员可派（其余须回避），请增加人员，或者写明理由不列入名单`,
  ],
  [
    /^(.+)’s certificate expired on (\S+):/,
    (name, day) => `${name}的执法证已于${day}到期，请另选人员，或者更新人员名册`,
  ],
  [/^two different witnesses/, () => '两名见证人不能是同一人'],
  [/^round (\d+) is public already/, () => '该轮公共随机数已经公布，请约定更晚的时间'],
  [
    /^(\d+) throws are too few for this roster: throw at least (\d+)/,
    (given, least) => `只有${given}次，至少要掷${least}次`,
  ],
  [/^not throws of a die/, () => '骰子点数只能是1至6的数字，按掷出的次序填写'],
  [
    /^this is not the signature of round (\d+)/,
    (round) => `不是第${round}轮的公共随机数，请从所列地址重新取得`,
  ],
  [/^not a signature of quicknet/, () => '格式不对：请粘贴所列地址的整段内容，或者其中的 signature'],
  [/^the draw is (committed|drawn|abandoned):/, () => '这次抽查已由他人办理，请刷新查看'],
  [/^the roster is used up/, () => '名单已经用完，不能再递补'],
  [/^not among the units that are to be checked/, () => '这家单位不在应检查的单位之中，请刷新查看'],
  // Duties, subjects, feeds and repeated requests.
  [
    /^the obligation is (\S+): \S+ is not open to it/,
    (state = '') => `该事项现为“${duties[state] ?? state}”，不能这样办理，请刷新查看`,
  ],
  [/^say why the report is returned/, () => '请写明退回理由，单位会看到'],
  [/^the bureau subjects of a jurisdiction/, () => '主管部门由系统设立，不能另行登记，请改选其他类别'],
  [/^you have (\d+) calendar feeds already/, (feeds) => `订阅链接已达${feeds}个，请先停用不再使用的链接`],
  [
    /^This Idempotency-Key was used/,
    () =>
      '上一次提交可能已经登记，内容与现在的不同：请先核对已登记的内容，确需另行登记的，关闭本窗口后重新办理',
  ],
  [/^The same request is being answered/, () => '上一次提交正在处理，请稍候再试'],
  // Papers of a case: what has changed since the page was read.
  [/; enter \S+-(?:proposal|approval) first$/, () => '案件尚未办到这一环节，请刷新页面后再下载'],
  [/; the case has ended \(\S+\): there will be none$/, () => '案件已经终结，不再形成这份文书'],
  [/: the decision was taken without a discussion/, () => '本案未经集体讨论，没有讨论记录'],
  [/: no rule asks for a discussion of this proposal/, () => '本案无须集体讨论，没有讨论记录'],
  // Imports: the file as a whole, and its places.
  [/^file$/, () => '文件'],
  [/^row (\d+)$/, (row) => `第${row}行`],
  [/^column ([A-Z]+)$/, (column) => `${column}列`],
  [/^the file is empty/, () => '文件是空的，请选择CSV或者XLSX名册'],
  [/^an old workbook/, () => '这是旧格式（.xls、.et）或者加密的表格，请另存为不加密的 .xlsx'],
  [/^more than (\d+) rows/, (rows) => `超过${rows}行，请分成几份导入，每份都要有表头`],
  [/^the file holds no headings/, () => '没有表头，请参照模板'],
  [/^row (\d+) should hold the headings/, (row) => `第${row}行应为表头，但没有“名称”或“编号”列，请参照模板`],
  [
    /^columns (.+) and (.+) both hold \S+:/,
    (one, other) => `“${one}”和“${other}”两列是同一项，请说明其中一列是哪一项，或者不导入该列`,
  ],
  [
    /^the heading “(.+)” of column (\S+) is not known/,
    (heading, column) => `${column}列的表头“${heading}”不认识，请说明它是哪一项，或者不导入该列`,
  ],
  [/^row (\d+): a quotation mark/, (row) => `第${row}行的引号没有成对，请在表格软件中重新保存`],
  [/^row (\d+) holds more than/, (row) => `第${row}行过长：可能引号没有成对，或者列数过多`],
  [/^row (\d+) has more than (\d+) columns/, (row, columns) => `第${row}行超过${columns}列，请删去多余的列`],
  [/^cell (\S+) holds more than (\d+) letters/, (cell, letters) => `${cell}单元格超过${letters}字，请缩短`],
  [
    /^neither a table of text nor a workbook/,
    () => '不是CSV，也不是 .xlsx 表格，请另存为“CSV UTF-8”或者 .xlsx',
  ],
  [/^the text is neither wholly UTF-8/, () => '文字编码无法辨认，请另存为“CSV UTF-8”或者 .xlsx'],
  [
    /^line (\d+) is UTF-8 while other lines/,
    (line) => `第${line}行与其他行的文字编码不同，请在表格软件中合并后重新保存`,
  ],
  [/^over \d+ bytes unpacked/, () => '文件展开后过大，请分成几份导入'],
  [/^at most 1000000000000:/, () => '数值过大，请核对数字或单位'],
  [/^at most \d+ bytes|^The file is over/, () => '文件过大，请分成几份导入'],
  [/^\S+ unpacks to more than/, () => '表格展开后过大，请另存为“CSV UTF-8”，分成几份导入'],
  [/^\S+ declares a document type/, () => '表格文件中有文档类型声明，不能导入，请在表格软件中重新保存'],
  [/^pack it with gzip/, () => '文件标明为gzip压缩，实际不是，请压缩后发送，或者直接发送原文件'],
  [
    /^more than (\d+) lines, the empty ones included/,
    (lines) => `文件超过${lines}行（空行也算），请删去名册下方的空行，或者分成几份导入`,
  ],
  [
    /^reading took more than (\d+) seconds/,
    (seconds) => `读取文件超过${seconds}秒，请删去名册以外的内容，或者分成几份导入`,
  ],
  [
    /^the worksheet has more than (\d+) merged regions/,
    (count) => `工作表的合并单元格超过${count}处，请取消合并并逐格填写`,
  ],
  [/^the workbook is locked/, () => '表格设有密码，请去掉密码后保存'],
  [/^the workbook is damaged/, () => '表格文件已损坏，请打开后重新保存'],
  [/^the workbook has no visible/, () => '表格中没有可见的工作表，请把名册放在第一张'],
  [/^the workbook/, () => '表格内容过多，请只保留名册，另存后再导入'],
  [/^an archive, but no/, () => '这是压缩包，不是 .xlsx 表格，请把名册另存为 .xlsx'],
  // Imports: one row.
  [/^missing: write one of (.+)$/, (kinds) => `没有填写，请填其中之一：${kinds}`],
  [/^missing: a row needs a name or a code/, () => '名称和编号至少填一项'],
  [
    /^no \S+ has the code (.+): a new one needs a name/,
    (code) => `没有编号为${code}的监管对象；新登记的须填名称`,
  ],
  [/^“(.*)” is not known: write one of (.+)$/, (text, known) => `“${text}”不认识，请填其中之一：${known}`],
  [/^“(.*)” is no number/, (text) => `“${text}”不是数字，请只填数字，例如1200`],
  [/^“(.*)” is neither 是 nor 否/, (text) => `“${text}”应为“是”或者“否”`],
  [/^“(.*)” is no day/, (text) => `“${text}”不是日期，请写作2026-03-01或者2026年3月1日，年份写全`],
  [/^“(.*)” is no moment/, (text) => `“${text}”不是时间，请写明日期和时刻，例如2026-03-01 09:30`],
  [
    /^“(.*)” is not an e-mail address;.+\((.+)\)$/,
    (text, column) => `“${text}”不是电子邮箱；有第二个的，另列一列“${column}”`,
  ],
  [
    /^“(.*)” is not a telephone number.+\((.+)\)$/,
    (text, column) => `“${text}”不是电话号码；有第二个的，另列一列“${column}”`,
  ],
  [
    /^“(.*)” names (\d+) people, and the next one has a column already/,
    (text, count) =>
      `“${text}”是${count}个人，而下一个联系人已另有一列：请每列只写一人（联系人、手机，联系人2、手机2）`,
  ],
  [
    /^“(.*)” names (\d+) people, but “(.*)” is not as many/,
    (text, count, other) =>
      `“${text}”是${count}个人，“${other}”却不是${count}项，无法对应：请每列只写一人（联系人、手机，联系人2、手机2）`,
  ],
  [/^“(.*)” means (\d+) subjects/, (text, count) => `“${text}”对应${count}个监管对象，请改填编号`],
  [/^no (?:subject|unit|row).+“(.*)”/, (text) => `没有“${text}”，请先登记，或者放在同一文件中`],
  [/^the cell holds a formula without/, () => '单元格中的公式没有保存结果，请直接填入数值或者文字'],
  [/^the cell holds (\S+):/, (error) => `单元格是错误值${error}，请填入实际内容`],
  [/^a date stands where a text belongs/, () => '这里应填文字，却是日期，请把单元格格式改为文本'],
  [/^(?:the text )?was damaged/, () => '文字在先前的转换中损坏，请重新填写'],
  [/^(?:the text )?holds a control character \((.+)\)/, (code) => `含有不可见的控制字符（${code}），请删去`],
  [
    /^(?:the text )?holds a mark \((.+)\) that reverses/,
    (code) => `含有改变文字方向的字符（${code}），请删去`,
  ],
  [/^(?:the text )?holds half of a character/, () => '含有不完整的字符，请重新填写'],
  [
    /^the spreadsheet has turned this code/,
    () => '编号被表格软件变成了近似数，请把该列设为文本格式后重新填写',
  ],
  [/^cell (\S+) has no heading/, (cell) => `${cell}单元格所在列没有表头，请补上表头，或者清空`],
  [
    /^row (\d+) is about the same/,
    (row) => `与第${row}行是同一个监管对象，请只保留一行；同一单位的第二个联系人另列“联系人2”“手机2”`,
  ],
  [
    /^the sheet shows (\S+) in another form \(number format (.+)\)/,
    (number, format) =>
      `单元格的数字格式（${format}）使显示的内容与保存的${number}不同，请把该列设为文本格式后填写`,
  ],
  [
    /^the sheet shows (\S+) as a percentage/,
    (number) => `单元格按百分比显示${number}，请改为数值格式后重新填写`,
  ],
  [
    /^“(.*)” is a total or a note below the table/,
    (text) => `“${text}”是表尾的合计或者备注，不是监管对象，请删去这一行；确是监管对象的，请写全称`,
  ],
  [
    /^(.+) is not retired here: retire it/,
    (name) => `${name}没有注销，导入不能注销：请在其页面上办理，或者清空这一格`,
  ],
  [/^the row holds more than/, () => '这一行内容过长，请缩短'],
  [
    /^(.+) was retired on (\S+): name its successor/,
    (name, day) => `${name}已于${day}注销，请填写承接的单位`,
  ],
  [/^“(.*)” means a stored subject and one/, (text) => `名册和本文件中都有“${text}”，请改填编号`],
  [/^(.+) was retired on (\S+);/, (name, day) => `${name}已于${day}注销，记录不再修改`],
  [/^a subject cannot be its own parent/, () => '上级单位不能是自己'],
  [/^(.+) is below this subject already/, (name) => `${name}已经是本单位的下级，请另选上级单位`],
  [/^this subject is its successor/, () => '该单位已并入本单位，请填写继续存在的单位'],
  [
    /^a \S+ named (.+) exists without a code/,
    (name) => `名册中已有“${name}”且没有编号，编号不能补填：请去掉编号，或者先注销原有的`,
  ],
  [/^somebody else changed this subject/, () => '他人同时修改了这个监管对象，请重新导入'],
  [/^not visible to this token/, () => '您的身份看不到这个监管对象'],
  [/^missing$/, () => '没有填写'],
];

/** The message in Chinese; empty where it is not known. */
export function translate(message: string): string {
  for (const [pattern, say] of patterns) {
    const match = pattern.exec(message);
    if (match) return say(...match.slice(1));
  }
  return '';
}
