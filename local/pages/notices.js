import { call, problemNode } from './api.js';
import { chip, el, fill, instantNode, table } from './dom.js';
import { channels, noticeKinds, noticeStatuses } from './words.js';

/** Notices asked for at first; three times as many on demand. */
export const FIRST_NOTICES = 10;

/** The newest notices, more of them on demand. */
export function noticeSection({ base, notices, nameOf }) {
  let list = notices.items;
  let cursor = notices.nextCursor;
  const target = el('div', {});
  const more = el('button', { type: 'button', onclick: () => void read() }, '再显示一些');
  const read = async () => {
    more.disabled = true;
    try {
      const page = await call(
        `${base}/notices?limit=${3 * FIRST_NOTICES}&cursor=${encodeURIComponent(cursor)}`,
      );
      list = [...list, ...page.items];
      cursor = page.nextCursor;
      draw();
      more.hidden = cursor === null;
    } catch (error) {
      fill(target, noticeTable(list, nameOf), problemNode(error));
    }
    more.disabled = false;
  };
  const draw = () => fill(target, noticeTable(list, nameOf));
  const mailbox = el('a', { href: '/mailbox' }, '在邮箱中查看全文');
  draw();
  return [target, el('p.actions.no-print', {}, cursor !== null && more, mailbox)];
}

function noticeTable(list, nameOf) {
  return table(
    `最近${list.length}件通知，最新的在前`,
    ['时间', '通知', '收件人', '情况'],
    list.map((notice) => {
      const [state, tone] = noticeStatuses[notice.status] ?? [notice.status, 'plain'];
      const kind = noticeKinds[notice.kind] ?? notice.kind;
      return [
        instantNode(notice.createdAt),
        [notice.subject || kind, el('div.hint', {}, `${kind}：${nameOf(notice.subjectId)}`)],
        notice.to === ''
          ? '（无收件人）'
          : [el('span.address', {}, notice.to), el('div.hint', {}, channels[notice.channel])],
        el('span.chips', {}, chip(state, tone), notice.late && chip('迟发', 'warn')),
      ];
    }),
  );
}
