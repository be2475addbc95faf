import type { Stage } from './stage.ts';

/** The mail provider’s limits as the functions read them. */
export function limitsOf({ mail: { perSecond, perDay } }: Stage): Record<string, string> {
  if (perSecond === undefined) return {};
  return {
    MAIL_PER_SECOND: String(perSecond),
    ...(perDay === undefined ? {} : { MAIL_PER_DAY: String(perDay) }),
  };
}

/** What one program and one bureau may ask in a second. */
export const requestLimitsOf = ({ requests }: Stage): Record<string, string> => ({
  CLIENT_PER_SECOND: String(requests.perClient),
  BUREAU_PER_SECOND: String(requests.perBureau),
});

/** Letters that one environment sends in a second, with room to spare (measured: docs/cost-measured.json). */
export const LETTERS_A_SECOND = 40;

/** Environments that together send at the provider’s rate. AWS allows 2 to 1,000 for a queue. */
export const sendersOf = ({ perSecond }: { readonly perSecond: number }): number =>
  Math.min(1_000, Math.ceil(perSecond / LETTERS_A_SECOND));
