import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Person } from '../../api/contract.ts';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { Acts, type PeopleActs } from './acts.tsx';
import { roleWord } from './fields.ts';

/** A certificate that ends within so many days is marked. */
const SOON_DAYS = 60;

interface PeopleProps {
  readonly people: readonly Person[];
  readonly loading: boolean;
  /** For whoever may change people. */
  readonly acts: PeopleActs | undefined;
}

/** Those who work here. */
export function People({ people, loading, acts }: PeopleProps): ReactElement {
  const { words, language } = useSpeech();
  const own = words.people;
  const last = acts
    ? [{ title: '', render: (person: Person) => <Acts person={person} people={people} acts={acts} /> }]
    : [];
  return (
    <Rows<Person>
      label={own.title}
      rows={people}
      rowKey={({ id }) => id}
      loading={loading}
      empty={own.none}
      columns={[
        { title: words.subjects.contactName, narrow: 'first', whole: true, render: ({ name }) => name },
        {
          title: own.role,
          render: ({ role, duties = [] }) =>
            [roleWord(words, role), ...duties.map((duty) => words.terms.staffDuties[duty])].join('、'),
        },
        { title: words.facts.fields.email, render: ({ email }) => email ?? '' },
        { title: own.mobile, whole: true, render: ({ mobile }) => mobile ?? '' },
        {
          title: words.settings.deputy,
          render: ({ deputyFor }) => (deputyFor ? <Deputy deputyFor={deputyFor} /> : ''),
        },
        {
          title: words.settings.certificate,
          render: ({ certificate }) =>
            certificate ? (
              <>
                {certificate.number} {own.until(dayText(certificate.validUntil, language))}{' '}
                {certificate.daysLeft <= SOON_DAYS ? (
                  <Tag color={certificate.daysLeft < 0 ? 'red' : 'orange'}>
                    {own.daysLeft(certificate.daysLeft)}
                  </Tag>
                ) : null}
              </>
            ) : (
              ''
            ),
        },
        {
          title: own.account,
          render: ({ invitation }) => (invitation ? own.invitations[invitation.status] : ''),
        },
        ...last,
      ]}
    />
  );
}

function Deputy({
  deputyFor: { sub, name = sub, from, to, now },
}: {
  readonly deputyFor: NonNullable<Person['deputyFor']>;
}): ReactElement {
  const { words, language } = useSpeech();
  return (
    <>
      {words.people.standsIn(name, dayText(from, language), dayText(to, language))}{' '}
      {now ? <Tag color="blue">{words.people.now}</Tag> : null}
    </>
  );
}

/** Those who left, with whoever took over from them. */
export function FormerPeople({
  people,
  known,
}: {
  readonly people: readonly Person[];
  readonly known: readonly Person[];
}): ReactElement {
  const { words, language } = useSpeech();
  const own = words.people;
  const nameOf = (id: string | undefined): string =>
    id === undefined ? '' : ([...known, ...people].find((one) => one.id === id)?.name ?? id);
  return (
    <Rows<Person>
      label={own.left}
      rows={people}
      rowKey={({ id }) => id}
      empty={own.noneLeft}
      columns={[
        { title: words.subjects.contactName, narrow: 'first', whole: true, render: ({ name }) => name },
        { title: own.role, render: ({ role }) => roleWord(words, role) },
        {
          title: own.leftOn,
          render: ({ leftOn }) => (leftOn === undefined ? '' : dayText(leftOn, language)),
        },
        { title: own.handedTo, render: ({ handedTo }) => nameOf(handedTo) },
      ]}
    />
  );
}
