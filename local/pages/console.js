import { call, claimsOf, problemNode, token } from './api.js';
import { showBoard } from './board.js';
import { openClock } from './clock.js';
import { byId, el, fill } from './dom.js';
import { openSignIn } from './sign-in.js';
import { offices, roles } from './words.js';

/** The page at `/`: how to get a token without one, the jurisdiction’s state with one. */

const choose = byId('choose');

function show(section) {
  byId('sign-in').hidden = section !== 'sign-in';
  byId('board').hidden = section !== 'board';
}

function leave() {
  token.forget();
  byId('clock').hidden = true;
  fill(byId('board-body'));
  fill(byId('board-problem'));
  show('sign-in');
  openSignIn(enter);
}

async function enter() {
  const claims = claimsOf(token.get() ?? '');
  if (claims === undefined) return leave();
  show('board');
  byId('who').textContent = whoText(claims);
  byId('board-title').textContent = '正在读取…';
  try {
    await offerJurisdictions(claims);
  } catch (error) {
    byId('board-title').textContent = '读取失败';
    fill(byId('board-problem'), problemNode(error));
    return undefined;
  }
  byId('clock').hidden = false;
  void openClock(byId('clock-body'), refresh);
  return refresh();
}

function whoText({ role, sub, office }) {
  const parts = [`身份：${roles[role] ?? role}`];
  if (office !== undefined) parts.push(`科室：${offices[office] ?? office}`);
  if (sub !== undefined) parts.push(`人员编号：${sub}`);
  return parts.join('　');
}

/** A superior looks into one of several; everybody else has one. */
async function offerJurisdictions({ jurisdiction }) {
  const { items } = await call('/v1/jurisdictions');
  const regulated = items.filter((item) => item.regulated);
  const kept = choose.value;
  fill(
    choose,
    regulated.map(({ id, name }) => el('option', { value: id }, name)),
  );
  const wanted = [kept, jurisdiction].find((id) => regulated.some((item) => item.id === id));
  if (wanted !== undefined) choose.value = wanted;
  byId('choose-field').hidden = regulated.length < 2;
}

async function refresh() {
  const claims = claimsOf(token.get() ?? '');
  if (claims === undefined) return leave();
  return showBoard(choose.value === '' ? claims.jurisdiction : choose.value, claims);
}

choose.addEventListener('change', refresh);
byId('refresh').addEventListener('click', refresh);
byId('leave').addEventListener('click', leave);
void enter();
