import { runAtTerminal, tool } from '../../local/command-line.ts';
import { formatInstant, instant } from '../../shared/domain/time/instant.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import { Morning } from '../support/simulation/morning.ts';

const NINE = instant('2026-09-22T09:00:00+08:00');

/** A whole morning with real letters on the store in memory; minutes for 30,000 units, an hour for 300,000. */
async function morning(units: number, perSecond: number, perDay: number, say: (line: string) => void) {
  const one = new Morning({
    ses: { perSecond, perDay },
    environments: Math.max(5, Math.ceil(perSecond / 40)),
  });
  await one.enter(units);
  say(`${units} units are entered`);
  const { taken, throttled } = one.account;
  await one.run('2026-09-22T07:58:00+08:00', '2026-09-22T20:00:00+08:00', () => taken.length === units);
  const notices = one.store
    .dump()
    .filter(({ sk }) => sk.startsWith('N#'))
    .map(noticeRecord.of);
  const states = new Map<string, number>();
  for (const { status } of notices) states.set(status, (states.get(status) ?? 0) + 1);
  const last = taken.at(-1)?.at ?? NINE;
  say(`left: ${taken.length}, the last at ${formatInstant(last)}, ${(last - NINE) / 1000} s after nine`);
  say(
    `the rate alone: ${(taken.length / perSecond).toFixed(0)} s; refused for limits: ${JSON.stringify(throttled)}`,
  );
  say(`notices: ${[...states].map(([status, count]) => `${count} ${status}`).join(', ')}`);
  say(`lost their use before there was room: ${one.said.get('REMINDER_PASSED') ?? 0}`);
  say(`said before: ${one.said.get('PACE_SHORT') ?? 0}`);
  return states.has('failed') ? 1 : 0;
}

export const main = tool({
  usage: `npm run -s morning -- [--units N] [--rate N] [--day N]
      a morning on which every unit gets a letter at nine, through the product’s own functions on the
      store in memory, at SES’s documented limits
exits 0, 1 where a notice failed or a number is none`,
  flags: {
    units: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '14' },
    day: { type: 'string', default: '50000' },
  },
  run: async ({ values }, { say }) => {
    const wrong = Object.entries(values).find(([, text]) => !(Number(text) > 0));
    if (wrong) {
      say(`--${wrong[0]} ${wrong[1]}: write a number above 0`);
      return 1;
    }
    return morning(Number(values.units), Number(values.rate), Number(values.day), say);
  },
});

await runAtTerminal(import.meta.url, main);
