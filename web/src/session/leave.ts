import type { Config } from './config.ts';
import { session } from './session.ts';

/** Signs out: this tab forgets the person at once, then the issuer does. */
export async function leave(config: Config | undefined): Promise<void> {
  session.leave();
  if (config?.signIn !== 'oidc') return;
  // Loaded only where an issuer signs people in.
  const { signOut } = await import('./oidc.ts');
  await signOut(config);
}
