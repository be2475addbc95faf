import { subjectKinds, type FactType, type SubjectKind } from '../../../../shared/vocabulary/kinds.ts';

/** The kinds that people enter. The bureau’s own subjects exist from the start. */
export const enteredKinds: readonly SubjectKind[] = subjectKinds.filter((kind) => kind !== 'bureau');

export type FactText = string | undefined;

/** A fact in the form of its input. */
export function toInput(type: FactType, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (type === 'instant' && typeof value === 'string') return value.slice(0, 16);
  if (type === 'number-by-year' && typeof value === 'object')
    return Object.entries(value)
      .map(([year, hours]) => `${year}：${String(hours)}`)
      .join('\n');
  if (type === 'days' && Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,，、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * The input in the form of the API; undefined when it is empty. Senseless values are left for the server to
 * refuse.
 */
export function fromInput(type: FactType, text: FactText): unknown {
  const entered = text?.trim() ?? '';
  if (entered === '') return undefined;
  if (type === 'number') return Number.isNaN(Number(entered)) ? entered : Number(entered);
  if (type === 'flag') return entered === 'true';
  if (type === 'instant') return entered.length === 16 ? `${entered}:00+08:00` : entered;
  if (type === 'days') return linesOf(entered);
  if (type === 'number-by-year')
    return Object.fromEntries(
      linesOf(entered).map((line) => {
        const [year = '', hours = ''] = line.split(/[:：]/).map((part) => part.trim());
        return [year, hours === '' || Number.isNaN(Number(hours)) ? hours : Number(hours)];
      }),
    );
  return entered;
}
