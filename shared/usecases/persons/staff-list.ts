import type { z } from 'zod';
import type { staffBody } from '../../contract/bodies.ts';
import { canonical } from '../../domain/canonical.ts';
import { fail, failOf, ok, problem, problemAt, type FieldError, type Outcome } from '../../outcome.ts';
import { staffRecord, type FormerMember, type PeopleRecord, type StaffMember } from '../../records/staff.ts';
import { staleVersion, todayOf, type Request } from '../request.ts';
import { claimAddress, claimSub, releaseAddress } from './claims.ts';
import { tellChanged } from './tell-changed.ts';
import { officeFlaws } from './judge.ts';

type Body = z.infer<typeof staffBody>;

/** A person in the form of the staff list: the people’s own routes show the rest. */
export const staffView = ({
  sub,
  name,
  role,
  office,
  email,
  certificate,
  deputyFor,
  duties,
}: StaffMember) => ({
  sub,
  name,
  role,
  office,
  email,
  certificate,
  deputyFor,
  duties,
});

/** Replaces the list of the bureau’s people as a whole. Whoever is not on it any more has left. */
export async function putStaff(request: Request, members: Body): Promise<Outcome<PeopleRecord>> {
  const { context, deps } = request;
  const stale = staleVersion(request, context.staffVersion);
  if (stale) return fail(stale);
  const twice = members.findIndex(
    (member, index) => members.findIndex((other) => other.sub === member.sub) !== index,
  );
  if (twice >= 0)
    return problemAt(`${twice}.sub`, 'settings.person-twice', { sub: members[twice]?.sub ?? '' });
  const orphan = members.findIndex(
    (member) => member.deputyFor && !members.some((other) => other.sub === member.deputyFor?.sub),
  );
  if (orphan >= 0) return problemAt(`${orphan}.deputyFor.sub`, 'settings.no-deputy');
  const foreign = foreignTo(request, members);
  if (foreign.length > 0) return failOf(foreign);
  const jurisdiction = context.jurisdiction.id;
  const gone = context.staff.filter(({ sub }) => !members.some((one) => one.sub === sub));
  const back = context.former.filter(({ sub }) => members.some((one) => one.sub === sub));
  const leftOn = todayOf(request);
  const stored = await staffRecord.put(deps.store, jurisdiction, {
    version: context.staffVersion,
    members: members.map((body) => merged(body, context.staff)),
    former: [
      ...context.former.filter((one) => !back.includes(one)),
      ...gone.map((one): FormerMember => ({ ...one, deputyFor: undefined, leftOn })),
    ],
  });
  if (!stored) return problem('settings.staff-changed');
  for (const { sub } of back) await claimSub(deps.store, { jurisdiction }, sub);
  await moveAddresses(request, stored.members);
  if (deps.accounts.inUse)
    for (const { sub, email } of gone) await deps.accounts.close({ jurisdiction, sub, email });
  await tellAccounts(request, stored.members);
  return ok(stored);
}

/**
 * Whom the list changes though they are not the office’s own. Of the whole bureau’s people it may not change what
 * lets them in: role and address.
 */
function foreignTo({ principal, context }: Request, members: Body): FieldError[] {
  const before = new Map(context.staff.map((one) => [one.sub, one]));
  const flaws = (one: StaffMember): FieldError[] =>
    one.office === undefined ? [] : officeFlaws(principal, one);
  const changed = members.flatMap((body, index): FieldError[] => {
    const known = before.get(body.sub);
    if (known && canonical(staffView(known)) === canonical(staffView({ ...body }))) return [];
    const other = known && entryOf(known) !== entryOf(body) ? officeFlaws(principal, known) : [];
    const found = [...flaws({ ...body }), ...other, ...(known ? flaws(known) : [])].slice(0, 1);
    return found.map((error) => ({ ...error, path: `${index}.${error.path}` }));
  });
  const gone = context.staff.filter(({ sub }) => !members.some((one) => one.sub === sub));
  return [...changed, ...gone.flatMap(flaws)];
}

const entryOf = ({ role, email = '' }: Pick<StaffMember, 'role' | 'email'>): string => `${role} ${email}`;

/** What the list does not say of a person stays as it is. */
function merged(body: Body[number], known: readonly StaffMember[]): StaffMember {
  const before = known.find(({ sub }) => sub === body.sub);
  if (!before) return { ...body };
  const { mobile, invited, revision = 1 } = before;
  const same = canonical(staffView(before)) === canonical(staffView({ ...body }));
  return {
    ...body,
    ...(mobile === undefined ? {} : { mobile }),
    ...(invited === undefined ? {} : { invited }),
    revision: same ? revision : revision + 1,
  };
}

/** What sign-in has to know of those who were on the list before. */
async function tellAccounts({ deps, context }: Request, now: readonly StaffMember[]): Promise<void> {
  const where = { jurisdiction: context.jurisdiction.id };
  for (const next of now) {
    const before = context.staff.find(({ sub }) => sub === next.sub);
    if (before) await tellChanged(deps, where, before, next);
  }
}

/** Addresses of the list are taken as far as they are free: a list may say what it wants, sign-in may not. */
async function moveAddresses({ deps, context }: Request, now: readonly StaffMember[]): Promise<void> {
  const jurisdiction = context.jurisdiction.id;
  const isHeld = (list: readonly StaffMember[], { sub, email }: StaffMember): boolean =>
    list.some((one) => one.sub === sub && one.email === email);
  for (const one of context.staff)
    if (one.email !== undefined && !isHeld(now, one))
      await releaseAddress(deps.store, one.email, { jurisdiction, sub: one.sub });
  for (const one of now)
    if (one.email !== undefined && !isHeld(context.staff, one))
      await claimAddress(deps.store, one.email, { jurisdiction, sub: one.sub }, deps.clock.now());
}
