import { expect, test } from 'vitest';
import { healthOf } from '../../shared/domain/notices/channel-health.ts';

test.each([
  // Fewer than a hundred messages say nothing.
  [{ delivered: 49, bounced: 50, complained: 9 }, 'open'],
  [{ delivered: 96, bounced: 4, complained: 0 }, 'open'],
  [{ delivered: 95, bounced: 5, complained: 0 }, 'warned'],
  [{ delivered: 901, bounced: 99, complained: 0 }, 'warned'],
  [{ delivered: 90, bounced: 10, complained: 0 }, 'paused'],
  // One complaint is one person’s slip, whatever its share.
  [{ delivered: 100, bounced: 0, complained: 1 }, 'open'],
  [{ delivered: 2001, bounced: 0, complained: 2 }, 'open'],
  [{ delivered: 2000, bounced: 0, complained: 2 }, 'warned'],
  [{ delivered: 401, bounced: 0, complained: 2 }, 'warned'],
  [{ delivered: 400, bounced: 0, complained: 2 }, 'paused'],
  [{ delivered: 0, bounced: 0, complained: 0 }, 'open'],
] as const)('%o is %s', (fared, health) => expect(healthOf(fared)).toBe(health));
