/** The administrator’s first steps. */
export const firstSteps = {
  title: '开始使用',
  lead: '完成下列各项之后，平台才能按时发出提醒。随时可以回来继续。',
  allDone: '各项均已完成。',
  done: '已完成',
  missing: '未完成',
  letterTo: '收件邮箱（不填则发给本人）',
  sendLetter: '发送测试邮件',
  outcomes: {
    sent: (to: string) => `测试邮件已经发往 ${to}，请查收。`,
    captured: () => '没有发出：还没有连接邮件服务器。请停止平台，设置 SMTP_URL 和 MAIL_FROM 后重新启动。',
    failed: (to: string) => `发往 ${to} 的测试邮件没有发出，邮件服务器的回答是：`,
  },
  steps: {
    people: { name: '人员', how: '登记本单位的业务人员和负责人：至少各一名。', go: '登记人员' },
    mail: { name: '邮件', how: '发送一封测试邮件，确认邮件服务器已经连接。', go: '' },
    roster: { name: '监管对象', how: '导入监管对象的名册，各单位的期限随即算出。', go: '导入名册' },
    calendar: {
      name: '工作日历',
      how: '核对本年的放假安排；十二月起还须录入下一年的安排。',
      go: '查看年历',
    },
  },
};
