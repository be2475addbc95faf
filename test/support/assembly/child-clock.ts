/**
 * Loaded before a function: its `Date` shows the time that the environment says, and stands still in between. Who
 * waits with a promise, for a turn at the provider’s pace or before asking again, moves it and waits no time.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const Real = Date;
let now = Number(process.env['SIMULATED_NOW']);
delete process.env['SIMULATED_NOW'];

globalThis.Date = new Proxy(Real, {
  construct: (target, args, newTarget) => {
    const made: object = Reflect.construct(target, args.length === 0 ? [now] : args, newTarget);
    return made;
  },
  apply: () => new Real(now).toString(),
  get: (target, name, receiver): unknown =>
    name === 'now' ? () => now : Reflect.get(target, name, receiver),
});

process.on('message', (message: { readonly now?: number }) => {
  if (message.now !== undefined) now = message.now;
});

Reflect.set(timers, 'setTimeout', (milliseconds: number) => {
  const until = now + milliseconds;
  return new Promise<void>((resolve) => {
    setImmediate(() => {
      now = Math.max(now, until);
      resolve();
    });
  });
});
syncBuiltinESMExports();
