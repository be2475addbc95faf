import { describe, expect, test } from 'vitest';
import type { Captured } from '../support/product/local-answers.ts';
import { keysOf } from '../../shared/vocabulary/table.ts';
import { sharedServer } from '../support/product/server.ts';
import { START, lettersOfTwoYears } from '../support/walks/letters.ts';

/** Every kind of letter, as whoever reads it gets it: two years in three places. */

/** Who reads, by the beginnings of the addresses. */
const readers = {
  unit: ['institution@', '13800000002', 'organ@', '13800000001'],
  'construction-unit': ['builder@', '13800000004'],
  person: ['person@', 'archivist@', '13800000009'],
  'private-firm': ['firm@', '13800000003', 'company@', '13800000005'],
  department: ['department@', 'range@'],
  government: ['county@', '13800000008', 'city@', 'government@'],
  superior: ['superior@'],
  leader: ['leader@'],
  officer: ['officer@'],
} as const;
type Reader = keyof typeof readers;

/** Whatever the bureau keeps to itself. */
const INSIDE = /内部提醒|有关负责同志|废止|未核实|未列名称|原文|提请人|提请审批/u;
const HURRYING = /请(?:立即|尽快|按期|督促)|逾期|督促|限期办理/u;

const forbidden: Readonly<Record<Reader, readonly RegExp[]>> = {
  unit: [INSIDE, /依照监管制度/u],
  'construction-unit': [INSIDE, /依照监管制度/u],
  // Nothing is threatened that the law gives no power for.
  'private-firm': [INSIDE, /责令及时整改|通报批评|处分|任免机关/u],
  person: [INSIDE, /你单位|涉及对象：陈/u],
  department: [INSIDE, /请转告[^。]*立即|登录系统/u],
  government: [INSIDE, HURRYING],
  superior: [INSIDE, HURRYING, /登录系统/u],
  leader: [/请尽快办理/u],
  officer: [],
};

/** In no letter: gaps, what machines call things, greetings of things, the words of nobody’s language. */
const NEVER = [
  /待填|待定|undefined|null|NaN|\[object/u,
  /[a-z]{3,}\/[a-z-]{3,}|[a-z0-9]{20,}/u,
  /(?:^|\n)(?:沅江大桥工程|滨江路工程|柏人防案[^\n]*)：\n/u,
  /““|””|。。|，，|：：/u,
];

/** English but for addresses. */
const english = (text: string): string[] =>
  text.replaceAll(/[\w.]+@[\w.]+/gu, '').match(/[A-Za-z]{2,}/gu) ?? [];

const shared = sharedServer(START, lettersOfTwoYears);
const of = (reader: Reader): Captured[] =>
  shared().scene.filter(({ to }) => readers[reader].some((beginning) => to.startsWith(beginning)));

const byTime = (one: Captured, other: Captured): number =>
  [one.sentAt, one.subject, one.text].join(' ') < [other.sentAt, other.subject, other.text].join(' ')
    ? -1
    : 1;

/** A letter without empty lines; an SMS is its text. Entries of one day stand in the order of their ids. */
const printed = ({ channel, subject, text }: Captured): string =>
  [
    channel === 'sms' ? '短信' : subject,
    ...text
      .replaceAll(/(?:^\d+\. .*\n)+/gmu, inOrder)
      .split('\n')
      .filter((line) => line.trim() !== ''),
  ].join('\n');

const inOrder = (entries: string): string => {
  const lines = entries.trimEnd().split('\n');
  const sorted = lines.map((line) => line.replace(/^\d+\. /u, '')).toSorted();
  return sorted.map((line, index) => `${index + 1}. ${line}\n`).join('');
};

/** What two letters have in common that differ by names, days and numbers alone. */
const shapeOf = ({ subject, text }: Captured): string =>
  `${/^【[^】]*】/u.exec(subject)?.[0] ?? 'sms'}${text
    .split('\n')
    .filter((line) => line.startsWith('　　') && !line.startsWith('　　　'))
    .join('')
    .replace(/制发的[^，]*已提请/u, '')
    .replaceAll(/“[^”]*”|《[^》]*》|（[^）]*）|[\d零]+|[^，。]*(?:公司|局|医院|人民政府)/gu, '')}`;

describe('the letters of two years', () => {
  test.each(keysOf(readers))('read as they should to: %s', async (reader) => {
    const kinds = new Map<string, Captured>();
    for (const mail of of(reader).toSorted(byTime)) {
      const shape = mail.subject.startsWith('【每日情况】') ? 'daily' : shapeOf(mail);
      const known = kinds.get(shape);
      if (!known || (shape === 'daily' && mail.text.length > known.text.length)) kinds.set(shape, mail);
    }
    const letters = [...kinds.values()].map(printed).join('\n\n');
    await expect(`${letters}\n`).toMatchFileSnapshot(`../golden/letters/readers/${reader}.txt`);
  });

  test.each(keysOf(readers))('say nothing that they should not to: %s', (reader) => {
    const letters = of(reader);
    expect(letters.length).toBeGreaterThan(0);
    for (const { subject, text, channel } of letters) {
      for (const word of [...forbidden[reader], ...NEVER])
        expect(`${channel === 'sms' ? '' : subject}\n${text}`).not.toMatch(word);
      expect(english(text)).toEqual([]);
    }
  });
});
