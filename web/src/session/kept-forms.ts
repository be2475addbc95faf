import { parsed } from './parsed.ts';
import { session, type Session } from './session.ts';

/**
 * What was typed into forms survives the end of a token. It stays in this tab for the page on which it was
 * typed, and is given back once, only to the same person.
 */

interface Kept {
  readonly person: string;
  /** The jurisdiction that the person was looking at. */
  readonly jurisdiction: string;
  readonly path: string;
  /** By the form’s name on its page: values that JSON can represent. */
  readonly forms: Readonly<Record<string, unknown>>;
}

const KEPT = 'archive-duty.kept-forms';

const personOf = ({ sub, role, own, office, unitId }: Session): string =>
  JSON.stringify([sub, role, own, office, unitId]);

/** The forms on the page, and how to read what was typed into them. */
const open = new Map<string, () => unknown>();

function stored(): Kept | undefined {
  const text = sessionStorage.getItem(KEPT);
  return text === null ? undefined : parsed<Kept>(text);
}

function store(kept: Kept): void {
  if (Object.keys(kept.forms).length === 0) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(kept));
}

/** The stored forms of the present person, jurisdiction and page. */
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

/** Whether something is stored for the form of this name on this page. */
export const isKept = (name: string): boolean => here()?.forms[name] !== undefined;

/** What was stored for the form, in the type that its `watch` has read. `forget` removes it. */
export const keptFor = (name: string): unknown => here()?.forms[name];

function forget(name: string): void {
  const kept = here();
  if (!kept) return;
  const forms = Object.fromEntries(Object.entries(kept.forms).filter(([other]) => other !== name));
  store({ ...kept, forms });
}

/**
 * Reads the form when the token ends (`undefined`: nothing was typed). Returns a function that stops this. What
 * was stored before has been given back by then.
 */
export function watchForm(name: string, read: () => unknown): () => void {
  forget(name);
  open.set(name, read);
  return () => open.delete(name);
}
