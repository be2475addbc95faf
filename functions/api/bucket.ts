/** Requests that are still free, as they were at a moment in milliseconds. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** What is free now: it fills at its rate and never above its size. A new one is full. */
export const filled = (before: Bucket | undefined, rate: number, size: number, now: number): number =>
  before === undefined ? size : Math.min(size, before.tokens + (Math.max(0, now - before.at) / 1000) * rate);

/** Whole seconds until so many are free. */
export const secondsUntil = (wanted: number, tokens: number, rate: number): number =>
  Math.ceil(Math.max(0, wanted - tokens) / rate);
