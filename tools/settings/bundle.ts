import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { settingsPatch, staffMemberBody } from '../../shared/contract/bodies.ts';
import { addMonths, day, formatDay, yearOf } from '../../shared/domain/time/day.ts';
import type { Api } from './api.ts';

/**
 * A bureau’s own decisions, as a file: settings, staff, entered years, a superior’s figures. Rulebooks are not
 * included: they are code, and belong to the deployed commit.
 */
export const bundle = z.strictObject({
  product: z.literal('archive-duty'),
  kind: z.literal('settings'),
  format: z.literal(1),
  jurisdiction: z.string(),
  settings: settingsPatch,
  staff: z.array(staffMemberBody),
  years: z.array(
    z.strictObject({
      year: z.number(),
      holidays: z.array(z.string()),
      workdays: z.array(z.string()),
      source: z.string(),
    }),
  ),
  overrides: z.array(
    z.strictObject({
      ruleId: z.string(),
      figures: z.record(z.string(), z.number()),
      issuedBy: z.string(),
      documentNumber: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
});
export type Bundle = z.infer<typeof bundle>;

/** The versions on which the changes are based; 0 when there is nothing yet. */
export interface Versions {
  readonly settings: number;
  readonly staff: number;
  readonly years: ReadonlyMap<number, number>;
  /** By rule and first day. */
  readonly overrides: ReadonlyMap<string, number>;
}

const staffAnswer = z.object({ items: z.array(staffMemberBody), version: z.number() });
const settingsAnswer = settingsPatch.extend({
  version: z.number(),
  own: settingsPatch.pick({ rectificationDays: true, defenceWorkingDays: true }),
});
const shown = z.object({
  ruleId: z.string(),
  figures: z.record(z.string(), z.number()),
  issuedBy: z.string(),
  documentNumber: z.string(),
  from: z.string(),
  to: z.string(),
  version: z.number(),
});
const rules = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      override: shown.omit({ ruleId: true }).optional(),
    }),
  ),
});

/** Years around this one for which somebody may have entered an arrangement. */
const YEARS = [-1, 0, 1, 2];
/** Months after which a superior’s figures are looked for: they are in force for half a year or more. */
const MONTHS = [0, 3, 6, 9, 12, 15, 18];

export const overrideKey = ({ ruleId, from }: { readonly ruleId: string; readonly from: string }): string =>
  `${ruleId} from ${from}`;

const withoutVersion = (override: z.infer<typeof shown>): Bundle['overrides'][number] => {
  const { ruleId, figures, issuedBy, documentNumber, from, to } = override;
  return { ruleId, figures, issuedBy, documentNumber, from, to };
};

/** Reads all of it from a product, as of the day of its own clock. */
export async function readBundle(
  api: Api,
): Promise<{ readonly bundle: Bundle; readonly versions: Versions }> {
  const base = `/v1/jurisdictions/${encodeURIComponent(api.jurisdiction)}`;
  const { asOf } = await api.get(z.object({ asOf: z.string() }), `${base}/status`);
  const today = day(asOf.slice(0, 10));
  const { version: settingsVersion, own, ...found } = await api.get(settingsAnswer, `${base}/settings`);
  // A period that the bureau has not chosen is left to the rules in the target too.
  const settings = { ...found, rectificationDays: null, defenceWorkingDays: null, ...own };
  const staff = await api.get(staffAnswer, `${base}/staff`);
  // The calendar belongs to the token’s own jurisdiction: a superior has none.
  const years =
    api.role === 'superior'
      ? []
      : await Promise.all(
          YEARS.map((more) => api.get(answers.workCalendar, `/v1/work-calendar/${yearOf(today) + more}`)),
        );
  const entered = years.filter(({ status }) => status === 'entered');
  const days = MONTHS.map((more) => formatDay(addMonths(today, more)));
  const ruled = await Promise.all(days.map((on) => api.get(rules, `${base}/rules?on=${on}`)));
  const overrides = new Map(
    ruled
      .flatMap(({ items }) =>
        items.flatMap(({ id, override }) => (override === undefined ? [] : [{ ruleId: id, ...override }])),
      )
      .map((one) => [overrideKey(one), one]),
  );
  return {
    bundle: {
      product: 'archive-duty',
      kind: 'settings',
      format: 1,
      jurisdiction: api.jurisdiction,
      settings,
      staff: staff.items,
      years: entered.map(({ year, holidays, workdays, source }) => ({ year, holidays, workdays, source })),
      overrides: [...overrides.values()].map(withoutVersion),
    },
    versions: {
      settings: settingsVersion,
      staff: staff.version,
      years: new Map(years.map(({ year, version }) => [year, version])),
      overrides: new Map([...overrides].map(([key, { version }]) => [key, version])),
    },
  };
}
