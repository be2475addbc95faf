/** How much of everything is measured. */
export interface Sizes {
  readonly quick: boolean;
  /** Obligations in the larger store of the sweep; the smaller one has a tenth. */
  readonly stored: number;
  /** Pointers due at one moment. */
  readonly due: number;
  /** Mails a round of the whole path. */
  readonly notices: number;
  /** Subjects through a year on DynamoDB Local. */
  readonly counted: number;
  /** Obligations in the two stores of the idle day. */
  readonly idle: readonly [small: number, large: number];
  /** Rows of the imported file. */
  readonly rows: number;
  /** Letters that leave while others ask. */
  readonly letters: number;
  /** Units of each bureau that is simulated. */
  readonly units: number;
}

const full: Sizes = {
  quick: false,
  stored: 1_000_000,
  due: 10_000,
  notices: 1000,
  counted: 200,
  idle: [1000, 10_000],
  rows: 50_000,
  letters: 10_000,
  units: 100,
};

const quick: Sizes = {
  quick: true,
  stored: 20_000,
  due: 1000,
  notices: 200,
  counted: 20,
  idle: [200, 2000],
  rows: 3000,
  letters: 600,
  units: 20,
};

export const sizesOf = (asked: boolean): Sizes => (asked ? quick : full);
