import type { Nature } from '../../vocabulary/parties.ts';
import type { Power } from '../../vocabulary/papers.ts';
import type { lawFlawWords } from '../../vocabulary/legal.ts';
import type { Provision } from '../../rules/instruments.ts';
import { citedIn, provisionsFor, type Cited } from './cited.ts';
import { supports, type Footing } from './paper.ts';

export type LawFlaw = keyof typeof lawFlawWords;

/** A provision behind a paper, as the legal officer looks at it. Days are `YYYY-MM-DD`. */
export interface Law {
  /** Its entry in the list of instruments; missing for an article that the list does not have. */
  readonly id?: string | undefined;
  readonly instrument: string;
  readonly article?: string | undefined;
  readonly says?: string | undefined;
  readonly gives: readonly Power[];
  readonly conditions: readonly string[];
  readonly against: readonly Nature[];
  readonly state: Provision['state'];
  /** First and last day in force; missing where the day was not seen, or there is none. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly note?: string | undefined;
  readonly named: 'rule' | 'officer';
  readonly flaws: readonly LawFlaw[];
  /** Whether it reaches a party of this nature; a nature that nobody entered excludes none. */
  readonly reaches: boolean;
  /** Whether the paper rests on it although it has a flaw, and nothing without one stands in its place. */
  readonly isOpen: boolean;
}

export interface Days {
  /** The day of what the party did or left undone. */
  readonly act: string;
  /** The day of the paper. */
  readonly paper: string;
}

const inForce = ({ from, to }: Pick<Provision, 'from' | 'to'>, on: string): boolean =>
  (from === null || from <= on) && (to === undefined || on <= to);

/** 行政处罚法第三十七条: the law of the day of the act, and of the day of the paper. */
function flawsOf(provision: Pick<Provision, 'state' | 'from' | 'to'>, days: Days): readonly LawFlaw[] {
  return [
    ...(provision.state === 'seen' ? [] : (['unverified'] as const)),
    ...(inForce(provision, days.act) ? [] : (['not-in-force-on-act'] as const)),
    ...(inForce(provision, days.paper) ? [] : (['not-in-force-on-paper'] as const)),
  ];
}

type Judged = Omit<Law, 'isOpen'>;

function lawOf(provision: Provision, named: Law['named'], nature: Nature | undefined, days: Days): Judged {
  const { id, instrument, article, says, gives, conditions = [], against, state, from, to, note } = provision;
  return {
    ...{ id, instrument, article, says, gives, conditions, against, state, to, note, named },
    from: from ?? undefined,
    flaws: flawsOf(provision, days),
    reaches: nature === undefined || against.includes(nature),
  };
}

/** What nobody has entered in the list of instruments was not looked up: it counts as unverified. */
const unknown = (cited: Cited): Judged => ({
  ...cited,
  gives: [],
  conditions: [],
  against: [],
  state: 'unverified',
  named: 'officer',
  flaws: ['unverified'],
  reaches: true,
});

/** The provisions that a person wrote, by the list of instruments. */
export function enteredLaw(
  text: string,
  about: { readonly division: string; readonly nature: Nature | undefined; readonly days: Days },
): readonly Law[] {
  return citedIn(text).flatMap((cited) => {
    const known = provisionsFor(cited, about.division);
    const judged =
      known.length === 0
        ? [unknown(cited)]
        : known.map((one) => lawOf(one, 'officer', about.nature, about.days));
    return judged.map((one) => ({ ...one, isOpen: one.flaws.length > 0 }));
  });
}

/**
 * The provisions that the rule names for a paper, with what stands open. A flaw counts only where the paper rests on
 * the provision: for its power, or for what was owed, and no other provision without a flaw carries the same.
 */
export function ruleLaw(
  { paper, nature, grounds }: Pick<Footing, 'paper' | 'nature' | 'grounds'>,
  days: Days,
): readonly Law[] {
  const all = grounds.map((ground) => lawOf(ground, 'rule', nature, days));
  const sound = new Set(
    all.flatMap(({ flaws, reaches, gives }) => (flaws.length === 0 && reaches ? gives : [])),
  );
  return all.map((one) => {
    const wanted = one.gives.filter((power) => supports(paper, [power]) && !sound.has(power));
    return { ...one, isOpen: one.flaws.length > 0 && one.reaches && wanted.length > 0 };
  });
}
