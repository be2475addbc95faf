import { call, problemNode } from './api.js';
import { simulation } from './clock.js';
import { addDays, byId, chip, el, fill, instantNode, shanghai } from './dom.js';
import { channels } from './words.js';

/** The mails and messages that were sent, newest first. */

const PORTION = 50;
const form = byId('filters');
const list = byId('letters');

for (const [value, word] of Object.entries(channels))
  form.elements.channel.append(el('option', { value }, word));

function readAddress() {
  const query = new URLSearchParams(location.search);
  form.elements.to.value = query.get('to') ?? '';
  form.elements.channel.value = query.get('channel') ?? '';
}

function chosen() {
  const query = new URLSearchParams();
  const to = form.elements.to.value.trim();
  const channel = form.elements.channel.value;
  if (to !== '') query.set('to', to);
  if (channel !== '') query.set('channel', channel);
  return query;
}

async function show() {
  const query = chosen();
  fill(byId('problem'));
  byId('count').textContent = '正在读取…';
  list.setAttribute('aria-busy', 'true');
  try {
    const { items } = await call(`/local/mailbox?${query}`);
    const letters = [...items].reverse();
    offerAddresses(letters, query);
    byId('count').textContent = letters.length > 0 ? `共${letters.length}件，最新的在前。` : '共0件。';
    fill(list, letters.length === 0 ? await nothing(query) : portions(letters));
  } catch (error) {
    byId('count').textContent = '';
    fill(list);
    fill(byId('problem'), problemNode(error));
  }
  list.removeAttribute('aria-busy');
}

function offerAddresses(letters, query) {
  if (query.has('to')) return;
  const addresses = [...new Set(letters.map(({ to }) => to))].sort();
  fill(
    byId('addresses'),
    addresses.map((address) => el('option', { value: address })),
  );
}

/** A portion of letters, and a button for the next one if there are more. */
function portions(letters, from = 0) {
  const shown = letters.slice(from, from + PORTION).map(letterNode);
  const left = letters.length - from - PORTION;
  if (left <= 0) return shown;
  const more = el('button.more', { type: 'button' }, `再显示${Math.min(left, PORTION)}件（还有${left}件）`);
  more.addEventListener('click', () => {
    const next = portions(letters, from + PORTION);
    more.replaceWith(...next);
    next[0]?.querySelector('summary')?.focus();
  });
  return [...shown, more];
}

function letterNode(letter) {
  const body = el('div.letter-body');
  const node = el(
    'details.letter',
    {},
    el(
      'summary',
      {},
      el('span.letter-when', {}, instantNode(letter.sentAt)),
      chip(channels[letter.channel] ?? letter.channel, letter.channel === 'sms' ? 'warn' : 'info'),
      el('span.letter-subject', {}, titleOf(letter)),
      el('span.letter-to', {}, letter.to),
    ),
    body,
  );
  node.addEventListener('toggle', () => {
    if (node.open && body.childElementCount === 0) fill(body, bodyOf(letter));
  });
  return node;
}

/** A message has no subject, only the name of its template, so its text is shown. */
const titleOf = ({ channel, subject, text }) =>
  channel === 'sms' || subject === '' ? text.split('\n')[0] : subject;

function bodyOf(letter) {
  return [
    el(
      'dl.facts',
      {},
      el('div', {}, el('dt', {}, '收件人'), el('dd', {}, letter.to)),
      letter.subject &&
        el('div', {}, el('dt', {}, letter.channel === 'sms' ? '模板' : '主题'), el('dd', {}, letter.subject)),
      el('div', {}, el('dt', {}, '时间'), el('dd', {}, instantNode(letter.sentAt))),
    ),
    letter.html === undefined || letter.html === '' ? plain(letter.text) : views(letter),
    attachmentsOf(letter),
  ];
}

const plain = (text) => el('pre.letter-text', { role: 'region', tabindex: '0', 'aria-label': '正文' }, text);

/** The laid-out mail in a frame without any permissions, and the plain text. */
function views(letter) {
  const frame = el('iframe', {
    sandbox: '',
    title: `邮件：${letter.subject}`,
    srcdoc: letter.html,
    loading: 'lazy',
  });
  const text = plain(letter.text);
  const pane = el('div', {}, frame);
  const buttons = [
    el('button', { type: 'button', 'aria-pressed': 'true' }, '排版'),
    el('button', { type: 'button', 'aria-pressed': 'false' }, '纯文本'),
  ];
  [frame, text].forEach((view, index) =>
    buttons[index].addEventListener('click', () => {
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', String(at === index)));
      fill(pane, view);
    }),
  );
  return el(
    'div',
    {},
    el('div.switch.no-print', { role: 'group', 'aria-label': '正文的样式' }, buttons),
    pane,
  );
}

function attachmentsOf({ attachments = [] }) {
  if (attachments.length === 0) return undefined;
  return [
    el('h2.small', {}, '附件'),
    el(
      'ul',
      {},
      attachments.map(({ name, type, bytes }) => el('li', {}, `${name}（${type}，${bytes}字节）`)),
    ),
  ];
}

async function nothing(query) {
  if (query.size > 0) {
    return el(
      'div.card.empty',
      {},
      el('p', {}, '没有符合条件的信件。'),
      el('p', {}, el('a', { href: '/mailbox' }, '显示全部信件')),
    );
  }
  const { now, simulated } = await call('/local/clock');
  const advice = simulated
    ? [
        '把时钟向前推进几天，到期的提醒就会出现在这里：在',
        el('a', { href: '/' }, '控制台'),
        '的“时钟”一栏中推进，或者运行：',
      ]
    : ['有事项到期时，提醒会出现在这里。要预先看到，请用模拟时钟启动，再把时钟向前推进：'];
  const command = simulated
    ? `curl -s ${location.origin}/local/clock \\\n  -H 'content-type: application/json' \\\n  -d '{"now":"${twoWeeksLater(now)}"}'`
    : simulation(now);
  return el(
    'div.card.empty',
    {},
    el('p', {}, '还没有信件。'),
    el('p', {}, advice),
    el('pre.code', { role: 'region', tabindex: '0', 'aria-label': '命令' }, el('code', {}, command)),
  );
}

const twoWeeksLater = (now) => `${addDays(shanghai(now).day, 14)}T10:00:00+08:00`;

function search(event) {
  event.preventDefault();
  const query = chosen();
  history.pushState(null, '', query.size > 0 ? `/mailbox?${query}` : '/mailbox');
  void show();
}

form.addEventListener('submit', search);
form.addEventListener('reset', (event) => {
  event.preventDefault();
  form.elements.to.value = '';
  form.elements.channel.value = '';
  search(event);
});
form.elements.channel.addEventListener('change', search);
addEventListener('popstate', () => {
  readAddress();
  void show();
});

readAddress();
void show();
