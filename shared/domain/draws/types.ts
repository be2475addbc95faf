/**
 * A published draw. It holds all that is needed to compute it again, and nothing that cannot be held against a
 * hash or against the rest. Instants are ISO 8601 with an offset, hashes and secrets lower-case hexadecimal.
 */

/** Names the whole method: how hashes are made, how the seed, how units and officers are drawn. */
export const ALGORITHM = 'archive-duty-draw/1';

export interface Entry {
  readonly subjectId: string;
  readonly name: string;
}

export interface Exclusion extends Entry {
  readonly reason: string;
}

export interface DrawOfficer {
  readonly name: string;
  readonly certificate: string;
  /** Not on the staff list: the certificate could not be seen to be valid. */
  readonly unverified?: boolean | undefined;
  /** Units that the officer has to keep away from (回避). */
  readonly recuse: readonly string[];
}

/** Where the chance comes from, named before it exists. */
export type Beacon =
  | {
      readonly kind: 'drand';
      readonly chain: 'quicknet';
      readonly chainHash: string;
      readonly round: number;
      /** When the round becomes public. */
      readonly publicAt: string;
    }
  | {
      readonly kind: 'dice';
      readonly witnesses: readonly string[];
      readonly leastThrows: number;
      readonly advisedThrows: number;
    }
  | { readonly kind: 'local'; readonly secretHash: string };

/** What is settled before the chance exists; its hash is the commitment. */
export interface Terms {
  readonly id: string;
  readonly jurisdiction: string;
  readonly ruleId: string;
  readonly period: string;
  /** From 1: the draws of one rule and period, abandoned ones too. */
  readonly number: number;
  readonly algorithm: string;
  readonly size: number;
  /** Share of the roster from which the size was computed. */
  readonly ratio?: number | undefined;
  /** In the order of the ids. */
  readonly roster: readonly Entry[];
  readonly excluded: readonly Exclusion[];
  readonly officers: readonly DrawOfficer[];
  readonly beacon: Beacon;
  readonly committedAt: string;
  readonly committedBy: string;
}

export interface Badge {
  readonly name: string;
  readonly certificate: string;
}

export interface Assigned {
  readonly subjectId: string;
  readonly officers: readonly Badge[];
}

export interface Result {
  /** What the beacon gave: a round’s signature, the throws, the secret. */
  readonly value: string;
  readonly seed: string;
  /** In the order in which they were drawn. */
  readonly drawn: readonly string[];
  readonly assigned: readonly Assigned[];
  readonly revealedAt: string;
  readonly revealedBy: string;
  readonly resultHash: string;
}

/** One unit in the place of another: the next in the same order, nothing is drawn anew. */
export interface Replacement {
  readonly out: string;
  readonly reason: string;
  readonly in: string;
  readonly officers: readonly Badge[];
  readonly at: string;
  readonly by: string;
  readonly hash: string;
}

export interface Abandonment {
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  /** The chance could be known already: whoever gave up may have seen what it would have drawn. */
  readonly afterBeacon: boolean;
  readonly hash: string;
}

export type DrawStatus = 'committed' | 'drawn' | 'abandoned';

type Open<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export interface PublishedDraw extends Terms, Open<Result> {
  readonly status: DrawStatus;
  /** How many acts the record holds. */
  readonly version: number;
  /** Whether others can see that nobody chose the chance. */
  readonly provable: boolean;
  readonly rosterHash: string;
  readonly commitment: string;
  readonly replacements: readonly Replacement[];
  readonly abandoned?: Abandonment | undefined;
}
