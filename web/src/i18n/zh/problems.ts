import { escalationMessages } from './escalation-messages.ts';
import { translateCheck } from './check-messages.ts';
import { translate } from './patterns.ts';

/** What went wrong, and what to do. */
export const problems = {
  titles: {
    '0': '连接不上服务器，请检查网络后重试；填写的内容还在。',
    '400': '填写的内容不符合要求，请按下面的提示修改。',
    '401': '登录已过期，请重新登录。',
    '403': '您的身份不能办理此事。',
    '404': '没有找到，或者您的身份看不到它。',
    '409': '与现有的内容冲突：可能他人刚刚作了修改，请核对后重新办理。',
    '413': '内容太大。',
    '422': '按规定不能这样办理，请按下面的提示处理。',
    '429': '操作太频繁，请稍候再试。',
    '500': '服务器出错，内容没有保存，请稍后重试。',
    '503': '服务器暂时不能处理，请稍候再试；填写的内容还在。',
    '507': '服务器磁盘已满，内容没有保存，通知暂缓发出。请联系管理员清理磁盘，然后重新提交。',
  },
  /** Messages that hold a name or a number; empty where there is no word for one. */
  translate: (message: string): string => translateCheck(message) || translate(message),
  /** The server’s own messages, by their beginning. */
  messages: {
    'The issuer of the tokens does not answer': '身份认证系统没有响应，请稍后重试。',
    'Too much is being sent at once': '同时上传的内容太多，请稍后重试。',
    'must not be empty': '不能为空',
    'missing: this field is needed': '此项必填',
    'no e-mail address': '不是有效的电子邮箱',
    'a telephone number': '请填写电话号码，只用数字、空格、短横线、括号，分机写“转”',
    'no such day': '没有这一天，请按“2026-09-30”的格式填写',
    'no such instant': '请写明日期、时间和时区',
    'outside the calendar': '只能填写1990年至2070年之间的日期',
    'outside 1900 to 2070': '只能填写1900年至2070年之间的日期',
    'a score is 0 to 100': '分数应在0至100之间',
    'unknown field': '没有这一项，请去掉',
    'Invalid input': '格式不对',
    'Too small': '数值太小或内容太短',
    'Too big': '数值太大或内容太长',
    'a time of day': '请按“22:00”的格式填写时间',
    'name the notice of the State Council': '请写明国务院办公厅的通知文号',
    'no day off in': '该年没有放假日期，请录入通知中的放假日期',
    'an override needs its document number': '请写明文号',
    'name who issued it': '请写明印发机关',
    'name at least one figure': '请至少填写一个数字',
    'If-Match names version': '内容已被他人修改，请核对变化后重新办理',
    ...escalationMessages,
  },
};
