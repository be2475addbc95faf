export const notices = {
  title: '通知',
  at: '生成时间',
  kind: '种类',
  subject: '标题',
  to: '收件地址',
  receipt: '回执',
};
