/** Builds elements from data. Text only ever becomes text. */

/**
 * @param {string} name tag, optionally with classes: `p.hint`
 * @param {Record<string, unknown>} attributes; `on…` are listeners, undefined and false are left out
 */
export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return node;
}

export const byId = (id) => document.getElementById(id);

export function fill(target, ...children) {
  target.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
}

export const chip = (text, tone = 'plain') => el(`span.chip.${tone}`, {}, text);

const epochDay = (day) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;

export const addDays = (day, count) =>
  new Date((epochDay(day) + count) * 86_400_000).toISOString().slice(0, 10);

/** 2026年9月30日 */
function chineseDay(day) {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

const OFFSET = 8 * 3_600_000;

/** The wall clock of Asia/Shanghai, whatever the instant’s offset: `2026-09-30` and `09:00`. */
export function shanghai(instant) {
  const shifted = new Date(Date.parse(instant) + OFFSET).toISOString();
  return { day: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

export function instantNode(instant) {
  const { day, time } = shanghai(instant);
  return el(
    'time',
    { datetime: instant },
    el('span.nowrap', {}, chineseDay(day)),
    ' ',
    el('span.nowrap', {}, time),
  );
}
