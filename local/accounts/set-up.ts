import { randomUUID } from 'node:crypto';
import { emailField, dayField } from '../../shared/fields.ts';
import { formatDay } from '../../shared/domain/time/day.ts';
import { dayOf } from '../../shared/domain/time/instant.ts';
import { addressKey } from '../../shared/domain/address.ts';
import { operatorRecord } from '../../shared/records/accounts.ts';
import type { StaffMember } from '../../shared/records/staff.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { loadContext } from '../../shared/usecases/context.ts';
import { claimAddress, claimSub } from '../../shared/usecases/persons/claims.ts';
import { changePeople, peopleAt } from '../../shared/usecases/persons/who.ts';
import { patchSettings } from '../../shared/usecases/settings/configuration.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import type { Answered } from '../answered.ts';
import { ofAddress } from './attempts.ts';
import { setPassword } from './invitations.ts';
import { weaknessOf } from './password.ts';
import { shown } from './pages/html.ts';
import { setUpPage, type SetUpFaults, type SetUpFields } from './pages/own.ts';
import { plainPage } from './pages/steps.ts';
import { enterBy, given, type Desk, type Visit } from './visit.ts';

/** Changes run one after the other, and what they cause is worked on. */
export type Changing = (work: () => Promise<Answered>) => Promise<Answered>;

interface SettingUp {
  readonly deps: Deps;
  readonly changing: Changing;
}

/** The first page of an installation, good once: the bureau, its administrator, the day of tracking. */
export async function setUpAnswer(desk: Desk, visit: Visit, at: SettingUp): Promise<Answered> {
  const { language, words } = visit;
  const { here } = desk;
  if (!(await here.setUp.isOpen()))
    return shown(language, plainPage(language, words.setUpDone, words.setUpDoneHint), 404);
  const today = formatDay(dayOf(here.clock.now()));
  const empty = { code: '', bureau: '', name: '', email: '', trackFrom: today };
  if (visit.method === 'GET') return shown(language, setUpPage(language, empty));
  const fields: SetUpFields = {
    code: given(visit, 'code'),
    bureau: given(visit, 'bureau'),
    name: given(visit, 'name').trim(),
    email: given(visit, 'email').trim(),
    trackFrom: given(visit, 'trackFrom'),
  };
  const again = (faults: SetUpFaults, status = 400): Answered =>
    shown(language, setUpPage(language, fields, faults), status);
  const seconds = await here.attempts.begin(`set-up ${visit.caller}`, ofAddress);
  if (seconds > 0) return again({ error: words.wait(seconds) }, 429);
  if (!(await here.setUp.isCode(fields.code))) return again({ code: words.noCode });
  const faults = faultsOf(visit, fields);
  if (Object.keys(faults).length > 0) return again(faults);
  return at.changing(async () => {
    const sub = await makePeople(at.deps, fields);
    if (sub === undefined) return again({ email: words.taken });
    const password = given(visit, 'password');
    await setPassword(here.store, sub, password);
    await setPassword(here.store, OPERATOR, password);
    await trackFrom(at.deps, sub, fields);
    await here.setUp.done();
    const admin = await here.directory.bySub(sub);
    if (admin === undefined) throw new Error('the administrator was not stored');
    await here.diary('password-set', admin);
    await here.diary('signed-in', admin, 'password');
    return enterBy(desk, visit, admin);
  });
}

function faultsOf(visit: Visit, { bureau, name, email, trackFrom: from }: SetUpFields): SetUpFaults {
  const { words } = visit;
  const password = given(visit, 'password');
  const weak = weaknessOf(password, [name, email]);
  return {
    ...(regulated.some(({ id }) => id === bureau) ? {} : { bureau: words.noBureau }),
    ...(name === '' || name.length > 100 ? { name: words.needed } : {}),
    ...(emailField.safeParse(email).success ? {} : { email: words.noEmail }),
    ...(dayField.safeParse(from).success ? {} : { trackFrom: words.noDay }),
    ...(weak === undefined ? {} : { password: words.weak[weak] }),
    ...(password === given(visit, 'again') ? {} : { again: words.notSame }),
  };
}

const OPERATOR = 'operator';

/**
 * The administrator of the bureau, and the operator of the installation with the same address. What leads to
 * a person is written before the person. Undefined where somebody else of the bureau has the address.
 */
async function makePeople(
  { store, clock }: Deps,
  { bureau, name, email: written }: SetUpFields,
): Promise<string | undefined> {
  const email = emailField.parse(written);
  const where = { jurisdiction: bureau };
  const known = (await peopleAt(store, where))?.members.find(
    (member) => member.email !== undefined && addressKey(member.email) === addressKey(email),
  );
  if (known !== undefined && known.role !== 'bureau-admin') return undefined;
  const sub = known?.sub ?? `p-${randomUUID()}`;
  if (!(await claimAddress(store, email, { ...where, sub }, clock.now()))) return undefined;
  await claimSub(store, where, sub);
  const admin: StaffMember = { sub, name, role: 'bureau-admin', email, revision: 1 };
  if (known === undefined)
    await changePeople(store, where, async (list) => ({
      ...(list ?? { version: 0 }),
      members: [...(list?.members ?? []), admin],
    }));
  await operatorRecord.change(store, 'operator', (before) => ({
    version: 0,
    ...before,
    sub: OPERATOR,
    name,
    email,
  }));
  return sub;
}

async function trackFrom(deps: Deps, sub: string, { bureau, trackFrom: day }: SetUpFields): Promise<void> {
  const context = await loadContext(deps.store, bureau);
  if (context === undefined || context.settings.trackFrom === day) return;
  const principal = { sub, role: 'bureau-admin', jurisdiction: bureau } as const;
  const request = {
    deps,
    context,
    principal,
    ifMatch: undefined,
    repeatable: undefined,
    language: 'zh',
  } as const;
  const done = await patchSettings(request, { trackFrom: day });
  if (!done.ok) throw new Error(`trackFrom was refused: ${done.failure.code}`);
}
