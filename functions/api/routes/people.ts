import { listOf } from '../../../shared/contract/answers.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import * as contract from '../../../shared/contract/people.ts';
import type { Where } from '../../../shared/domain/people/place.ts';
import { bureauReaders } from '../../../shared/domain/principal.ts';
import { dayOf } from '../../../shared/domain/time/instant.ts';
import { notFound, ok, problemAt, type Outcome } from '../../../shared/outcome.ts';
import { changePerson } from '../../../shared/usecases/persons/change.ts';
import { enterPerson } from '../../../shared/usecases/persons/enter.ts';
import { emptyList, type Entered } from '../../../shared/usecases/persons/entered.ts';
import { seesPerson } from '../../../shared/usecases/persons/find.ts';
import { inviteAgain } from '../../../shared/usecases/persons/invite.ts';
import { leave } from '../../../shared/usecases/persons/leave.ts';
import { listPeople, pageOfPeople } from '../../../shared/usecases/persons/list.ts';
import type { PeopleRequest } from '../../../shared/usecases/persons/request.ts';
import { endSession, listSessions } from '../../../shared/usecases/persons/sessions.ts';
import { listSignIns } from '../../../shared/usecases/persons/sign-ins.ts';
import { personView } from '../../../shared/usecases/persons/view.ts';
import { peopleAt } from '../../../shared/usecases/persons/who.ts';
import { readSubject } from '../../../shared/usecases/register/find-subject.ts';
import type { Role } from '../../../shared/rules/schema.ts';
import { noBody, route, type Input, type Reply, type Route } from '../route.ts';
import { here, J, map, param } from './within.ts';

type Use<T> = (request: PeopleRequest) => Promise<Outcome<T>>;
type At = <T>(input: Input<unknown, unknown>, use: Use<T>) => Promise<Outcome<T>>;

const requestOf = (
  { deps, principal, ifMatch, repeatable, language }: Input<unknown, unknown>,
  where: Where,
): PeopleRequest => ({ deps, principal, ifMatch, repeatable, language, where });

/** The people of a bureau or a superior. */
const ofBureau: At = (input, use) => use(requestOf(input, { jurisdiction: param(input, 'j') }));

/** The people of a unit that the token may see. */
const ofUnit: At = (input, use) =>
  here(input, async (request) => {
    const unit = await readSubject(request, param(input, 'id'));
    if (!unit) return notFound;
    if (unit.kind !== 'unit') return problemAt('id', 'person.no-unit', { kind: unit.kind });
    return use(requestOf(input, { jurisdiction: param(input, 'j'), unitId: unit.id }));
  });

const reply =
  (input: Input<unknown, unknown>, status: 200 | 201 = 200) =>
  ({ member, people, invited, where }: Entered & { readonly where: Where }): Reply => {
    const today = dayOf(input.deps.clock.now());
    return {
      status,
      body: personView({ where, people, today }, member, invited),
      version: member.revision ?? 1,
      secret: invited?.status === 'by-hand',
    };
  };

interface Place {
  readonly at: At;
  readonly path: string;
  readonly person: string;
  readonly name: (verb: string, many?: boolean) => string;
  readonly writers: readonly Role[];
  readonly of: string;
  readonly body: typeof contract.personBody | typeof contract.unitPersonBody;
  readonly patch: typeof contract.personPatch | typeof contract.unitPersonPatch;
}

const bureau: Place = {
  at: ofBureau,
  path: `${J}/people`,
  person: 'id',
  name: (verb, many = false) => `${verb}${many ? 'People' : 'Person'}`,
  writers: ['bureau-admin'],
  of: 'the bureau or superior',
  body: contract.personBody,
  patch: contract.personPatch,
};

const unit: Place = {
  at: ofUnit,
  path: `${J}/subjects/{id}/people`,
  person: 'person',
  name: (verb, many = false) => `${verb}Unit${many ? 'People' : 'Person'}`,
  writers: ['bureau-officer', 'bureau-leader', 'bureau-admin'],
  of: 'a unit',
  body: contract.unitPersonBody,
  patch: contract.unitPersonPatch,
};

