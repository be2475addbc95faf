import { dayOf } from '../../domain/time/instant.ts';
import { regulated, type Jurisdiction } from '../../rules/catalogue.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { listOf, subjectKey } from '../../records/keys.ts';
import { subjectRecord, type SubjectRecord } from '../../records/records.ts';
import { defaultSettings, loadContext, planningBasis, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { planSubject } from '../duties/plan.ts';
import { bureauSubjectId } from '../bureau-subject.ts';

function bureauSubject(
  deps: Deps,
  jurisdiction: Jurisdiction,
  office: OfficeName,
  name: string,
): SubjectRecord {
  const id = bureauSubjectId(jurisdiction.id, office);
  const now = deps.clock.now();
  return {
    ...subjectKey(jurisdiction.id, id),
    v: 1,
    version: 1,
    lp: listOf(jurisdiction.id, 'SUBJECT'),
    ls: `bureau#${office}#${id}`,
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
  for (const jurisdiction of regulated) {
    await deps.store.put(defaultSettings(jurisdiction.id, dayOf(deps.clock.now())), 'absent');
    const context = await loadContext(deps.store, jurisdiction.id);
    if (context) await setUpOffices(deps, context);
  }
}

async function setUpOffices(deps: Deps, context: Context): Promise<void> {
  const { jurisdiction, plannedBasis } = context;
  for (const { office, name } of jurisdiction.offices ?? []) {
    await deps.store.put(bureauSubject(deps, jurisdiction, office, name), 'absent');
    if (plannedBasis !== undefined) continue;
    const item = await deps.store.get(subjectKey(jurisdiction.id, bureauSubjectId(jurisdiction.id, office)));
    if (item) await planSubject(deps, context, subjectRecord.parse(item), 'system');
  }
  if (plannedBasis === undefined) await markPlanned(deps, context);
}

/** Records what the last complete planning was made from. */
async function markPlanned(deps: Deps, context: Context): Promise<void> {
  const { jurisdiction } = context;
  await deps.store.putMany([
    {
      pk: `${jurisdiction.id}#CONFIG`,
      sk: 'PLANNED',
      v: 1,
      version: 1,
      basis: planningBasis(context, deps.clock.now()),
    },
  ]);
}
