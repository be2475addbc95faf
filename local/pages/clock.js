import { call, problemNode } from './api.js';
import { addDays, byId, chineseInstant, dayNode, el, fill, shanghai } from './dom.js';

/** The clock of this machine, and the form that moves a simulated one forward. */

const HOUR = '10:00';
const LEAPS = [
  ['明天', 1],
  ['一周后', 7],
  ['30天后', 30],
];

export async function openClock(target, settled) {
  try {
    const clock = await call('/local/clock', { bearer: undefined });
    fill(target, clock.simulated ? simulated(target, clock.now, settled) : running(clock.now));
  } catch (error) {
    fill(target, problemNode(error));
  }
}

/** The command for the same with a clock that can be moved, on data of its own. */
export function simulation(now) {
  const { day, time } = shanghai(now);
  return `npm start -- --data .demo --now ${day}T${time}:00+08:00`;
}

function running(now) {
  return [
    el('p', {}, `使用本机时钟，现在是${chineseInstant(now)}。`),
    el('p', {}, '要预先看到以后的提醒和逾期，请用模拟时钟启动：'),
    el('pre.code', { role: 'region', tabindex: '0', 'aria-label': '命令' }, el('code', {}, simulation(now))),
  ];
}

function simulated(target, now, settled) {
  const { day, time } = shanghai(now);
  const first = time < HOUR ? day : addDays(day, 1);
  const date = el('input', { type: 'date', name: 'day', required: true, min: day, value: first });
  const clock = el('input', { type: 'time', name: 'time', required: true, value: HOUR });
  const outcome = el('div', { id: 'clock-outcome', role: 'status' });
  const form = el(
    'form',
    {},
    el(
      'div.fields',
      {},
      el('label', {}, '推进到', date),
      el('label', {}, '时刻', clock),
      el(
        'p.actions',
        {},
        el('button.primary', { type: 'submit' }, '推进时钟'),
        LEAPS.map(([name, days]) => el('button', { type: 'button', onclick: () => leap(days) }, name)),
      ),
    ),
  );
  const leap = (days) => {
    date.value = addDays(day, days);
    clock.value = HOUR;
    form.requestSubmit();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void move({ target, form, outcome, to: `${date.value}T${clock.value}:00+08:00`, settled });
  });
  return [
    el(
      'p',
      {},
      '模拟时钟，现在是',
      dayNode(day),
      ` ${time}。向前推进时，途中到期的提醒、逾期通知和每日情况依次办理；不能后退。`,
    ),
    form,
    outcome,
  ];
}

/** Moves the clock and says, second by second, that it is still at it. */
async function move({ target, form, outcome, to, settled }) {
  const started = Date.now();
  const elapsed = el('span', {}, '');
  const controls = [...form.elements];
  for (const control of controls) control.disabled = true;
  fill(
    outcome,
    el('p', {}, `正在推进到${chineseInstant(to)}… `),
    el('progress', { 'aria-label': '正在推进' }),
    ' ',
    el('span', { 'aria-hidden': 'true' }, elapsed),
  );
  const timer = setInterval(() => {
    elapsed.textContent = `已用${Math.round((Date.now() - started) / 1000)}秒`;
  }, 1000);
  try {
    const moved = await call('/local/clock', { method: 'POST', body: { now: to }, bearer: undefined });
    await openClock(target, settled);
    fill(byId('clock-outcome'), outcomeOf(moved));
    await settled();
  } catch (error) {
    for (const control of controls) control.disabled = false;
    fill(outcome, problemNode(error));
  } finally {
    clearInterval(timer);
  }
}

function outcomeOf({ now, notices, escalations }) {
  return el(
    'p.note',
    {},
    `已推进到${chineseInstant(now)}：发出通知${notices}件，拟制文书${escalations}件。`,
    notices > 0 && el('a', { href: '/mailbox' }, '查看邮箱'),
  );
}
