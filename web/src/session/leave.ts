import type { Config } from './config.ts';
import { rememberLeft } from './left.ts';
import { session } from './session.ts';

/** Tells the other tabs of this browser. */
const tabs = new BroadcastChannel('archive-duty.session');

function leaveHere(): void {
  rememberLeft();
  session.leave();
}

tabs.addEventListener('message', () => {
  if (session.current().token !== undefined) leaveHere();
});

/** Signs out here, in the other tabs, and at the issuer. */
export function leave(config: Config | undefined): void {
  leaveHere();
  if (config?.signIn !== 'oidc') return;
  tabs.postMessage('left');
  // An issuer that cannot be asked keeps its session: this browser has no token any more in any case.
  void import('./oidc.ts').then(({ signOut }) => signOut(config)).catch(() => undefined);
}
