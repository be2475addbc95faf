import { z } from 'zod';
import { kindOf, type Outcome } from '../../shared/outcome.ts';
import { say } from '../../shared/problems/say.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import { dayOf } from '../../shared/domain/time/instant.ts';
import { subjectIdOf } from '../../shared/domain/ids.ts';
import { putStaff } from '../../shared/usecases/persons/staff-list.ts';
import { patchSettings } from '../../shared/usecases/settings/configuration.ts';
import { loadContext, type Context } from '../../shared/usecases/context.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { bureauSubjectId } from '../../shared/usecases/bureau-subject.ts';
import type { Request } from '../../shared/usecases/request.ts';
import { createSubject, patchSubject } from '../../shared/usecases/subjects/subjects.ts';
import { readSubject } from '../../shared/usecases/register/find-subject.ts';
import { systemKey } from '../../shared/records/keys.ts';
import { demoData } from './data.ts';
import type { DemoJurisdiction, DemoSubject } from './entries.ts';

const demoMark = z.object({ done: z.boolean() });

/**
 * Loads the demonstration data when a data directory is started for the first time, if `wanted`. A start that
 * was interrupted half way is completed by the next. A directory begun without them never gets them.
 */
export async function loadDemoOnce(deps: Deps, wanted: boolean): Promise<void> {
  const key = systemKey('DEMO');
  await deps.store.put({ ...key, v: 1, version: 1, done: !wanted }, 'absent');
  if (demoMark.parse(await deps.store.get(key)).done) return;
  await loadDemo(deps);
  await deps.store.put({ ...key, v: 1, version: 2, done: true }, 'any');
}

/** Loads the demonstration data around the clock’s day. Repeatable: what exists is left unchanged. */
export async function loadDemo(deps: Deps): Promise<void> {
  for (const jurisdiction of demoData(dayOf(deps.clock.now()))) await loadJurisdiction(deps, jurisdiction);
}

async function loadJurisdiction(deps: Deps, data: DemoJurisdiction): Promise<void> {
  const fresh = await contextOf(deps, data.id);
  await configure(requestAs(deps, fresh, 'bureau-admin'), data);
  const request = requestAs(deps, await contextOf(deps, data.id), 'bureau-officer');
  await nameDesks(request, data);
  for (const subject of data.subjects) await enter(request, subject);
}

async function contextOf(deps: Deps, id: string): Promise<Context> {
  const context = await loadContext(deps.store, id);
  if (!context) throw new Error(`${id} was not set up before its demonstration data`);
  return context;
}

function requestAs(deps: Deps, context: Context, role: Principal['role']): Request {
  const principal = { sub: 'demo', role, jurisdiction: context.jurisdiction.id };
  return { deps, context, principal, ifMatch: undefined, repeatable: undefined, language: 'zh' };
}

const FIRST_VERSION = 1;

/** Enters staff if there is none, and settings if nobody has changed them. */
async function configure(request: Request, data: DemoJurisdiction): Promise<void> {
  const { staffVersion, settings } = request.context;
  if (staffVersion === 0) {
    settled(
      await putStaff(
        request,
        data.staff.map((member) => ({ ...member })),
      ),
      `staff of ${data.id}`,
    );
  }
  if (settings.version > FIRST_VERSION) return;
  const patch = {
    trackFrom: data.trackFrom,
    alerts: { superiors: [...data.superiors] },
    papers: data.papers,
  };
  settled(await patchSettings(request, patch), `settings of ${data.id}`);
}

/** Enters the contacts of each office’s bureau subject, so that letters say whom to ask. */
async function nameDesks(request: Request, data: DemoJurisdiction): Promise<void> {
  for (const { office, contacts } of data.offices) {
    const id = bureauSubjectId(data.id, office);
    const bureau = await readSubject(request, id);
    if (!bureau || bureau.contacts.length > 0) continue;
    settled(
      await patchSubject(request, id, { contacts: [...contacts] }),
      `contacts of ${data.id}, ${office}`,
    );
  }
}

async function enter(request: Request, subject: DemoSubject): Promise<void> {
  const jurisdiction = request.context.jurisdiction.id;
  const { kind, code, name, parentCode, nature, parties = [], traits, facts, contacts } = subject;
  if (await readSubject(request, subjectIdOf(jurisdiction, kind, code))) return;
  const body = {
    kind,
    code,
    name,
    ...(parentCode === undefined ? {} : { parentId: subjectIdOf(jurisdiction, 'unit', parentCode) }),
    ...(nature === undefined ? {} : { nature }),
    ...(parties.length === 0 ? {} : { parties: [...parties] }),
    traits: [...traits],
    facts: { ...facts },
    contacts: [...contacts],
  };
  settled(await createSubject(request, body), `${code} of ${jurisdiction}`);
}

/** A conflict means that somebody entered it meanwhile. Anything else is a mistake in the data. */
function settled(outcome: Outcome<unknown>, what: string): void {
  if (outcome.ok || kindOf(outcome.failure) === 'conflict') return;
  const { failure } = outcome;
  throw new Error(`demonstration data, ${what}: ${say(failure, 'en')}`);
}
