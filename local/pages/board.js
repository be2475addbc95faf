import { all, call, problemNode } from './api.js';
import {
  addDays,
  byId,
  chineseDay,
  chineseInstant,
  chip,
  dayNode,
  daysBetween,
  el,
  english,
  fill,
  shanghai,
  table,
} from './dom.js';
import { openDuty } from './duty.js';
import { FIRST_NOTICES, noticeSection } from './notices.js';
import { period, pursuits, reports, stateOf } from './words.js';

/** The state of a jurisdiction, or of a unit: counts, what is late, what is due, what was sent. */

const SOON_DAYS = 30;
let current = 0;

export async function showBoard(jurisdiction, claims) {
  const turn = (current += 1);
  const state = byId('board-status');
  state.textContent = '正在读取…';
  fill(byId('board-problem'));
  try {
    const board = await read(jurisdiction, claims);
    if (turn !== current) return;
    byId('board-title').textContent = board.title;
    document.title = `${board.title} · 档案监管期限与通知平台`;
    state.textContent = `截至${chineseInstant(board.status.asOf)}`;
    fill(byId('board-body'), bodyOf(board));
  } catch (error) {
    if (turn !== current) return;
    state.textContent = '';
    byId('board-title').textContent = '读取失败';
    fill(byId('board-body'));
    fill(byId('board-problem'), problemNode(error));
  }
}

