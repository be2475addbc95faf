import type { Jurisdiction } from '../../rules/catalogue.ts';
import { provisions } from '../../rules/instruments.ts';
import { citedAs } from '../escalations/provisions.ts';

/** The provisions under which a regime is checked; the archives law for all that are not named. */
const basis: Readonly<Record<string, readonly string[]>> = {
  'civil-defence-works': ['civil-defence-law-25', 'hebei-civil-defence-maintenance-19'],
  'gazetteer-compilation': ['gazetteer-regulation-5'],
  // Supervision between organs, by reading their files: no check of a party.
  'administrative-reconsideration': [],
  'administrative-litigation': [],
};

/** What a check rests on (行政检查): provisions whose text was seen and that are in force there on the day (`YYYY-MM-DD`). */
export function checkBasis(
  regime: string,
  { division }: Pick<Jurisdiction, 'division'>,
  on: string,
): readonly string[] {
  return (basis[regime] ?? ['archives-law-42']).flatMap((id) => {
    const provision = provisions.get(id);
    if (provision?.state !== 'seen') return [];
    const isInForce =
      (provision.from === null || provision.from <= on) && (provision.to === undefined || on <= provision.to);
    const isHere = provision.division === undefined || division.startsWith(provision.division);
    return isInForce && isHere ? [citedAs(provision)] : [];
  });
}
