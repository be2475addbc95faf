/** Builds elements from data; text only ever becomes text. */

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

/**
 * A table with a caption. On narrow screens its rows become cards, so every cell names its column, and the
 * roles are said again because `display: block` takes them away.
 */
export function table(caption, columns, rows) {
  return el(
    'table',
    { role: 'table' },
    el('caption', {}, caption),
    el(
      'thead',
      { role: 'rowgroup' },
      el(
        'tr',
        { role: 'row' },
        columns.map((column) => el('th', { scope: 'col', role: 'columnheader' }, column)),
      ),
    ),
    el(
      'tbody',
      { role: 'rowgroup' },
      rows.map((cells) =>
        el(
          'tr',
          { role: 'row' },
          cells.map((cell, index) =>
            el('td', { role: 'cell', 'data-label': columns[index] }, el('div', {}, cell)),
          ),
        ),
      ),
    ),
  );
}

export const chip = (text, tone = 'plain') => el(`span.chip.${tone}`, {}, text);

export const english = (text) => el('span.english', { lang: 'en' }, text);

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

const epochDay = (day) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;

export const addDays = (day, count) =>
  new Date((epochDay(day) + count) * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from, to) => epochDay(to) - epochDay(from);

export const weekday = (day) => weekdays[(((epochDay(day) + 4) % 7) + 7) % 7];

/** 2026年9月30日 */
export function chineseDay(day) {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

const OFFSET = 8 * 3_600_000;

/** The wall clock of Asia/Shanghai, whatever the instant’s offset: `2026-09-30` and `09:00`. */
export function shanghai(instant) {
  const shifted = new Date(Date.parse(instant) + OFFSET).toISOString();
  return { day: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

/** 2026年9月30日 09:00 */
export function chineseInstant(instant) {
  const { day, time } = shanghai(instant);
  return `${chineseDay(day)} ${time}`;
}

export function dayNode(day) {
  return el(
    'time',
    { datetime: day },
    el('span.nowrap', {}, chineseDay(day)),
    ' ',
    el('span.weekday', {}, weekday(day)),
  );
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