async function read(jurisdiction, claims) {
  const base = `/v1/jurisdictions/${encodeURIComponent(jurisdiction)}`;
  const ofUnit = claims.role === 'unit';
  const status = ofUnit ? await unitStatus(base, claims.unitId) : await call(`${base}/status`);
  const today = shanghai(status.asOf).day;
  const [late, soon, notices, rules, subjects] = await Promise.all([
    all(`${base}/obligations?status=overdue&dueTo=${today}&limit=200`),
    all(`${base}/obligations?dueFrom=${today}&dueTo=${addDays(today, SOON_DAYS)}&limit=200`),
    call(`${base}/notices?limit=${FIRST_NOTICES}`),
    call(`${base}/rules`),
    all(`${base}/subjects?limit=200`),
  ]);
  const pursued = ({ pursuit }) => pursuit === 'active' || pursuit === 'unconfirmed';
  const titles = new Map(rules.items.map(({ id, title }) => [id, title]));
  const names = new Map(subjects.items.map(({ id, name }) => [id, name]));
  return {
    base,
    status,
    today,
    title: ofUnit ? status.subject.name : status.jurisdiction.bureau,
    late: late.items.filter(pursued),
    listed: late.items.filter((duty) => !pursued(duty)),
    soon: soon.items.filter((duty) => ['open', 'upcoming'].includes(duty.status) && pursued(duty)),
    cut: late.more || soon.more,
    notices,
    titleOf: (ruleId) => titles.get(ruleId) ?? ruleId,
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** A unit’s own status with the counts and the next duty of what belongs to it. */
async function unitStatus(base, unitId) {
  const own = await call(`${base}/status/${encodeURIComponent(unitId)}`);
  const { items } = await all(`${base}/subjects?limit=200`);
  const children = items.filter(({ id }) => id !== unitId);
  const others = await Promise.all(
    children.map(({ id }) => call(`${base}/status/${encodeURIComponent(id)}`)),
  );
  const summary = { ...own.summary };
  for (const other of others) for (const name of Object.keys(summary)) summary[name] += other.summary[name];
  const next = [own, ...others]
    .flatMap((status) => status.next ?? [])
    .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
  return { ...own, summary, next: next[0] ?? null };
}

const dueOf = ({ extendedTo, dueOn, dueAt }) => extendedTo ?? dueOn ?? shanghai(dueAt).day;

function bodyOf(board) {
  const { status, late, soon, listed, notices } = board;
  return [
    counts(status.summary),
    board.cut && el('p.problem', {}, '事项很多，下面没有全部列出；请用接口逐页读取。'),
    el('h2', {}, '已逾期 ', english('Overdue')),
    late.length > 0
      ? duties(`已逾期的事项，共${late.length}项，最早的在前`, late, board)
      : empty('没有逾期的事项。'),
    listed.length > 0 && notPursued(listed, board),
    el('h2', {}, `${SOON_DAYS}日内到期 `, english(`Due within ${SOON_DAYS} days`)),
    soon.length > 0
      ? duties(`${SOON_DAYS}日内到期的事项，共${soon.length}项`, soon, board)
      : empty(nextText(board)),
    status.regimes !== undefined && [
      el('h2', {}, '分领域情况 ', english('By regime')),
      regimes(status.regimes),
    ],
    el('h2', {}, '最近的通知 ', english('Recent notices')),
    notices.items.length > 0 ? noticeSection(board) : empty('还没有通知。把时钟向前推进，到期提醒就会发出。'),
  ];
}

const empty = (text) => el('p.empty', {}, text);

function nextText({ status, titleOf, nameOf }) {
  const { next } = status;
  if (!next) return '没有即将到期的事项。登记监管对象后，应办事项会自动列出。';
  return `${SOON_DAYS}日内没有到期的事项。下一项：${chineseDay(dueOf(next))}，${nameOf(next.subjectId)}，${titleOf(next.ruleId)}。`;
}

function counts(summary) {
  const tiles = [
    ['已逾期', summary.overdue, 'bad'],
    [`${SOON_DAYS}日内到期`, summary.dueSoon, 'warn'],
    ['办理中', summary.open, 'info'],
    ['已按期办结', summary.fulfilled, 'good'],
    ['逾期办结', summary.fulfilledLate, 'plain'],
    ['只列示', summary.notPursued, 'plain'],
  ];
  return el(
    'dl.counts',
    {},
    tiles.map(([name, value, tone]) =>
      el(`div.${value > 0 ? tone : 'plain'}`, {}, el('dt', {}, name), el('dd', {}, String(value))),
    ),
  );
}

function regimes(list) {
  return table(
    '各领域的事项数',
    ['领域', '已逾期', `${SOON_DAYS}日内到期`, '办理中', '已办结', '只列示'],
    list.map(({ regime, title, summary }) => [
      title ?? regime,
      tally(summary.overdue, 'bad'),
      tally(summary.dueSoon, 'warn'),
      tally(summary.open, 'plain'),
      tally(summary.fulfilled + summary.fulfilledLate, 'plain'),
      tally(summary.notPursued, 'plain'),
    ]),
  );
}

const tally = (value, tone) =>
  value > 0 ? el(`strong.tally.${tone}`, {}, String(value)) : el('span.tally', {}, '0');

function duties(caption, list, board) {
  return table(
    caption,
    ['到期日', '监管对象', '应办事项', '状态'],
    list.map((duty) => [
      dueCell(duty, board.today),
      board.nameOf(duty.subjectId),
      dutyButton(duty, board),
      stateChips(duty),
    ]),
  );
}

function dueCell(duty, today) {
  const due = dueOf(duty);
  const left = daysBetween(today, due);
  const relative = left > 0 ? `还有${left}天` : left === 0 ? '今天' : `已过${-left}天`;
  const time =
    duty.dueAt === undefined || duty.extendedTo !== undefined ? [] : [' ', shanghai(duty.dueAt).time];
  return [
    dayNode(due),
    ...time,
    el('div.hint', {}, duty.extendedTo === undefined ? relative : `${relative}（已延期）`),
  ];
}

function dutyButton(duty, board) {
  const what = duty.title ?? board.titleOf(duty.ruleId);
  const button = el(
    'button.link',
    { type: 'button', 'aria-haspopup': 'dialog', title: '查看依据和经过' },
    what,
  );
  button.addEventListener('click', () =>
    openDuty(board.base, duty.id, { subject: board.nameOf(duty.subjectId), title: what }),
  );
  const when = period(duty.period);
  return [button, when !== undefined && el('div.hint', {}, when)];
}

function stateChips(duty) {
  const { report, provisional, pursuit } = duty;
  const [text, tone] = stateOf(duty);
  const reported = reports[report];
  return el(
    'span.chips',
    {},
    chip(text, tone),
    reported && chip(...reported),
    pursuit === 'unconfirmed' && chip('待确认', 'warn'),
    provisional && chip('日期暂定', 'warn'),
  );
}

/** What is past but pursued by nobody: folded away, with the reasons. */
function notPursued(list, board) {
  const reasons = [...new Set(list.map(({ pursuit }) => pursuits[pursuit]))].filter(
    (reason) => reason !== undefined,
  );
  return el(
    'details',
    {},
    el('summary', {}, `另有${list.length}项已过期，只列示、不追究`),
    el('p.hint', {}, `${reasons.join('；')}。`),
    duties(`只列示的事项，共${list.length}项`, list, board),
  );
}
