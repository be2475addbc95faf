import { ToldError } from '../../local/told-error.ts';

/** The benchmarks by the name under which one is asked for, in the order in which they run. */
export const names = [
  'planning',
  'sweep',
  'path',
  'status',
  'capacity',
  'load',
  'start',
  'year',
  'import',
  'console',
  'cost',
] as const;
export type Name = (typeof names)[number];

/** Runs only where it is asked for: it measures no goal, and writes into `docs`. */
const ONLY_BY_NAME: Name = 'cost';

/** Those that measure a goal. */
export const goals: readonly Name[] = names.filter((name) => name !== ONLY_BY_NAME);

const told: Readonly<Record<Name, string>> = {
  planning: 'goal 1: dates and reminders on one core, beside luxon with chinese-days',
  sweep: 'goal 2: 10,000 due among 1,000,000 stored, beside BullMQ',
  path: 'goal 3: claimed, sent by SMTP, recorded, beside nodemailer with one write',
  status: 'goal 4: status look-up on SQLite and DynamoDB Local, beside a bare handler',
  capacity: 'goal 5: capacity units and requests a notice on DynamoDB Local',
  load: 'goal 6: other requests while letters leave and while a mail server stalls',
  start: 'goal 7: import of the bundles, npm start to /health',
  year: 'goal 8: bureaus through a year and five years',
  import: 'goals 9 and 6: 50,000 rows, and other requests meanwhile',
  console: 'goal 11: script of the first view',
  cost: 'no goal: measures what docs/cost.md is made from; runs only when it is named',
};

export const usage = `npm run bench -- [NAME...] [--quick]
${names.map((name) => `  ${name.padEnd(10)}${told[name]}`).join('\n')}
  --quick   a tenth of the sizes: whether it works, not how fast it is
Without a name all goals are measured, within ten minutes on two free cores. The figures also go into
bench-results.json, with the commit and the machine’s cores. Goal 10, a morning on AWS, has no benchmark yet.
exits 0 where all that was asked for ran, 1 otherwise`;

const isName = (text: string): text is Name => names.some((name) => name === text);

/** The benchmarks to run, in their order: those that are named, else every goal. Throws ToldError at an unknown name. */
export function chosen(words: readonly string[]): readonly Name[] {
  const unknown = words.filter((word) => !isName(word));
  if (unknown.length > 0)
    throw new ToldError(`No benchmark ${unknown.join(', ')}; there are: ${names.join(', ')}.`);
  return words.length === 0 ? goals : names.filter((name) => words.includes(name));
}
