import type { QuotaFigures, QuotaRule } from './figures.ts';
import type { QuotaConflict, QuotaDecision, QuotaReading, Required } from './types.ts';

/** What a quota requires, with remarks on how it was found (in Chinese). */
export interface Demand {
  readonly required: Required;
  readonly conflict?: QuotaConflict;
  readonly notes: readonly string[];
}

/** The numbers of which shares are taken. */
export interface Counts {
  readonly population: number;
  /** Of these, directly under the government. */
  readonly direct: number;
  /** Of these, on the key-monitored list. */
  readonly listed: number;
}

/** Shares of decimal percentages differ slightly from whole numbers. This is far below one subject. */
const HAIR = 1e-9;

/** A minimum rounds up: 6% of 101 is 7. */
export const atLeast = (population: number, percent: number): number =>
  Math.max(0, Math.ceil((population * percent) / 100 - HAIR));

/** A maximum rounds down: 10% of 9 is 0. */
export const atMost = (population: number, percent: number): number =>
  Math.max(0, Math.floor((population * percent) / 100 + HAIR));

/** “About” rounds to the nearest, half up, and is at least 1 unless there are none. */
export const about = (population: number, percent: number): number =>
  population === 0 ? 0 : Math.max(1, Math.floor((population * percent) / 100 + 0.5 + HAIR));

const defined = <K extends string>(name: K, value: number | undefined): { [P in K]?: number } => {
  const result: { [P in K]?: number } = {};
  if (value !== undefined) result[name] = value;
  return result;
};

function capOf({ values }: QuotaFigures, { population }: Counts): Demand {
  const max = atMost(population, values.maxPercent ?? 0);
  const notes = max === 0 ? [`应报份数为${population}，上限向下取整为0，不得实地抽查`] : [];
  return { required: { targets: { max } }, notes };
}

function aboutOf({ values }: QuotaFigures, { population, listed }: Counts, unit: string): Demand {
  const share = about(population, values.aboutPercent ?? 0);
  const notes =
    listed < share
      ? [`名单应列${share}${unit}左右，现已列入${listed}${unit}，尚需确定${share - listed}${unit}`]
      : [`名单应列${share}${unit}左右，现已列入${listed}${unit}`];
  return {
    required: { checks: values.checks ?? 1, targets: { min: Math.max(share, listed) } },
    notes,
  };
}

/** All are checked, unless a superior asks for a share or a number of them. */
function allOf({ values }: QuotaFigures, { population }: Counts): Demand {
  const share = values.minPercent === undefined ? undefined : atLeast(population, values.minPercent);
  const min = Math.min(population, values.targets ?? share ?? population);
  return { required: { checks: values.checks ?? 1, targets: { min } }, notes: [] };
}

function possible(asked: number | undefined, there: number, unit: string, notes: string[], what: string) {
  if (asked === undefined || asked <= there) return asked;
  notes.push(`${what}应不少于${asked}${unit}，但登记的只有${there}${unit}，按${there}${unit}执行`);
  return there;
}

function conflictOf(band: { min: number; max: number }, direct: number, population: number, unit: string) {
  const readings: QuotaReading[] = [
    {
      follow: 'ratio',
      required: { targets: band },
      text: `按比例执行：抽查${band.min}至${band.max}${unit}，直属单位在其中尽量安排`,
    },
    {
      follow: 'direct',
      required: { targets: { min: Math.max(band.min, direct) }, direct },
      text: `按直属单位数执行：抽查直属单位不少于${direct}${unit}，总数超出比例上限${direct - band.max}${unit}`,
    },
  ];
  const text = `单位总数${population}${unit}，比例上限为${band.max}${unit}，而直属单位应不少于${direct}${unit}，两项不能同时满足`;
  return { between: ['maxPercent', 'direct'], text, readings };
}

function bandOf(
  { values }: QuotaFigures,
  counts: Counts,
  decision: QuotaDecision | undefined,
  unit: string,
): Demand {
  const notes: string[] = [];
  const min = atLeast(counts.population, values.minPercent ?? 0);
  const top = atMost(counts.population, values.maxPercent ?? 100);
  if (top < min) notes.push(`按比例计算下限为${min}${unit}、上限为${top}${unit}，取整后区间为空，按下限执行`);
  const band = { min, max: Math.max(min, top) };
  const direct = possible(values.direct, counts.direct, unit, notes, '直属单位');
  if (direct === undefined || direct <= band.max) {
    return { required: { targets: band, ...defined('direct', direct) }, notes };
  }
  const open = conflictOf(band, direct, counts.population, unit);
  const chosen = open.readings.find((reading) => reading.follow === decision?.follow);
  if (!chosen || !decision) return { required: { targets: band, direct }, conflict: open, notes };
  const conflict = { ...open, follow: chosen.follow, reason: decision.reason };
  return { required: chosen.required, conflict, notes };
}

function minimumOf({ values }: QuotaFigures, { population }: Counts, unit: string): Demand {
  const notes: string[] = [];
  // A check without targets is not a check, whatever a superior’s figure says.
  const each = values.targetsPerCheck === undefined ? undefined : Math.max(1, values.targetsPerCheck);
  const targetsPerCheck = possible(each, population, unit, notes, '每次检查');
  const wanted = possible(values.targets, population, unit, notes, '检查对象');
  const share = values.minPercent === undefined ? undefined : atLeast(population, values.minPercent);
  const min = wanted === undefined ? share : Math.max(wanted, Math.min(share ?? 0, population));
  return {
    required: {
      ...defined('checks', values.checks),
      ...defined('targetsPerCheck', targetsPerCheck),
      ...(min === undefined ? {} : { targets: { min } }),
    },
    notes,
  };
}

/**
 * What the figures require of such a population. When the range conflicts with the number of direct units, the
 * conflict is shown and only the bureau’s decision resolves it. When there are fewer subjects than required,
 * the demand is what is possible.
 */
export function demandOf(
  rule: QuotaRule,
  figures: QuotaFigures,
  counts: Counts,
  decision: QuotaDecision | undefined,
  unit: string,
): Demand {
  if (counts.population === 0 || Object.keys(figures.values).length === 0) return { required: {}, notes: [] };
  switch (rule.quota.form) {
    case 'cap':
      return capOf(figures, counts);
    case 'about':
      return aboutOf(figures, counts, unit);
    case 'all':
      return allOf(figures, counts);
    case 'band':
      return bandOf(figures, counts, decision, unit);
    case 'minimum':
      return minimumOf(figures, counts, unit);
    case 'range':
      return { required: {}, notes: [] };
  }
}
