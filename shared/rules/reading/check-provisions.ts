import type { Provision } from '../instruments.ts';
import type { RuleSource } from '../schema.ts';
import type { Finding } from './check-figures.ts';

/** Every provision on which measures rest must be among the instruments, and in force when the rulebook is. */
export function checkProvisions(
  { deadline, escalation }: RuleSource,
  known: ReadonlyMap<string, Pick<Provision, 'division'>>,
  division: string | undefined,
): Finding[] {
  const named = [
    ...(deadline?.sanctions ?? []).map((step, at) => ({ step, place: ['deadline', 'sanctions', at] })),
    ...(escalation?.steps ?? []).map((step, at) => ({ step, place: ['escalation', 'steps', at] })),
  ];
  return named.flatMap(({ step, place }) =>
    (step.provisions ?? []).flatMap((id, index) => {
      const wrong = wrongWith(id, known.get(id), division);
      return wrong === undefined ? [] : [{ place: [...place, 'provisions', index], message: wrong }];
    }),
  );
}

function wrongWith(
  id: string,
  provision: Pick<Provision, 'division'> | undefined,
  division: string | undefined,
): string | undefined {
  if (!provision) return `there is no provision ${id} in instruments.yaml`;
  const there = provision.division;
  if (there === undefined || division === undefined || division.startsWith(there)) return undefined;
  return `provision ${id} is in force in ${there} alone, and this is ${division}`;
}
