import type { Draft } from '../../records/roster-row.ts';
import { limits } from '../../files/bad-file.ts';
import { contentHash } from '../../domain/ids.ts';
import { hours, plus, type Instant } from '../../domain/time/instant.ts';
import type { Item, Key, Store } from '../../ports.ts';
import { marksRecord, portionRecord, type PartPlace } from '../../records/import.ts';

/**
 * The most rows and bytes in one step of an import. With their verdicts they stay well below the 400 KB of an
 * item.
 */
export const PORTION_ROWS = 100;
const PORTION_BYTES = 60_000;
const MARKS = 5000;

/** The rows and the result of an import are stored for this long. */
const KEPT = hours(30 * 24);
export const keptUntil = (now: Instant): number => Math.floor(plus(now, KEPT) / 1000);

/** The key under which a code or a name is found among the marks. */
export const markOf = (text: string): string => contentHash(text).slice(0, 16);

/**
 * Collects the rows of a file. The first thousand stay in memory; if there are more, all go into the table in
 * portions. Rows that name a parent come after rows that do not, so that parents exist before their children.
 */
export class Spool {
  /** All rows, while there are few. */
  few: Draft[] | undefined = [];
  rows = 0;
  private readonly store: Store;
  private readonly place: { readonly jurisdiction: string; readonly id: string };
  private readonly ttl: number;
  private readonly series = [new Series(1), new Series(2)] as const;
  private readonly marks = new Set<string>();
  private readonly written: Key[] = [];

  constructor(store: Store, place: { readonly jurisdiction: string; readonly id: string }, now: Instant) {
    this.store = store;
    this.place = place;
    this.ttl = keptUntil(now);
  }

  async add(draft: Draft): Promise<void> {
    this.rows += 1;
    if (this.few) {
      this.few.push(draft);
      if (this.few.length <= limits.atOnce) return;
      const few = this.few;
      this.few = undefined;
      for (const held of few) await this.append(held);
      return;
    }
    await this.append(draft);
  }

  /** Writes the remaining rows. Does nothing when there are few rows. */
  async finish(): Promise<void> {
    if (this.few) return;
    for (const series of this.series) await this.write(series);
    const marks = [...this.marks];
    for (let from = 0; from < marks.length; from += MARKS)
      await this.put(
        marksRecord.itemOf(this.part(`K#${String(from).padStart(6, '0')}`), {
          version: 0,
          ttl: this.ttl,
          marks: marks.slice(from, from + MARKS),
        }),
      );
  }

  /** Deletes what was written of a file that turned out to be unreadable. */
  async drop(): Promise<void> {
    await this.store.deleteMany(this.written);
  }

  private async append(draft: Draft): Promise<void> {
    if (draft.errors.length === 0)
      for (const text of [draft.code, draft.name]) if (text !== undefined) this.marks.add(markOf(text));
    const series = this.series[draft.parent === undefined ? 0 : 1];
    if (series.takes(draft)) return;
    await this.write(series);
    series.takes(draft);
  }

  private async write(series: Series): Promise<void> {
    if (series.drafts.length === 0) return;
    const content = { version: 0, ttl: this.ttl, drafts: series.drafts };
    await this.put(portionRecord.itemOf(this.part(series.part()), content));
    series.next();
  }

  private part(part: string): PartPlace {
    return { ...this.place, part };
  }

  private async put(item: Item): Promise<void> {
    await this.store.putMany([item]);
    this.written.push({ pk: item.pk, sk: item.sk });
  }
}

/** Rows of one kind, collected into portions. */
class Series {
  drafts: Draft[] = [];
  private readonly number: number;
  private bytes = 0;
  private count = 0;

  constructor(number: number) {
    this.number = number;
  }

  /** Adds the row; returns whether there was room for it. */
  takes(draft: Draft): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(draft));
    const full = this.drafts.length >= PORTION_ROWS || this.bytes + bytes > PORTION_BYTES;
    if (full && this.drafts.length > 0) return false;
    this.drafts.push(draft);
    this.bytes += bytes;
    return true;
  }

  part(): string {
    return `C#${this.number}#${String(this.count).padStart(6, '0')}`;
  }

  next(): void {
    this.drafts = [];
    this.bytes = 0;
    this.count += 1;
  }
}
