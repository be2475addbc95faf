/** Rounds of every measurement; the median counts. */
export const ROUNDS = 3;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Seconds that the work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Seconds of processor time that the work takes: what one core would need, whatever else the machine does. */
export function coreSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** A fresh figure of a contender: something per second. */
export type Contender = () => Promise<number>;

export interface Duel {
  readonly product: number;
  readonly peer: number;
  /** The median of the rounds’ ratios, each of figures taken one right after the other. */
  readonly ratio: number;
}

/** Both one after the other, `ROUNDS` times, after one round that does not count. */
export async function duel(product: Contender, peer: Contender): Promise<Duel> {
  const products: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [own, other] = [await product(), await peer()];
    if (round === 0) continue;
    products.push(own);
    peers.push(other);
  }
  const ratios = products.map((figure, index) => figure / (peers[index] ?? Number.NaN));
  return { product: median(products), peer: median(peers), ratio: median(ratios) };
}
