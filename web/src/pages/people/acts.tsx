import { Space } from 'antd';
import type { ReactElement } from 'react';
import type { Person, PersonLeft } from '../../api/contract.ts';
import { useAct, type Act, type Sent } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { ActMenu } from '../../components/act-menu.tsx';
import { useWords } from '../../i18n/words.ts';
import { patchOf, personFields, personParts } from './fields.ts';

interface ActsProps {
  readonly person: Person;
  readonly people: readonly Person[];
}

/** What is sent from a row and answered on the page. */
export interface PeopleActs {
  /** Whoever left is no longer in the list. */
  readonly leave: Act<Sent<'DELETE /v1/jurisdictions/{j}/people/{id}'>, PersonLeft>;
  readonly invite: Act<Sent<'POST /v1/jurisdictions/{j}/people/{id}/invitation'>, Person>;
}

/** What an administrator does with one person. */
export function Acts({ person, people, acts }: ActsProps & { readonly acts: PeopleActs }): ReactElement {
  return (
    <Space size={8} className="nowrap">
      <Change person={person} />
      <ActMenu about={person.name}>
        <Deputise person={person} people={people} />
        <Invite person={person} act={acts.invite} />
        <Leave person={person} people={people} act={acts.leave} />
      </ActMenu>
    </Space>
  );
}

function Change({ person }: { readonly person: Person }): ReactElement {
  const words = useWords();
  const act = useAct('PATCH /v1/jurisdictions/{j}/people/{id}');
  return (
    <ActButton
      about={person}
      parts={(one) => personParts(words, one)}
      label={words.people.change}
      title={`${words.people.change}：${person.name}`}
      fields={(one) => personFields(words, one)}
      act={act}
      sent={(values, { id, version }) => ({ params: { id }, ifMatch: version, body: patchOf(values) })}
    />
  );
}

function Deputise({ person, people }: ActsProps): ReactElement {
  const words = useWords();
  const act = useAct('PATCH /v1/jurisdictions/{j}/people/{id}');
  const leaders = people.filter(({ id, role }) => role === 'bureau-leader' && id !== person.id);
  return (
    <ActButton
      about={person}
      parts={(one) => personParts(words, one)}
      label={words.people.deputy}
      title={`${words.people.deputy}：${person.name}`}
      hint={words.people.deputyHint}
      fields={({ deputyFor }) => [
        {
          name: 'sub',
          label: words.settings.deputyFor,
          type: 'choice',
          initial: deputyFor?.sub,
          options: leaders.map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'from', label: words.settings.deputyFrom, type: 'day', initial: deputyFor?.from },
        { name: 'to', label: words.settings.deputyTo, type: 'day', initial: deputyFor?.to },
      ]}
      act={act}
      sent={({ sub, from = '', to = '' }, { id, version }) => ({
        params: { id },
        ifMatch: version,
        body: { deputyFor: sub === undefined ? null : { sub, from, to } },
      })}
    />
  );
}

function Invite({
  person,
  act,
}: {
  readonly person: Person;
  readonly act: PeopleActs['invite'];
}): ReactElement {
  const { people } = useWords();
  const shared = { about: person, parts: () => [], fields: [], act };
  return (
    <>
      <ActButton
        {...shared}
        label={people.invite}
        title={`${people.invite}：${person.name}`}
        hint={people.inviteHint}
        sent={(_, { id }) => ({ params: { id }, body: {} })}
      />
      <ActButton
        {...shared}
        label={people.byHand}
        title={`${people.byHand}：${person.name}`}
        hint={people.byHandHint}
        sent={(_, { id }) => ({ params: { id }, body: { byHand: true } })}
      />
    </>
  );
}

function Leave({ person, people, act }: ActsProps & { readonly act: PeopleActs['leave'] }): ReactElement {
  const words = useWords();
  const others = people.filter(({ id }) => id !== person.id);
  return (
    <ActButton
      about={person}
      parts={(one) => personParts(words, one)}
      label={words.people.leave}
      title={`${words.people.leave}：${person.name}`}
      hint={words.people.leaveHint}
      danger
      fields={[
        {
          name: 'handOverTo',
          label: words.people.handOver,
          type: 'choice',
          options: others.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      act={act}
      sent={({ handOverTo }, { id, version }) => ({
        params: { id },
        ifMatch: version,
        body: handOverTo === undefined ? {} : { handOverTo },
      })}
    />
  );
}
