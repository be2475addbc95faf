import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { Person, PersonLeft } from '../../api/contract.ts';
import { useAct, type Act, type Sent } from '../../api/use-api.ts';
import { useLast } from '../../api/use-last.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useWords } from '../../i18n/words.ts';
import { patchOf, personFields, personParts } from './fields.ts';

interface ActsProps {
  readonly person: Person;
  readonly people: readonly Person[];
}

/** Its answer is shown by the page: whoever left is no longer in the list. */
export type LeaveAct = Act<Sent<'DELETE /v1/jurisdictions/{j}/people/{id}'>, PersonLeft>;

/** What an administrator does with one person. */
export function Acts({ person, people, leave }: ActsProps & { readonly leave: LeaveAct }): ReactElement {
  return (
    <>
      <Change person={person} />
      <Deputise person={person} people={people} />
      <Invite person={person} />
      <Leave person={person} people={people} act={leave} />
    </>
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

function Invite({ person }: { readonly person: Person }): ReactElement {
  const { people } = useWords();
  const send = useAct('POST /v1/jurisdictions/{j}/people/{id}/invitation');
  const hand = useAct('POST /v1/jurisdictions/{j}/people/{id}/invitation');
  const sending = useLast(send);
  const handing = useLast(hand);
  const shown = handing.last?.invitation;
  const reason = (sending.last ?? handing.last)?.invitation?.reason;
  const about = { ...person, version: person.version };
  return (
    <>
      <ActButton
        about={about}
        parts={() => []}
        label={people.invite}
        title={`${people.invite}：${person.name}`}
        hint={people.inviteHint}
        fields={[]}
        act={sending.act}
        sent={(_, { id }) => ({ params: { id }, body: {} })}
      />
      <ActButton
        about={about}
        parts={() => []}
        label={people.byHand}
        title={`${people.byHand}：${person.name}`}
        hint={people.byHandHint}
        fields={[]}
        act={handing.act}
        sent={(_, { id }) => ({ params: { id }, body: { byHand: true } })}
      />
      {shown?.link === undefined ? null : (
        <Alert
          type="success"
          className="problem"
          title={people.link}
          description={<p className="tight anywhere">{shown.link}</p>}
        />
      )}
      {reason === undefined ? null : <Alert type="info" className="problem" title={people.reasons[reason]} />}
    </>
  );
}

function Leave({ person, people, act }: ActsProps & { readonly act: LeaveAct }): ReactElement {
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
