import { limitTable } from '../../shared/limits.ts';
import { code, table } from '../markdown-table.ts';

const figure = new Intl.NumberFormat('en');

/** The table of limits in docs/runbook.md, from `shared/limits.ts`. */
export const limitsTable = (): string =>
  table(
    ['limit', 'of what', 'at most', 'over it', 'holds'],
    Object.entries(limitTable).map(([name, { most, unit, of, over, where }]) => [
      code(name),
      of,
      `${figure.format(most)} ${unit}`,
      over,
      where === 'everywhere' ? 'everywhere' : 'on one machine',
    ]),
  );
