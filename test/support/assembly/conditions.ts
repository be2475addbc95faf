import { isFields, textsOf, type Fields } from './reading.ts';

/** The context of a request: keys of any case, each with all of its values. A key that is absent has none. */
export type Context = Readonly<Record<string, readonly string[]>>;

type Compare = (have: string, wanted: string) => boolean;

const patterns = new Map<string, RegExp>();

function pattern(text: string): RegExp {
  const before = patterns.get(text);
  if (before) return before;
  const source = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 's');
  patterns.set(text, made);
  return made;
}

/** `*` stands for any text, `?` for one character. */
export const like: Compare = (have, wanted) => pattern(wanted).test(have);

/** An ARN has six parts; each of the first five is compared by itself, the last one as a whole. */
const arnLike: Compare = (have, wanted) => {
  const [own, other] = [partsOf(have), partsOf(wanted)];
  return own.length === 6 && other.length === 6 && other.every((part, at) => like(own[at] ?? '', part));
};

function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

const numeric =
  (holds: (have: number, wanted: number) => boolean): Compare =>
  (have, wanted) =>
    holds(Number(have), Number(wanted));

const compares: Readonly<Record<string, Compare>> = {
  StringEquals: (have, wanted) => have === wanted,
  StringEqualsIgnoreCase: (have, wanted) => have.toLowerCase() === wanted.toLowerCase(),
  StringLike: like,
  ArnEquals: arnLike,
  ArnLike: arnLike,
  Bool: (have, wanted) => have.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: numeric((have, wanted) => have === wanted),
  NumericLessThan: numeric((have, wanted) => have < wanted),
  NumericLessThanEquals: numeric((have, wanted) => have <= wanted),
  NumericGreaterThan: numeric((have, wanted) => have > wanted),
  NumericGreaterThanEquals: numeric((have, wanted) => have >= wanted),
};

/** Operators that hold where the positive one does not; a key that is absent makes them hold. */
const negations: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

/** All operators and keys of a block must hold; of the values of a key, one. */
export function conditionsHold(block: unknown, context: Context): boolean {
  if (block === undefined) return true;
  if (!isFields(block)) throw new Error('a block of conditions is an object');
  const present = new Map(
    Object.entries(context)
      .filter(([, values]) => values.length > 0)
      .map(([key, values]) => [key.toLowerCase(), values]),
  );
  return Object.entries(block).every(([operator, keys]) => {
    if (!isFields(keys)) throw new Error(`${operator} has no keys`);
    return allKeys(operator, keys, present);
  });
}

function allKeys(operator: string, keys: Fields, present: ReadonlyMap<string, readonly string[]>): boolean {
  return Object.entries(keys).every(([key, given]) =>
    holds(operator, present.get(key.toLowerCase()), textsOf(given)),
  );
}

function holds(operator: string, have: readonly string[] | undefined, wanted: readonly string[]): boolean {
  if (operator === 'Null') return wanted.some((one) => (have === undefined) === (one === 'true'));
  const [, quantifier, bare = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const negated = negations[bare];
  const compare = compares[negated ?? bare];
  if (!compare) throw new Error(`this evaluator does not know the operator ${operator}`);
  if (have === undefined) {
    if (ifExists !== undefined || quantifier === 'ForAllValues') return true;
    return quantifier === undefined && negated !== undefined;
  }
  const one = (value: string): boolean => {
    const found = wanted.some((each) => compare(value, each));
    return negated === undefined ? found : !found;
  };
  return quantifier === 'ForAnyValue' ? have.some(one) : have.every(one);
}
