import { addressKey } from '../../shared/domain/address.ts';
import type { StaffMember } from '../../shared/records/staff.ts';
import { say } from '../../shared/problems/say.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { enterPerson } from '../../shared/usecases/persons/enter.ts';
import { peopleAt } from '../../shared/usecases/persons/who.ts';
import type { PersonBody } from '../../shared/contract/people.ts';
import type { Row } from './rows.ts';

export interface Done {
  readonly row: number;
  readonly outcome: 'entered' | 'unchanged' | 'different' | 'refused';
  /** Why, or what is to be done; without names and addresses. */
  readonly note?: string;
}

/** Enters who is not there yet, row by row. The same file twice enters nobody twice; `dry` enters nobody. */
export async function enterRows(deps: Deps, rows: readonly Row[], dry: boolean): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const { row, jurisdiction, person } of rows)
    if (person) done.push({ row, ...(await enterRow(deps, jurisdiction, person, dry)) });
  return done;
}

async function enterRow(
  deps: Deps,
  jurisdiction: string,
  person: PersonBody,
  dry: boolean,
): Promise<Omit<Done, 'row'>> {
  const where = { jurisdiction };
  const { members = [], former = [] } = (await peopleAt(deps.store, where)) ?? {};
  const known = members.find(hasAddress(person));
  if (known) return sameAs(known, person);
  if (former.some(hasAddress(person)))
    return { outcome: 'refused', note: 'this person has left: enter them in the console if they are back' };
  if (dry) return { outcome: 'entered', note: 'with an invitation; not yet, because of --dry-run' };
  const principal = { role: 'bureau-admin', jurisdiction, sub: 'people-tool' } as const;
  const request = {
    deps,
    principal,
    where,
    ifMatch: undefined,
    repeatable: undefined,
    language: 'en',
  } as const;
  const made = await enterPerson(request, person);
  if (!made.ok) {
    const [error] = made.failure.errors;
    return { outcome: 'refused', note: `${error?.path ?? ''}: ${say(error ?? made.failure, 'en')}` };
  }
  const { invited } = made.value;
  const leaves = invited?.status === 'leaving';
  return {
    outcome: 'entered',
    note: leaves ? 'the invitation leaves with the next letters' : 'no invitation',
  };
}

const hasAddress =
  ({ email = '' }: PersonBody) =>
  (one: StaffMember): boolean =>
    one.email !== undefined && addressKey(one.email) === addressKey(email);

function sameAs(known: StaffMember, person: PersonBody): Omit<Done, 'row'> {
  const fields = (['name', 'role', 'office', 'mobile'] as const).filter(
    (name) => person[name] !== undefined && person[name] !== known[name],
  );
  return fields.length === 0
    ? { outcome: 'unchanged' }
    : { outcome: 'different', note: `${fields.join(', ')}: change it in the console` };
}
