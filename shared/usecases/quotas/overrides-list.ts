import type { z } from 'zod';
import { signature } from '../../domain/actor.ts';
import type { override, overridesQuery } from '../../contract/overrides.ts';
import { seesOffice } from '../../domain/principal.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant } from '../../domain/time/instant.ts';
import type { OverrideRecord } from '../../records/override.ts';
import type { Request } from '../request.ts';

type Override = z.output<typeof override>;

function stateOn({ from, to }: OverrideRecord, today: string): Override['state'] {
  if (to < from) return 'withdrawn';
  if (to < today) return 'ended';
  return from > today ? 'to-come' : 'in-force';
}

const instructionOf = ({
  figures,
  issuedBy,
  documentNumber,
  from,
  to,
  enteredBy,
  enteredAt,
}: Pick<
  OverrideRecord,
  'figures' | 'issuedBy' | 'documentNumber' | 'from' | 'to' | 'enteredBy' | 'enteredAt'
>) => ({
  figures,
  issuedBy,
  documentNumber,
  from,
  to,
  enteredBy: signature(enteredBy),
  enteredAt: formatInstant(enteredAt),
});

/**
 * Superiors’ instructions, newest first, including those that have ended: so it stays provable on which
 * instruction the figures of a day rested.
 */
export function listOverrides(
  { context, principal, deps }: Request,
  { ruleId, on }: z.output<typeof overridesQuery>,
): Override[] {
  const today = formatDay(dayOf(deps.clock.now()));
  const shown = context.overrides.flatMap((record): Override[] => {
    const rule = context.rulebook.ruleOf(record.ruleId, record.from);
    if (!rule || !seesOffice(principal, rule.office)) return [];
    if (ruleId !== undefined && record.ruleId !== ruleId) return [];
    if (on !== undefined && !(record.from <= on && on <= record.to)) return [];
    const before = (record.before ?? []).map(({ until, by, ...one }) => ({
      ...instructionOf(one),
      until: formatInstant(until),
      by: signature(by),
    }));
    return [
      {
        ...instructionOf(record),
        ruleId: record.ruleId,
        title: rule.title,
        state: stateOn(record, today),
        before,
        version: record.version,
      },
    ];
  });
  return shown.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.ruleId < b.ruleId ? -1 : 1));
}
