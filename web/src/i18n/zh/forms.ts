/** The forms of duties and of projects. Their names come with the API’s answer. */
export const forms = {
  title: '表格',
  hint: '已填入登记的内容；空白各栏由填写的单位或者人员填写，〔〕、【】由本局在文书上补充。',
  download: (name: string) => `下载《${name}》`,
  lacks: '还不能下载：',
  draftCircular: '起草考核通报',
  circularHint: '按当年的登记起草，修改后提请批准；已起草的直接打开。',
  dossier: '下载项目案卷',
};
