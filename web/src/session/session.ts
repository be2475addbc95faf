import { withPlainNames } from '../../../shared/contract/claims.ts';
import type { OfficeName, Role } from '../../../shared/rules/schema.ts';
import { keysOf } from '../../../shared/vocabulary/table.ts';
import { officeWords, roleWords } from '../../../shared/vocabulary/value-words.ts';

/** The signed-in person. The token stays in this tab: when the tab is closed, it is gone. */
export interface Session {
  readonly token: string | undefined;
  readonly sub: string;
  /** The person’s name, where the issuer says it. */
  readonly name: string | undefined;
  readonly role: Role | undefined;
  /** The jurisdiction that the person is looking at: the token’s own, or one below it that a superior chose. */
  readonly jurisdiction: string;
  readonly own: string;
  readonly unitId: string | undefined;
  readonly office: OfficeName | undefined;
  /** The last token has expired or was refused. */
  readonly expired: boolean;
}

const TOKEN = 'archive-duty.token';
const CHOSEN = 'archive-duty.jurisdiction';

const nobody: Session = {
  token: undefined,
  sub: '',
  name: undefined,
  role: undefined,
  jurisdiction: '',
  own: '',
  unitId: undefined,
  office: undefined,
  expired: false,
};

const roles = keysOf(roleWords);
const offices = keysOf(officeWords);

/** The claims of the token. The server checks them; here they only choose what is shown. */
function read(token: string): Session | undefined {
  const claims = claimsOf(token);
  const text = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' ? value : undefined;
  };
  const role = roles.find((known) => known === text('role'));
  const own = text('jurisdiction');
  if (role === undefined || own === undefined) return undefined;
  const chosen = role === 'superior' ? sessionStorage.getItem(CHOSEN) : null;
  return {
    token,
    sub: text('sub') ?? '',
    name: text('name'),
    role,
    own,
    jurisdiction: chosen ?? own,
    unitId: text('unitId'),
    office: offices.find((known) => known === text('office')),
    expired: false,
  };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(part), (char) => char.codePointAt(0) ?? 0);
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? withPlainNames({ ...claims }) : {};
  } catch {
    return {};
  }
}

const stored = sessionStorage.getItem(TOKEN);
let present = (stored === null ? undefined : read(stored)) ?? nobody;
const listeners = new Set<() => void>();
const keepers = new Set<(leaving: Session) => void>();

function become(next: Session): void {
  present = next;
  for (const listener of listeners) listener();
}

function forget(): void {
  sessionStorage.removeItem(TOKEN);
  sessionStorage.removeItem(CHOSEN);
}

export const session = {
  current: (): Session => present,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Called while the pages are still there, when the token has expired or was refused. */
  beforeExpiry: (keep: (leaving: Session) => void): void => {
    keepers.add(keep);
  },
  /** Returns false when the token names no role and jurisdiction. */
  enter: (token: string): boolean => {
    const next = read(token);
    if (next === undefined) return false;
    sessionStorage.setItem(TOKEN, token);
    become(next);
    return true;
  },
  choose: (jurisdiction: string): void => {
    sessionStorage.setItem(CHOSEN, jurisdiction);
    become({ ...present, jurisdiction });
  },
  leave: (): void => {
    forget();
    become(nobody);
  },
  expire: (): void => {
    if (present.token === undefined) return;
    for (const keep of keepers) keep(present);
    forget();
    become({ ...nobody, expired: true });
  },
};
