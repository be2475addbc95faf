import { parseDay } from '../../domain/time/day.ts';
import { quotaFigures, type Finding } from './check-figures.ts';
import { figuresOfDue } from './due-figures.ts';
import type { Place } from './parse.ts';
import type { RuleSource } from '../schema.ts';

/** What a value must be, by its unit and by how the product computes with it. */
interface Sort {
  readonly is: (value: unknown) => boolean;
  readonly text: string;
}

const isWhole = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isAmount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isDay = (value: unknown): boolean => typeof value === 'string' && parseDay(value) !== undefined;
/** A month and day that exists in every year, or the last day of a month. */
const isYearly = (value: unknown): boolean =>
  typeof value === 'string' && (/^(0[1-9]|1[0-2])-last$/.test(value) || isDay(`2023-${value}`));

const whole: Sort = { is: isWhole, text: 'a whole number' };
const positive: Sort = {
  is: (value) => isWhole(value) && Number(value) > 0,
  text: 'a whole number above 0',
};
const wholes: Sort = {
  is: (value) => Array.isArray(value) && value.every(isWhole),
  text: 'a list of whole numbers, such as [30, 7, 1]',
};
const day: Sort = { is: isDay, text: 'a day, YYYY-MM-DD' };
const yearly: Sort = { is: isYearly, text: 'a day of every year, MM-DD, or MM-last for the end of a month' };
const date: Sort = {
  is: (value) => isDay(value) || isYearly(value),
  text: 'a day, YYYY-MM-DD, or one of every year, MM-DD or MM-last',
};
const flag: Sort = { is: (value) => typeof value === 'boolean', text: 'true or false' };
const words: Sort = { is: (value) => typeof value === 'string', text: 'a text' };
const amount: Sort = { is: isAmount, text: 'a number, 0 or more' };
const hundred: Sort = {
  is: (value) => isAmount(value) && Number(value) <= 100,
  text: 'a number from 0 to 100',
};
const wholeOrWholes: Sort = { is: (value) => isWhole(value) || wholes.is(value), text: whole.text };

const byUnit = new Map<string, Sort>([
  ['month', whole],
  ['day', wholeOrWholes],
  ['hour', wholeOrWholes],
  ['year', whole],
  ['check', whole],
  ['target', whole],
  ['officer', whole],
  ['class-hour', amount],
  ['percent', hundred],
  ['point', hundred],
  ['yuan', amount],
  ['m2', amount],
  ['date', date],
  ['boolean', flag],
  ['text', words],
]);

const inDue = { count: positive, yearly, day } as const;

/** Values that the product reads by a name of its own. */
const byName: readonly (readonly [string, Sort])[] = [
  ['rectificationDays', positive],
  ['defenceWorkingDays', positive],
  ['reminderLeadDays', wholes],
  ['reminderLeadHours', wholes],
];

/** Each figure that the rule computes with, and what its value must be for that. */
const uses = ({ deadline, quota, procedure }: RuleSource): (readonly [string, Sort])[] => {
  const metBy = deadline?.metBy;
  return [
    ...byName,
    ...(deadline ? figuresOfDue(deadline.due) : []).map(({ name, is }) => [name, inDue[is]] as const),
    ...(metBy?.how === 'number-in-year' ? [[metBy.figure, amount] as const] : []),
    ...(metBy?.how === 'number-by-level'
      ? Object.values(metBy.figures).map((name) => [name, amount] as const)
      : []),
    ...(deadline?.onlyIfFigure === undefined ? [] : [[deadline.onlyIfFigure, flag] as const]),
    ...quotaFigures.flatMap((key) => {
      const name = quota?.[key];
      return name === undefined ? [] : [[name, key.endsWith('Percent') ? hundred : whole] as const];
    }),
    ...(quota?.form === 'range'
      ? [['yuanPerVolumeMin', amount] as const, ['yuanPerVolumeMax', amount] as const]
      : []),
    ...(procedure?.officersMin === undefined ? [] : [[procedure.officersMin, whole] as const]),
  ];
};

interface Written {
  readonly name: string;
  readonly unit: string;
  readonly unitPlace: Place;
  readonly values: readonly { readonly place: Place; readonly value: unknown }[];
}

const writtenIn = ({ figures, discretionary }: RuleSource): Written[] => [
  ...Object.entries(figures ?? {}).map(([name, { unit, values }]) => ({
    name,
    unit,
    unitPlace: ['figures', name, 'unit'],
    values: values.map(({ value }, index) => ({ place: ['figures', name, 'values', index, 'value'], value })),
  })),
  ...Object.entries(discretionary ?? {}).map(([name, { unit, value }]) => ({
    name,
    unit,
    unitPlace: ['discretionary', name, 'unit'],
    values: [{ place: ['discretionary', name, 'value'], value }],
  })),
];

/** Every value fits its unit, and the product can compute with every value that it computes with. */
export const checkValueTypes = (rule: RuleSource): Finding[] => {
  const wanted = uses(rule);
  return writtenIn(rule).flatMap(({ name, unit, unitPlace, values }): Finding[] => {
    const own = byUnit.get(unit);
    if (!own) {
      const known = [...byUnit.keys()].join(', ');
      return [{ place: unitPlace, message: `figure ${name}: there is no unit ${unit}; known: ${known}` }];
    }
    const sorts = [...wanted.flatMap(([of, sort]) => (of === name ? [sort] : [])), own];
    return values.flatMap(({ place, value }) => {
      const wrong = sorts.find((sort) => !sort.is(value));
      return wrong
        ? [{ place, message: `figure ${name}: ${JSON.stringify(value)} is not ${wrong.text}` }]
        : [];
    });
  });
};
