import { z } from 'zod';
import { isBelow } from '../rules/catalogue.ts';
import {
  officeName,
  role,
  scope,
  type OfficeName,
  type Role,
  type Scope,
  type SubjectKind,
} from '../rules/schema.ts';

/** Whoever asks, as a record keeps it. */
export const principalShape = z.object({
  sub: z.string().min(1),
  role,
  jurisdiction: z.string().min(1),
  unitId: z.string().optional(),
  office: officeName.optional(),
});

/** The caller: the claims of a token that was verified at the edge. */
export const principalSchema = principalShape
  .extend({
    /** The operator of the installation belongs to no jurisdiction. */
    jurisdiction: z.string().default(''),
    /** What a program may do, as RFC 6749 writes it: with spaces between. */
    scope: z.string().optional(),
    client_id: z.string().optional(),
  })
  .refine(({ role: acting, jurisdiction }) => acting === 'operator' || jurisdiction !== '')
  .transform(({ jurisdiction, scope: given, client_id: clientId, ...claims }) => ({
    ...claims,
    jurisdiction: claims.role === 'operator' ? '' : jurisdiction,
    ...(claims.role === 'machine' ? { clientId, scopes: scopesIn(given) } : {}),
  }));

const scopesIn = (text = ''): readonly Scope[] =>
  text.split(' ').flatMap((word) => scope.safeParse(word).data ?? []);

export interface Principal extends z.infer<typeof principalShape> {
  /** The registered client of a machine; a token of one machine’s own demonstration has none. */
  readonly clientId?: string | undefined;
  readonly scopes?: readonly Scope[] | undefined;
  /** The absent leader for whom this person acts; never a claim of a token. */
  readonly deputyFor?: string | undefined;
  /** The retired units whose successor the unit of the token is; never a claim of a token. */
  readonly heirTo?: readonly string[] | undefined;
}

/** The unit of a token, with the retired units whose successor it is: it answers for what they answered for. */
export const unitsOf = ({ unitId, heirTo = [] }: Principal): readonly string[] =>
  unitId === undefined ? [] : [unitId, ...heirTo];

/** Whether the token may see the jurisdiction at all. If not, the answer is 404. */
export function seesJurisdiction(principal: Principal, jurisdiction: string): boolean {
  if (principal.jurisdiction === jurisdiction) return true;
  return principal.role === 'superior' && isBelow(jurisdiction, principal.jurisdiction);
}

/** The office to which a kind of subject belongs; undefined for kinds that all offices share. */
export function officeOf(
  kind: SubjectKind,
  facts: Readonly<Record<string, unknown>>,
): OfficeName | undefined {
  if (kind === 'bureau' || kind === 'case') return officeName.safeParse(facts['office']).data ?? 'archives';
  if (kind === 'civil-defence-work') return 'civil-defence';
  if (kind === 'reconsideration-decision' || kind === 'enforcement-organ') return 'legal-affairs';
  return kind === 'unit' ? undefined : 'archives';
}

export interface Seen {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly parentId?: string | undefined;
  readonly parties?: readonly { readonly subjectId?: string | undefined }[] | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly stage?:
    { readonly entries: readonly { readonly body: Readonly<Record<string, unknown>> }[] } | undefined;
}

/**
 * Whether the token may see a subject. A unit sees itself, its children and what it answers for; an office sees its own
 * subjects and the shared ones. The unit that a case is against sees the case once a document of it was served.
 */
export function seesSubject(principal: Principal, subject: Seen): boolean {
  if (principal.role === 'unit') {
    if (!belongsTo(principal, subject)) return false;
    return subject.kind !== 'case' || unitsOf(principal).includes(subject.id) || wasServed(subject);
  }
  const office = officeOf(subject.kind, subject.facts);
  return principal.office === undefined || office === undefined || office === principal.office;
}

type Owned = Pick<Seen, 'id' | 'kind' | 'parentId' | 'parties'>;

/** Whether a subject is the unit of the token or one that it succeeds, is below it, or has it among its parties. */
export function belongsTo(principal: Principal, subject: Owned): boolean {
  const units = unitsOf(principal);
  const isUnit = (id: string | undefined): boolean => id !== undefined && units.includes(id);
  return (
    standsBelow(principal, subject) || subject.parties?.some((party) => isUnit(party.subjectId)) === true
  );
}

/**
 * The same without subjects that the unit only answers for. A case that names its parties is against them, not against
 * the unit above.
 */
export function standsBelow(principal: Principal, { id, kind, parentId, parties = [] }: Owned): boolean {
  const units = unitsOf(principal);
  if (units.includes(id)) return true;
  return parentId !== undefined && units.includes(parentId) && (kind !== 'case' || parties.length === 0);
}

/** The events of a case by which its party is informed of it. */
const served: ReadonlySet<unknown> = new Set(['prior-notice', 'service']);

const wasServed = ({ stage }: Seen): boolean =>
  stage?.entries.some(({ body }) => served.has(body['event'])) === true;

/** Whether the token may see a duty. Nobody else may see what the bureau owes, whatever the duty is about. */
export function seesDuty(
  principal: Principal,
  {
    office,
    deadline,
  }: { readonly office: OfficeName; readonly deadline?: { readonly pursuit: string } | undefined },
): boolean {
  return seesOffice(principal, office) && !(principal.role === 'unit' && deadline?.pursuit === 'bureau');
}

/** Whether the token may see what falls under a rule: each office sees its own regimes. */
export function seesOffice(principal: Principal, office: OfficeName): boolean {
  return principal.office === undefined || principal.office === office;
}

export const everyone: readonly Role[] = [
  'bureau-officer',
  'bureau-leader',
  'bureau-admin',
  'superior',
  'unit',
  'auditor',
];
export const bureauReaders: readonly Role[] = [
  'bureau-officer',
  'bureau-leader',
  'bureau-admin',
  'superior',
  'auditor',
];
export const officersUp: readonly Role[] = ['bureau-officer', 'bureau-leader'];
