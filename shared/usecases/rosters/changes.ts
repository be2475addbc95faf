import { partyFields } from '../../rosters/party-columns.ts';
import { natureWords } from '../../vocabulary/parties.ts';
import type { Counts, PortionResult, RowChange, Verdict } from '../../records/import.ts';
import type { FactValue } from '../../records/records.ts';
import type { Context } from '../context.ts';
import { isWrite, type Write } from './apply.ts';
import { Outlooks } from './duties.ts';
import { subjectsById, type LookupScope } from './lookup.ts';
import type { Judging } from './target.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** What describing the outcome of rows needs besides the rows. */
export interface Telling extends LookupScope {
  readonly outlooks: Outlooks;
}

export const tellingOf = ({ store, principal, jurisdiction, now }: Judging, context: Context): Telling => ({
  store,
  principal,
  jurisdiction,
  outlooks: new Outlooks(context, now),
});

/** The result of rows, or what it would be: each change in words, and what the subject will owe. */
export async function resultOf(telling: Telling, verdicts: readonly Verdict[]): Promise<PortionResult> {
  const counts = { ...noCounts };
  for (const { act } of verdicts) counts[nameOf[act]] += 1;
  const writes = verdicts.filter(isWrite);
  const parents = await parentNames(telling, writes);
  const changes = writes.map((write): RowChange => {
    const { id: subjectId, kind, name } = write.after;
    const outlook = telling.outlooks.of(write.after);
    counts.duties += outlook.duties;
    if (outlook.duties + outlook.past === 0) counts.withoutDuties += 1;
    const before = write.act === 'create' ? undefined : write.before;
    return {
      row: write.row,
      act: write.act,
      subjectId,
      kind,
      name,
      fields: fieldsOf(before, write.after, parents),
      outlook,
    };
  });
  return {
    counts,
    rejected: verdicts.flatMap((verdict) => (verdict.act === 'reject' ? verdict.errors : [])),
    changes,
  };
}

const nameOf = { create: 'created', update: 'updated', unchanged: 'unchanged', reject: 'rejected' } as const;

export const noCounts: Counts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  duties: 0,
  withoutDuties: 0,
};

export const sumOf = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  rejected: a.rejected + b.rejected,
  duties: a.duties + b.duties,
  withoutDuties: a.withoutDuties + b.withoutDuties,
});

/** By id: the names of the parents before and after. */
async function parentNames(telling: Telling, writes: readonly Write[]): Promise<ReadonlyMap<string, string>> {
  const made = new Map(writes.map(({ after: { id, name } }) => [id, name]));
  const ids = writes
    .flatMap((write) => [write.after.parentId, write.act === 'update' ? write.before.parentId : undefined])
    .flatMap((id) => (id === undefined || made.has(id) ? [] : [id]));
  const stored = await subjectsById(telling, ids);
  return new Map([...made, ...[...stored.values()].map(({ id, name }): [string, string] => [id, name])]);
}

const SHOWN = 200;
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function fieldsOf(
  before: SubjectRecord | undefined,
  after: SubjectRecord,
  parents: ReadonlyMap<string, string>,
): RowChange['fields'] {
  const [old, next] = [before ? saidOf(before, parents) : new Map<string, string>(), saidOf(after, parents)];
  // For a new subject, kind and name are shown outside the list of fields.
  if (!before) next.delete('name');
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((path) => ({ path, before: shown(old.get(path) ?? ''), after: shown(next.get(path) ?? '') }))
    .filter((field) => field.before !== field.after);
}

/** Everything that a file can say about a subject, field by field. */
function saidOf(subject: SubjectRecord, parents: ReadonlyMap<string, string>): Map<string, string> {
  const { name, code, parentId, nature, parties = [], traits, facts, contacts } = subject;
  const said = new Map<string, string>();
  const say = (path: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') said.set(path, text);
  };
  say('name', name);
  say('code', code);
  say(
    'parentId',
    parentId === undefined ? undefined : (parents.get(parentId) ?? parentId.replace(/^\?/u, '')),
  );
  say('nature', nature && natureWords[nature][0]);
  for (const party of parties)
    for (const field of partyFields)
      say(
        `parties.${party.relation}.${field}`,
        field === 'nature' ? party.nature && natureWords[party.nature][0] : party[field],
      );
  say('traits', traits.join('、'));
  for (const [fact, value] of Object.entries(facts)) sayFact(say, `facts.${fact}`, value);
  contacts.forEach((contact, at) => {
    for (const field of ['name', 'email', 'mobile', 'telephone', 'role'] as const)
      say(`contacts.${at}.${field}`, contact[field]);
  });
  return said;
}

function sayFact(say: (path: string, text: string) => void, path: string, value: FactValue): void {
  if (Array.isArray(value)) say(path, value.join('、'));
  else if (typeof value === 'object')
    for (const [year, hours] of Object.entries(value)) say(`${path}.${year}`, String(hours));
  else say(path, String(value));
}
