import { parsed } from './parsed.ts';
import { session, type Session } from './session.ts';

/**
 * What was typed into forms outlives a token that runs out: it stays in this tab for the page it was typed on, and
 * is given back to the same person alone, once.
 */

interface Kept {
  readonly person: string;
  /** The jurisdiction that was looked at. */
  readonly jurisdiction: string;
  readonly path: string;
  /** By the form’s name on its page: what JSON can hold. */
  readonly forms: Readonly<Record<string, unknown>>;
}

const KEPT = 'archive-duty.kept-forms';

const personOf = ({ sub, role, own, office, unitId }: Session): string =>
  JSON.stringify([sub, role, own, office, unitId]);

/** The forms that are on the page, and how to read what was typed into them. */
const open = new Map<string, () => unknown>();

function stored(): Kept | undefined {
  const text = sessionStorage.getItem(KEPT);
  return text === null ? undefined : parsed<Kept>(text);
}

function store(kept: Kept): void {
  if (Object.keys(kept.forms).length === 0) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(kept));
}

/** What belongs to the person, the jurisdiction and the page that are there now. */
function here(): Kept | undefined {
  const kept = stored();
  const present = session.current();
  return kept?.person === personOf(present) &&
    kept.jurisdiction === present.jurisdiction &&
    kept.path === location.pathname
    ? kept
    : undefined;
}

session.beforeExpiry((leaving) => {
  const forms = Object.fromEntries(
    [...open].flatMap(([name, read]) => {
      const values = read();
      return values === undefined ? [] : [[name, values] as const];
    }),
  );
  if (Object.keys(forms).length === 0) return;
  const { jurisdiction } = leaving;
  store({ person: personOf(leaving), jurisdiction, path: location.pathname, forms });
});

session.subscribe(() => {
  const { token, expired } = session.current();
  const signedOut = token === undefined && !expired;
  const another = token !== undefined && stored()?.person !== personOf(session.current());
  if (signedOut || another) sessionStorage.removeItem(KEPT);
});

/** Whether something is kept for the form of this name on this page. */
export const isKept = (name: string): boolean => here()?.forms[name] !== undefined;

/** What was kept for the form; `forget` ends it. Of the type that its `watch` has read. */
export const keptFor = (name: string): unknown => here()?.forms[name];

function forget(name: string): void {
  const kept = here();
  if (!kept) return;
  const forms = Object.fromEntries(Object.entries(kept.forms).filter(([other]) => other !== name));
  store({ ...kept, forms });
}

/**
 * Reads the form when the token runs out (`undefined`: nothing was typed); answers how to stop it. What was kept for
 * it before has been given back by now.
 */
export function watchForm(name: string, read: () => unknown): () => void {
  forget(name);
  open.set(name, read);
  return () => open.delete(name);
}
