import { StartError } from './start-error.ts';
import { optionList, PREFIX, variableNames, variableOf, type OptionName } from './option-table.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Flags = Readonly<Partial<Record<string, string | boolean>>>;

/** The value of each option: a flag wins over a variable, a variable over what holds otherwise. */
export interface Values {
  readonly text: (name: OptionName) => string | undefined;
  readonly isSet: (name: OptionName) => boolean;
  /** How the value was given, for a sentence that refuses it: `--port x` or `ARCHIVE_DUTY_PORT=x`. */
  readonly said: (name: OptionName) => string;
}

/** Throws StartError for a variable with our prefix that does not exist, or that is neither yes nor no. */
export function valuesOf(flags: Flags, environment: Environment): Values {
  refuseUnknown(environment);
  const variable = (name: OptionName): string | undefined => {
    const value = environment[variableOf(name)]?.trim();
    return value === '' ? undefined : value;
  };
  const kinds = new Map(optionList);
  const text = (name: OptionName): string | undefined => {
    const given = flags[name];
    return typeof given === 'string' ? given : (variable(name) ?? kinds.get(name)?.or);
  };
  return {
    text,
    isSet: (name) => flags[name] === true || isYes(variableOf(name), variable(name)),
    said: (name) =>
      flags[name] === undefined && variable(name) !== undefined
        ? `${variableOf(name)}=${text(name) ?? ''}`
        : `--${name} ${text(name) ?? ''}`.trim(),
  };
}

function isYes(name: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  if (['true', '1', 'yes'].includes(value.toLowerCase())) return true;
  if (['false', '0', 'no'].includes(value.toLowerCase())) return false;
  throw new StartError(`${name}=${value} is neither yes nor no: write true or false.`);
}

function refuseUnknown(environment: Environment): void {
  for (const name of Object.keys(environment))
    if (name.startsWith(PREFIX) && !variableNames.includes(name))
      throw new StartError(
        `There is no variable ${name}. Did you mean ${nearest(name)}? docs/options.md has all of them.`,
      );
}

function nearest(name: string): string {
  const [first = ''] = [...variableNames].sort((a, b) => distance(name, a) - distance(name, b));
  return first;
}

/** The number of signs to add, leave out or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const present = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const replaced = (before[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      present.push(Math.min(replaced, (before[at] ?? 0) + 1, (present[at - 1] ?? 0) + 1));
    }
    before = present;
  }
  return before[b.length] ?? 0;
}
