/**
 * A published draw. It contains everything needed to compute it again, and nothing that cannot be checked
 * against a hash or against the rest. Instants are ISO 8601 with an offset, hashes and secrets lower-case
 * hexadecimal.
 */

/** Names the whole method: how hashes are made, how the seed is made, how units and officers are drawn. */
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
  /** Not on the staff list, so the certificate could not be confirmed. */
  readonly unverified?: boolean | undefined;
  /** Units from which the officer is recused (回避). */
  readonly recuse: readonly string[];
}

/** The source of the random value, named before the value exists. */
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

/** What is fixed before the random value exists. Its hash is the commitment. */
export interface Terms {
  readonly id: string;
  readonly jurisdiction: string;
  readonly ruleId: string;
  readonly period: string;
  /** From 1. Counts the draws of one rule and period, including abandoned ones. */
  readonly number: number;
  readonly algorithm: string;
  readonly size: number;
  /** The share of the roster from which the size was computed. */
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
  /** The value of the beacon: a round’s signature, the throws, or the secret. */
  readonly value: string;
  readonly seed: string;
  /** In the order in which they were drawn. */
  readonly drawn: readonly string[];
  readonly assigned: readonly Assigned[];
  readonly revealedAt: string;
  readonly revealedBy: string;
  readonly resultHash: string;
}

/** One unit replaces another: the next in the same order. Nothing is drawn anew. */
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
  /**
   * The random value could already be known: the person who abandoned the draw may have seen what it would have
   * drawn.
   */
  readonly afterBeacon: boolean;
  readonly hash: string;
}

export type DrawStatus = 'committed' | 'drawn' | 'abandoned';

type Open<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export interface PublishedDraw extends Terms, Open<Result> {
  readonly status: DrawStatus;
  /** The number of acts in the record. */
  readonly version: number;
  /** Whether others can verify that nobody chose the random value. */
  readonly provable: boolean;
  readonly rosterHash: string;
  readonly commitment: string;
  readonly replacements: readonly Replacement[];
  readonly abandoned?: Abandonment | undefined;
}
