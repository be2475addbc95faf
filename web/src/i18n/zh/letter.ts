import { answerActWords } from '../../../../shared/vocabulary/value-words.ts';

/** The page behind the link of a letter, for people without an account. */
export const letter = {
  lead: (bureau: string) => `${bureau}来信事项`,
  subject: '办理对象',
  dueOn: '办理期限',
  clause: '依据条款',
  gone: '链接无效或者已经失效',
  goneHint: '事项可能已经办结或者变更。请核对链接是否完整，或者与发信单位联系。',
  returned: '报送的材料已退回，请补正后重新报送',
  pending: '办理情况已报送，等待审核',
  extension: (until: string) => `已申请延期至${until}，等待答复`,
  choose: '可以办理',
  acts: answerActWords,
  on: '办理日期',
  document: '材料名称或文号',
  note: '说明',
  until: '申请延期至',
  reason: '申请理由',
  contactHint: '新的联系人经核实后启用；核实之前，通知仍发送给您。',
  acknowledgeHint: '只表示已经看到来信，不代替办理。',
  send: '提交',
  receipt: '已收到，回执号',
  receiptHint: '请记下回执号，查询时需要提供。',
  valid: (day: string) => `链接有效期至${day}，事项办结后失效；请勿转发。`,
};
