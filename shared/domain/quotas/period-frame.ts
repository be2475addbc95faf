import { type QuotaFigures, type QuotaRule } from './figures.ts';
import { type Span } from './period.ts';
import { type Population } from './population.ts';
import { type Demand } from './required.ts';

/** A quota in one period, before it is counted. */
export interface Frame {
  readonly rule: QuotaRule;
  readonly span: Span;
  readonly figures: QuotaFigures;
  readonly population: Population;
  readonly demand: Demand;
  /** The measure word of the subjects counted. */
  readonly unit: string;
}
