import { compare } from '../../../shared/store/requests.ts';

/** An engine of DynamoDB’s API ends a page with the item that passes this, in bytes. */
const PAGE_BYTES = 1_048_576;

export interface Entry<T> {
  /** The place of the entry, with which a query’s bounds are compared. */
  readonly place: string;
  /** Distinguishes entries at one place; empty when a place has only one. */
  readonly id: string;
  readonly item: T;
  readonly bytes: number;
}

export interface Bounds {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly after: Pick<Entry<unknown>, 'place' | 'id'> | undefined;
  readonly descending: boolean;
  readonly limit: number | undefined;
}

type Place = Pick<Entry<unknown>, 'place' | 'id'>;

const order = (a: Place, b: Place): number => compare(a.place, b.place) || compare(a.id, b.id);

/** The entries of one partition, sorted; found, inserted and removed by binary search. */
export class Shelf<T> {
  private readonly entries: Entry<T>[] = [];

  find(place: string, id = ''): T | undefined {
    const found = this.entries[this.firstFrom({ place, id })];
    return found?.place === place && found.id === id ? found.item : undefined;
  }

  set(entry: Entry<T>): void {
    const last = this.entries[this.entries.length - 1];
    const index = last && order(last, entry) < 0 ? this.entries.length : this.firstFrom(entry);
    const present = this.entries[index];
    this.entries.splice(index, present && order(present, entry) === 0 ? 1 : 0, entry);
  }

  remove(place: string, id = ''): void {
    const index = this.firstFrom({ place, id });
    const present = this.entries[index];
    if (present?.place === place && present.id === id) this.entries.splice(index, 1);
  }

  all(): readonly T[] {
    return this.entries.map((entry) => entry.item);
  }

  /** A page in order, and whether it was cut short: by the limit, even if nothing follows, or by its bytes. */
  page(bounds: Bounds): { readonly entries: readonly Entry<T>[]; readonly cut: boolean } {
    const found: Entry<T>[] = [];
    let bytes = 0;
    for (const entry of this.within(bounds)) {
      found.push(entry);
      bytes += entry.bytes;
      if (found.length === bounds.limit || bytes > PAGE_BYTES) return { entries: found, cut: true };
    }
    return { entries: found, cut: false };
  }

  private *within({ from, to, after, descending }: Bounds): Generator<Entry<T>> {
    const step = descending ? -1 : 1;
    for (let index = this.start({ from, to, after, descending }); ; index += step) {
      const entry = this.entries[index];
      if (!entry) return;
      if (!descending && to !== undefined && compare(entry.place, to) > 0) return;
      if (descending && from !== undefined && compare(entry.place, from) < 0) return;
      yield entry;
    }
  }

  private start({ from, to, after, descending }: Omit<Bounds, 'limit'>): number {
    if (descending) {
      if (after) return this.firstFrom(after) - 1;
      return (to === undefined ? this.entries.length : this.firstBeyond(to)) - 1;
    }
    if (!after) return from === undefined ? 0 : this.firstFrom({ place: from, id: '' });
    const index = this.firstFrom(after);
    const present = this.entries[index];
    return present && order(present, after) === 0 ? index + 1 : index;
  }

  private firstFrom(wanted: Place): number {
    return this.first((entry) => order(entry, wanted) >= 0);
  }

  private firstBeyond(place: string): number {
    return this.first((entry) => compare(entry.place, place) > 0);
  }

  /** The first entry for which the condition is true; it is true for all that follow. */
  private first(holds: (entry: Entry<T>) => boolean): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.entries[middle];
      if (entry && !holds(entry)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
