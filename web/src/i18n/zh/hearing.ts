/** The holder of a permit is heard before its revocation. */
export const hearing = {
  title: '听取被许可人意见',
  notTold: '撤销由本机关作出的许可，须先告知被许可人并听取其陈述、申辩。尚未登记告知情况。',
  told: (on: string, method: string) => `${on}以${method}方式送达《拟撤销行政许可告知书》。`,
  until: (on: string) => `陈述、申辩期限至${on}。`,
  nothing: '被许可人在期限内未提出陈述、申辩。',
  said: (text: string, outcome: string) => `被许可人提出：${text}　复核结果：${outcome}`,
  tell: '登记告知情况',
  tellHint: '告知书的内容按现有正文和法律依据记录；重新登记的，陈述、申辩期限重新计算。',
  hear: '登记陈述、申辩',
  hearHint: '未提出的，各项均不填写，期限届满后登记。',
  on: '提出日期',
  text: '陈述、申辩内容',
  outcome: '复核结果',
  notice: '拟撤销行政许可告知书',
};
