import { table } from '../markdown-table.ts';
import type { MeasuredCost } from '../cost/measured.ts';
import { figuresOf, isPassed, type Figure, type Stage } from './model.ts';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const shown = ({ value, unit }: Figure): string =>
  unit === '/s' ? `${number.format(value)}/s` : `${number.format(value)} ${unit}`.trim();

/** The figures of one stage, one a line, with what to do where a limit is passed. */
export const linesOf = (measured: MeasuredCost, stage: Stage): string[] =>
  figuresOf(measured, stage).map((one) => {
    const beside = one.limit === undefined ? '' : ` (limit ${number.format(one.limit)})`;
    return `${isPassed(one) ? '!' : ' '} ${one.what}: ${shown(one)}${beside}${isPassed(one) ? ` → ${one.remedy ?? ''}` : ''}`;
  });

const stages: readonly Stage[] = [
  { bureaus: 100, subjects: 100, limits: { perSecond: 14, perDay: 50_000 } },
  { bureaus: 300, subjects: 100, limits: { perSecond: 14, perDay: 50_000 } },
  { bureaus: 3_000, subjects: 100, limits: { perSecond: 14, perDay: 50_000 } },
  { bureaus: 3_000, subjects: 100, limits: { perSecond: 200, perDay: 1_000_000 } },
  { bureaus: 30_000, subjects: 100, limits: { perSecond: 2_000, perDay: 10_000_000 } },
];

const headOf = ({ bureaus, limits: { perSecond, perDay = 0 } }: Stage): string =>
  `${number.format(bureaus)} bureaus, ${number.format(perSecond)}/s and ${number.format(perDay)} a day`;

/** The page docs/scale.md. */
export function scalePage(measured: MeasuredCost): string {
  const all = stages.map((stage) => figuresOf(measured, stage));
  const rows = (all[0] ?? []).map(({ what }, line) => [
    what,
    ...all.map((figures) => {
      const one = figures[line];
      return one ? `${isPassed(one) ? '**' : ''}${shown(one)}${isPassed(one) ? '** ⚠' : ''}` : '';
    }),
  ]);
  const passed = all.flatMap((figures, index) => {
    const stage = stages[index];
    return figures
      .filter(isPassed)
      .map(({ what, remedy = '' }) => `- ${stage ? headOf(stage) : ''}: ${what}. Remedy: ${remedy}.`);
  });
  return `# How far it scales

By \`npm run scale -- --write\`, from docs/cost-measured.json, the code that paces the sending, and the limits that AWS documents. Bureaus have 100 subjects, and every subject is written to at nine on one morning. \`npm run scale -- --bureaus N --rate R --day D\` shows another stage. No account was used.

${table(['', ...stages.map(headOf)], rows)}

A figure with ⚠ passes its limit:

${passed.join('\n')}

What cannot leave on its day stays in the agenda, untried, and leaves by its lane when there is room: duties by the hour, overdue notices and documents before reminders, daily mails last. No notice becomes \`failed\` because of a limit ([0023](decisions/0023-at-the-providers-pace.md)).
`;
}
