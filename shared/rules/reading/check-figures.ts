import { addDays, formatDay, parseDay } from '../../domain/time/day.ts';
import { figuresOfDue } from './due-figures.ts';
import type { Place } from './parse.ts';
import type { Deadline, Due, RuleSource } from '../schema.ts';

export type Finding = { place: Place; message: string };

type Reference = { place: Place; name: string };

function dayBefore(text: string): string | undefined {
  const day = parseDay(text);
  return day === undefined ? undefined : formatDay(addDays(day, -1));
}

const isDay = (text: string | null | undefined): boolean =>
  text === null || text === undefined || parseDay(text) !== undefined;

const impossible = (place: Place, period: { from: string | null; to?: string | undefined }): Finding[] => [
  ...(isDay(period.from) ? [] : [{ place: [...place, 'from'], message: `${period.from} is no day` }]),
  ...(isDay(period.to) ? [] : [{ place: [...place, 'to'], message: `${period.to} is no day` }]),
  ...(period.from !== null && period.to !== undefined && period.to < period.from
    ? [{ place: [...place, 'to'], message: `ends on ${period.to}, before it begins on ${period.from}` }]
    : []),
];

type Values = NonNullable<RuleSource['figures']>[string]['values'];

const checkBounds = (rule: RuleSource, name: string, values: Values, place: Place): Finding[] => {
  const findings: Finding[] = [];
  const first = values[0];
  const last = values.at(-1);
  if (first && first.from !== rule.from) {
    findings.push({
      place: [...place, 0, 'from'],
      message: `figure ${name}: the first value holds from ${first.from}, the rule from ${rule.from}`,
    });
  }
  if (last?.to !== undefined && last.to !== rule.to) {
    findings.push({
      place: [...place, values.length - 1, 'to'],
      message: `figure ${name}: the last value ends on ${last.to}, the rule ${rule.to ? `on ${rule.to}` : 'does not end'}`,
    });
  }
  return findings;
};

/** Two neighbouring values must adjoin: the earlier ends on the day before the later begins. */
const checkSeam = (
  name: string,
  earlier: Values[number],
  later: Values[number],
  place: Place,
): Finding | undefined => {
  if (later.from === null || (earlier.from !== null && later.from <= earlier.from)) {
    return { place, message: `figure ${name}: values are not in order of their first day` };
  }
  if (earlier.to === undefined || earlier.to >= later.from) {
    const end = earlier.to === undefined ? 'has no last day' : `ends on ${earlier.to}`;
    return { place, message: `figure ${name}: values overlap, the one before ${later.from} ${end}` };
  }
  if (earlier.to !== dayBefore(later.from)) {
    return { place, message: `figure ${name}: gap between ${earlier.to} and ${later.from}` };
  }
  return undefined;
};

const checkValues = (rule: RuleSource): Finding[] =>
  Object.entries(rule.figures ?? {}).flatMap(([name, { values }]) => {
    const place = ['figures', name, 'values'];
    const blank = values.flatMap((value, index) =>
      value.cite.trim() === ''
        ? [{ place: [...place, index, 'cite'], message: `figure ${name} has no citation` }]
        : [],
    );
    const days = values.flatMap((value, index) => impossible([...place, index], value));
    if (days.length > 0) return [...blank, ...days];
    const seams = values.flatMap((later, index) => {
      const earlier = values[index - 1];
      const finding = earlier && checkSeam(name, earlier, later, [...place, index]);
      return finding ? [finding] : [];
    });
    return [...blank, ...checkBounds(rule, name, values, place), ...seams];
  });

const inDue = (due: Due): Reference[] =>
  figuresOfDue(due).map(({ at, name }) => ({ place: ['deadline', 'due', ...at], name }));

const inMetBy = (metBy: Deadline['metBy']): Reference[] => {
  const place = ['deadline', 'metBy'];
  if (metBy?.how === 'number-in-year') return [{ place: [...place, 'figure'], name: metBy.figure }];
  if (metBy?.how === 'number-by-level') {
    return Object.entries(metBy.figures).map(([level, name]) => ({
      place: [...place, 'figures', level],
      name,
    }));
  }
  return [];
};

/** The figures that a quota may name. */
export const quotaFigures = [
  'checks',
  'targetsPerCheck',
  'minPercent',
  'maxPercent',
  'aboutPercent',
  'direct',
] as const;

/** Every mention of a figure by name, with its place inside the rule. */
const references = (rule: RuleSource): Reference[] => {
  const named = (place: Place, name: string | undefined) => (name === undefined ? [] : [{ place, name }]);
  const { deadline, quota, procedure } = rule;
  return [
    ...(deadline ? inDue(deadline.due) : []),
    ...(deadline ? inMetBy(deadline.metBy) : []),
    ...named(['deadline', 'onlyIfFigure'], deadline?.onlyIfFigure),
    ...quotaFigures.flatMap((key) => named(['quota', key], quota?.[key])),
    ...named(['procedure', 'officersMin'], procedure?.officersMin),
  ];
};

/** Dated values have no overlap or gap, a name has one kind of figure, and every name that is used is defined. */
export const checkFigures = (rule: RuleSource): Finding[] => {
  const statutory = new Set(Object.keys(rule.figures ?? {}));
  const discretionary = new Set(Object.keys(rule.discretionary ?? {}));
  const { deadline } = rule;
  const eventDay = deadline?.due.type === 'after' ? deadline.due.eventDay : undefined;
  const dangling = references(rule).filter(({ name }) => !statutory.has(name) && !discretionary.has(name));
  return [
    ...impossible([], rule),
    ...(isDay(eventDay)
      ? []
      : [{ place: ['deadline', 'due', 'eventDay'], message: `${String(eventDay)} is no day` }]),
    ...checkValues(rule),
    ...[...discretionary]
      .filter((name) => statutory.has(name))
      .map((name) => ({
        place: ['discretionary', name],
        message: `figure ${name} is both statutory and discretionary`,
      })),
    ...dangling.map(({ place, name }) => ({
      place,
      message: `figure ${name} stands neither in figures nor in discretionary`,
    })),
  ];
};
