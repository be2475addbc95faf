import type { Day } from '../../shared/domain/time/day.ts';
import { baixiang } from './baixiang.ts';
import type { DemoJurisdiction } from './entries.ts';
import { hongjiang } from './hongjiang.ts';
import { liaoning } from './liaoning.ts';
import { luquan } from './luquan.ts';
import { shexian } from './shexian.ts';

/**
 * Demonstration data of the five jurisdictions, spread around a day: some duties late on entry, some due within
 * days, some far away. The same day gives the same data, and the codes are the same on every day.
 */
export function demoData(today: Day): readonly DemoJurisdiction[] {
  return [hongjiang(today), shexian(today), luquan(today), baixiang(today), liaoning(today)];
}
