import { el } from './dom.js';

/** Calls the API, and says what to do when a call fails. */

/** A problem document, or a similar one when the server was not reached. */
export class Problem extends Error {
  constructor(document) {
    super(document.detail);
    this.document = document;
  }
}

/** Returns the answer’s JSON; throws a `Problem`. */
export async function call(path, { method = 'GET', body } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem({ status: 0, detail: '' });
  }
  const answer = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer;
  throw new Problem({ ...answer, status: response.status });
}

const remedies = {
  0: ['连接不上本机服务', '请确认 npm start 仍在运行，然后重试。'],
  400: ['填写的内容不符合要求', '请按下列提示改正后重试。'],
  403: ['当前身份不能进行此项操作', '请换用有权限的身份。'],
  404: ['没有找到，或者当前身份看不到', '请核对编号，或者换用其他身份。'],
  409: ['与现有情况冲突', '请刷新页面，看清现状后再操作。'],
  413: ['内容过大', '请减少内容后重试。'],
  422: ['内容相互矛盾，或者规则不允许', '请按下列提示改正后重试。'],
  429: ['请求过于频繁', '请稍候再试。'],
};

const fields = { to: '收件人', channel: '渠道' };

/** The failure for people: what is wrong, what to do, and each wrong field. */
export function problemNode(error) {
  if (!(error instanceof Problem)) console.error(error);
  const { status, detail, errors } =
    error instanceof Problem ? error.document : { status: 500, detail: error.message };
  const [title, remedy] = remedies[status] ?? ['服务出错', '请重试；仍然出错的，请查看服务窗口中的日志。'];
  const listed = errors ?? [];
  return el(
    'div.problem',
    { role: 'alert', tabindex: '-1' },
    el('p.problem-title', {}, status > 0 ? `${title}（${status}）` : title),
    el('p', {}, remedy),
    detail && !listed.some(({ message }) => message === detail) && el('p.detail', { lang: 'en' }, detail),
    listed.length > 0 &&
      el(
        'ul',
        {},
        listed.map(({ path, message }) =>
          el(
            'li',
            {},
            path && [el('strong', {}, fields[path] ?? path), '：'],
            el('span', { lang: 'en' }, message),
          ),
        ),
      ),
  );
}
