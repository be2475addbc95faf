import { limits } from './bad-file.ts';
import type { Cell, Region, SheetRow } from './rows.ts';

/** Fills merged cells: a value counts for every row of its region, in the region’s first column. */
export class Merged {
  private readonly byTop = new Map<number, Region[]>();
  /** By column: the value that continues downwards, and the last row for which it counts. */
  private readonly down = new Map<number, { readonly cell: Cell | undefined; readonly bottom: number }>();

  constructor(regions: readonly Region[]) {
    for (const region of regions) {
      if (region.left >= limits.columns) continue;
      const beside = this.byTop.get(region.top);
      if (beside) beside.push(region);
      else this.byTop.set(region.top, [region]);
    }
  }

  /** The rows of a sheet, which must be given in order, each once. */
  filled(row: number, own: readonly (Cell | undefined)[]): SheetRow {
    const cells = [...own];
    const merged = new Set<number>();
    for (const [column, { cell, bottom }] of this.down) {
      if (bottom < row) this.down.delete(column);
      else if (cells[column] === undefined && cell !== undefined) {
        cells[column] = cell;
        merged.add(column);
      }
    }
    const regions = this.byTop.get(row);
    for (const { left, bottom } of regions ?? [])
      if (bottom > row) this.down.set(left, { cell: cells[left], bottom });
    return {
      row,
      cells,
      ...(merged.size === 0 ? {} : { merged }),
      ...(regions === undefined ? {} : { regions }),
    };
  }
}
