/** The limits at which providers stop an account, and the earlier limits at which this product stops. */

export interface Fared {
  readonly delivered: number;
  readonly bounced: number;
  readonly complained: number;
}

/**
 * Shares of the messages sent. SES reviews an account at 5 % bounces or 0.1 % complaints, and may stop it at 10
 * % or 0.5 %.
 */
const limits = {
  bounced: { warn: 0.05, pause: 0.1 },
  complained: { warn: 0.001, pause: 0.005 },
} as const;

/** With fewer messages a share says nothing, and a single complaint may be one person’s mistake. */
const LEAST_MESSAGES = 100;
const LEAST_COMPLAINTS = 2;

export type Health = 'open' | 'warned' | 'paused';

export function healthOf({ delivered, bounced, complained }: Fared): Health {
  const total = delivered + bounced;
  if (total < LEAST_MESSAGES) return 'open';
  const complaints = complained < LEAST_COMPLAINTS ? 0 : complained;
  const reached = (level: 'warn' | 'pause'): boolean =>
    bounced / total >= limits.bounced[level] || complaints / total >= limits.complained[level];
  return reached('pause') ? 'paused' : reached('warn') ? 'warned' : 'open';
}