/** The same routes for the people of a bureau and of a unit. */
const routesOf = ({ at, path, person, name, writers, of, body, patch }: Place): Route[] => {
  const id = `${path}/{${person}}`;
  const within = async <T extends Entered>(input: Input<unknown, unknown>, use: Use<T>) =>
    at(input, async (request) => placed(await use(request), request.where));
  return [
    route({
      operationId: name('list', true),
      method: 'GET',
      path,
      summary: `The people of ${of}; those who left with status=left`,
      roles: bureauReaders,
      body: noBody,
      query: contract.peopleQuery,
      answer: listOf(contract.person),
      run: (input) =>
        at(input, async ({ where, principal }) => {
          const people = (await peopleAt(input.deps.store, where)) ?? emptyList;
          const today = dayOf(input.deps.clock.now());
          const page = pageOfPeople(
            listPeople(people, input.query.status).filter((one) => seesPerson(principal, one)),
            input.query,
          );
          const items = page.items.map((member) => personView({ where, people, today }, member));
          return ok({ status: 200, body: { items, nextCursor: page.nextCursor } });
        }),
    }),
    route({
      operationId: name('enter'),
      method: 'POST',
      path,
      summary: `Enters a person of ${of}, and an invitation leaves where people sign in with accounts of the product`,
      roles: writers,
      body,
      query: noQuery,
      answer: contract.person,
      status: 201,
      run: async (input) =>
        map(await within(input, (request) => enterPerson(request, input.body)), reply(input, 201)),
    }),
    route({
      operationId: name('change'),
      method: 'PATCH',
      path: id,
      summary: `Changes a person of ${of}; null removes a field`,
      roles: writers,
      body: patch,
      query: noQuery,
      answer: contract.person,
      run: async (input) =>
        map(
          await within(input, (request) => changePerson(request, param(input, person), input.body)),
          reply(input),
        ),
    }),
    route({
      operationId: name('deactivate'),
      method: 'DELETE',
      path: id,
      summary: `A person of ${of} leaves: rights and sign-in end at once; the answer lists what was open`,
      roles: writers,
      body: contract.leaveBody,
      query: noQuery,
      answer: contract.personLeft,
      run: async (input) =>
        map(await within(input, (request) => leave(request, param(input, person), input.body)), (done) => ({
          ...reply(input)(done),
          body: { ...reply(input)(done).body, open: done.open },
        })),
    }),
    route({
      operationId: name('invite'),
      method: 'POST',
      path: `${id}/invitation`,
      summary: 'Sends another invitation in place of the last one, or shows its link once',
      roles: writers,
      body: contract.invitationBody,
      query: noQuery,
      answer: contract.person,
      run: async (input) =>
        map(
          await within(input, (request) => inviteAgain(request, param(input, person), input.body)),
          reply(input),
        ),
    }),
  ];
};

const placed = <T extends Entered>(outcome: Outcome<T>, where: Where): Outcome<T & { where: Where }> =>
  outcome.ok ? ok({ ...outcome.value, where }) : outcome;

export const peopleRoutes: Route[] = [
  ...routesOf(bureau),
  ...routesOf(unit),
  route({
    operationId: 'listSessions',
    method: 'GET',
    path: `${J}/sessions`,
    summary: 'Who is signed in, of the bureau and its units',
    roles: ['bureau-admin'],
    body: noBody,
    query: noQuery,
    answer: contract.sessions,
    run: (input) =>
      ofBureau(input, async (request) => ok({ status: 200, body: await listSessions(request) })),
  }),
  route({
    operationId: 'listSignIns',
    method: 'GET',
    path: `${J}/sign-ins`,
    summary: 'Who signed in and who was refused, newest first, without addresses of machines',
    roles: ['bureau-admin'],
    body: noBody,
    query: contract.signInsQuery,
    answer: contract.signIns,
    run: (input) =>
      ofBureau(input, async ({ deps, where: { jurisdiction } }) =>
        ok({ status: 200, body: await listSignIns({ deps, jurisdiction }, input.query) }),
      ),
  }),
  route({
    operationId: 'endSession',
    method: 'DELETE',
    path: `${J}/sessions/{id}`,
    summary: 'Signs somebody out at once',
    roles: ['bureau-admin'],
    body: noBody,
    query: noQuery,
    answer: contract.sessionEnded,
    run: (input) =>
      ofBureau(input, async (request) =>
        map(await endSession(request, param(input, 'id')), (body) => ({ status: 200, body })),
      ),
  }),
];
