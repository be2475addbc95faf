import type { z } from 'zod';
import type { drawBody } from '../../../../shared/contract/draws.ts';
import { firstRoundAfter } from '../../../../shared/domain/draws/drand.ts';
import type { Rule, StaffMember, Subject } from '../../api/contract.ts';

/** The fields of the form of a new draw. */
export interface DrawFields {
  readonly ruleId: string;
  readonly by: 'size' | 'ratio';
  readonly size?: string;
  /** Per cent. */
  readonly ratio?: string;
  readonly exclude?: readonly { readonly subjectId?: string; readonly reason?: string }[];
  /** Numbers of certificates. */
  readonly officers?: readonly string[];
  readonly recuse?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly beacon: 'dice' | 'drand' | 'local';
  readonly witnesses?: readonly string[];
  /** `YYYY-MM-DDTHH:MM` in Asia/Shanghai. */
  readonly publicAt?: string;
}

type Body = z.input<typeof drawBody>;

/**
 * The first round that becomes public at or after a moment in Asia/Shanghai; undefined when the text is not a
 * moment.
 */
export function roundAt(moment: string | undefined): number | undefined {
  const instant = Date.parse(`${moment ?? ''}:00+08:00`);
  return Number.isNaN(instant) ? undefined : firstRoundAfter(instant - 1);
}

function beaconOf({ beacon, witnesses = [], publicAt }: DrawFields): Body['beacon'] {
  if (beacon === 'dice') return { kind: 'dice', witnesses: witnesses.map((name) => name.trim()) };
  return beacon === 'drand' ? { kind: 'drand', round: roundAt(publicAt) ?? 0 } : { kind: 'local' };
}

/** The body that is sent. */
export function bodyOf(fields: DrawFields, certified: readonly StaffMember[]): Body {
  const { ruleId, by, size, ratio, exclude = [], officers = [], recuse = {} } = fields;
  const chosen = certified.flatMap(({ name, certificate }) =>
    certificate !== undefined && officers.includes(certificate.number)
      ? [{ name, certificate: certificate.number, recuse: [...(recuse[certificate.number] ?? [])] }]
      : [],
  );
  return {
    ruleId,
    ...(by === 'size' ? { size: Number(size) } : { ratio: Number(ratio) / 100 }),
    exclude: exclude.map(({ subjectId = '', reason = '' }) => ({ subjectId, reason: reason.trim() })),
    ...(chosen.length === 0 ? {} : { officers: chosen }),
    beacon: beaconOf(fields),
  };
}

/** The units of the roster, as far as the register shows them. The server decides. */
export function candidatesOf(rule: Rule | undefined, subjects: Iterable<Subject>): readonly Subject[] {
  const population = rule?.quota?.population;
  if (!population) return [];
  return [...subjects].filter(
    ({ kind, traits, retiredOn }) =>
      kind === population.kind &&
      retiredOn === undefined &&
      (population.anyTrait === undefined || population.anyTrait.some((trait) => traits.includes(trait))),
  );
}
