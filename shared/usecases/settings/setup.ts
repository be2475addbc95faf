import { plannedRecord } from '../../records/planned.ts';
import { settingsRecord } from '../../records/settings.ts';
import { SYSTEM } from '../../domain/actor.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { regulatedIn, type Jurisdiction } from '../../rules/catalogue.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { defaultSettings, planningBasis, workingContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { planSubject } from '../duties/plan.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

function bureauSubject(
  deps: Deps,
  jurisdiction: Jurisdiction,
  office: OfficeName,
  name: string,
): SubjectRecord {
  const id = bureauSubjectId(jurisdiction.id, office);
  const now = deps.clock.now();
  return {
    version: 0,
    id,
    jurisdiction: jurisdiction.id,
    kind: 'bureau',
    name,
    code: office,
    parentId: undefined,
    traits: [],
    facts: { office },
    recorded: { office: now },
    contacts: [],
    createdAt: now,
  };
}

/**
 * Sets up every jurisdiction that has a rulebook and was not set up yet: its settings, tracked from today,
 * and a `bureau` subject an office. Repeatable.
 */
export async function setUp(deps: Deps): Promise<void> {
  for (const jurisdiction of regulatedIn(deps.serves)) {
    await settingsRecord.put(deps.store, jurisdiction.id, defaultSettings(dayOf(deps.clock.now())));
    const context = await workingContext(deps, jurisdiction.id);
    if (context) await setUpOffices(deps, context);
  }
}

async function setUpOffices(deps: Deps, context: Context): Promise<void> {
  const { jurisdiction, plannedBasis } = context;
  for (const { office, name } of jurisdiction.offices ?? []) {
    await subjectRecord.put(deps.store, bureauSubject(deps, jurisdiction, office, name));
    if (plannedBasis !== undefined) continue;
    const id = bureauSubjectId(jurisdiction.id, office);
    const subject = await subjectRecord.read(deps.store, { jurisdiction: jurisdiction.id, id });
    if (subject) await planSubject(deps, context, subject, SYSTEM);
  }
  if (plannedBasis === undefined) await markPlanned(deps, context);
}

/** Records what the last complete planning was made from. */
async function markPlanned(deps: Deps, context: Context): Promise<void> {
  const { jurisdiction } = context;
  const basis = planningBasis(context, deps.clock.now());
  await deps.store.putMany([plannedRecord.itemOf(jurisdiction.id, { version: 0, basis })]);
}
