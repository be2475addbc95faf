import { conflict } from './sentence.ts';

/** Why a notice is not sent again. */
export const noticeProblems = {
  'notice.state': conflict(
    'the notice is {status}; a notice that was sent, withdrawn or complained about is not sent again',
    '这封通知的状态是“{status:notice}”；已经发出、已撤回或者被投诉的通知不再重新发送',
  ),
  'notice.being-sent': conflict(
    'the notice is being sent now; look again in a few minutes',
    '这封通知正在发送，请过几分钟再查看',
  ),
  'notice.daily': conflict(
    'a daily mail is not sent again: the next one contains what is still open',
    '每日情况不重发，下一封会写明届时的情况',
  ),
  'notice.report-waits': conflict(
    'a report about the duty waits for the bureau: answer it first',
    '单位已报送，请先审核其报送材料',
  ),
  'notice.not-called-for': conflict(
    'the duty no longer needs this notice: it was fulfilled, was moved or is past',
    '所涉事项已经办结、变更或者过期，不再需要这封通知',
  ),
  'notice.document-past': conflict(
    'the document no longer needs this notice: it was withdrawn or decided',
    '所涉文书已经撤回或者作出决定，不再需要这封通知',
  ),
  'notice.not-named': conflict(
    'the document names no recipient with this address',
    '所涉文书的接收人中已没有这个地址',
  ),
  'notice.nobody': conflict(
    'there is still nobody to write to: enter a contact first',
    '仍然没有可用的联系人，请先补充联系人',
  ),
  'notice.complained': conflict(
    'its recipient complained: enter another contact, who then gets the notices',
    '收件人已投诉，请另行登记联系人，通知将发给新的联系人',
  ),
  'notice.changed': conflict(
    'the notice changed meanwhile; read it again',
    '通知刚刚有变动，请刷新后重新办理',
  ),
} as const;
