import { call, problemNode } from './api.js';
import { byId, chineseInstant, chip, dayNode, el, fill, instantNode, table } from './dom.js';
import { actor, channels, noticeKinds, noticeStatuses, period, pursuits, reports, stateOf } from './words.js';

/** One duty: the steps of its date, what happened to it, what was sent about it. */

const dialog = byId('duty');
let asked = '';

export async function openDuty(base, id, { subject, title }) {
  asked = id;
  const body = el('div', {}, el('p', { role: 'status' }, '正在读取…'));
  fill(dialog, heading(title, subject), body);
  dialog.showModal();
  try {
    const duty = await call(`${base}/obligations/${encodeURIComponent(id)}`);
    if (asked === id) fill(body, detail(duty));
  } catch (error) {
    if (asked === id) fill(body, problemNode(error));
  }
}

function heading(title, subject) {
  const close = el('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, '关闭');
  return el(
    'header.dialog-head',
    {},
    el('div', {}, el('h2', { id: 'duty-title' }, title), el('p.hint', {}, subject)),
    close,
  );
}

function detail(duty) {
  const [status, tone] = stateOf(duty);
  const report = reports[duty.report];
  return [
    el(
      'p.chips',
      {},
      chip(status, tone),
      report && chip(...report),
      duty.provisional && chip('日期暂定', 'warn'),
    ),
    pursuits[duty.pursuit] !== undefined && el('p.note', {}, `${pursuits[duty.pursuit]}。`),
    duty.provisional && el('p.note', {}, '所依据年份的放假安排尚未公布或录入，日期暂定，录入后重新推算。'),
    dates(duty),
    el('h3', {}, '日期的依据'),
    el('ol.steps', {}, duty.explanation.map(stepNode)),
    el('h3', {}, '经过'),
    duty.history.length > 0 ? history(duty.history) : el('p.empty', {}, '还没有记录。'),
    el('h3', {}, '通知'),
    duty.notices.length > 0 ? notices(duty.notices) : el('p.empty', {}, '还没有就此事项发出通知。'),
  ];
}

function dates(duty) {
  const rows = [
    ['事项期间', period(duty.period)],
    ['产生', dayNode(duty.arisesOn)],
    ['到期', duty.dueOn === undefined ? chineseInstant(duty.dueAt) : dayNode(duty.dueOn)],
    ['延期至', duty.extendedTo && dayNode(duty.extendedTo)],
    ['最迟办理（工作日）', dayNode(duty.actBy)],
    ['起算逾期', duty.overdueFrom.length > 10 ? chineseInstant(duty.overdueFrom) : dayNode(duty.overdueFrom)],
    ['办结', duty.fulfilledOn && dayNode(duty.fulfilledOn)],
    ['下一步', duty.nextActionAt && chineseInstant(duty.nextActionAt)],
  ];
  return el(
    'dl.facts',
    {},
    rows
      .filter(([, value]) => value)
      .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}

function stepNode({ rule, day, text }) {
  const label = /^[a-z-]+\/[a-z-]+$/.test(rule) ? '条款' : rule;
  return el('li', {}, el('p.step-head', {}, el('strong', {}, label), ' ', dayNode(day)), el('p', {}, text));
}

function history(entries) {
  return table(
    '办理经过，按时间先后',
    ['时间', '办理人', '内容'],
    entries.map(({ at, by, what, text }) => [instantNode(at), actor(by), text || what]),
  );
}

function notices(list) {
  return table(
    '就此事项发出的通知',
    ['时间', '种类', '收件人', '情况'],
    list.map((notice) => {
      const [state, tone] = noticeStatuses[notice.status] ?? [notice.status, 'plain'];
      const last = notice.attempts.at(-1);
      return [
        instantNode(notice.createdAt),
        `${noticeKinds[notice.kind] ?? notice.kind}（${channels[notice.channel] ?? notice.channel}）`,
        notice.to === ''
          ? '（无收件人）'
          : el('a.address', { href: `/mailbox?to=${encodeURIComponent(notice.to)}` }, notice.to),
        [
          chip(state, tone),
          last && ['failed', 'bounced'].includes(notice.status) && el('div.hint', {}, last.outcome),
        ],
      ];
    }),
  );
}

dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
dialog.addEventListener('close', () => {
  asked = '';
});
