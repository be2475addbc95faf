import type { Due } from '../schema.ts';
import type { Place } from './parse.ts';

/** A figure that a due type computes with: where it is named, and what its value must be. */
interface DueFigure {
  /** The place within `due`. */
  readonly at: Place;
  readonly name: string;
  /** A count above 0, a day of every year, or one day. */
  readonly is: 'count' | 'yearly' | 'day';
}

/** The figures of each due type, in their order. */
export function figuresOfDue(due: Due): readonly DueFigure[] {
  switch (due.type) {
    case 'after':
    case 'before':
    case 'hours':
      return [{ at: ['figure'], name: due.figure, is: 'count' }];
    case 'yearly':
      return [{ at: ['figure'], name: due.figure, is: 'yearly' }];
    case 'half-yearly':
      return [
        { at: ['firstHalf'], name: due.firstHalf, is: 'yearly' },
        { at: ['secondHalf'], name: due.secondHalf, is: 'yearly' },
      ];
    case 'yearly-events':
      return due.events.map(({ figure }, index) => ({
        at: ['events', index, 'figure'],
        name: figure,
        is: 'yearly',
      }));
    case 'once':
      return [{ at: ['figure'], name: due.figure, is: 'day' }];
    case 'finding':
      return [];
  }
}
