import type { SubjectRecord } from '../../records/subject.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import { relationsOf, relationWords, type Nature, type PartyRelation } from '../../vocabulary/parties.ts';

/** The person against whom a document is directed, as the register knows it. */
export interface Party {
  readonly name: string;
  readonly code?: string | undefined;
  readonly nature?: Nature | undefined;
  readonly address?: string | undefined;
  readonly representative?: string | undefined;
  readonly telephone?: string | undefined;
  /** Its relation to the subject. Undefined for the subject itself, and when nobody has said. */
  readonly relation?: PartyRelation | undefined;
  /** Its unit in the register. */
  readonly subjectId?: string | undefined;
}

type Told = Pick<
  SubjectRecord,
  | 'id'
  | 'kind'
  | 'name'
  | 'code'
  | 'nature'
  | 'facts'
  | 'contacts'
  | 'parties'
  | 'parentId'
  | 'retiredOn'
  | 'successorId'
>;
type Named = NonNullable<Told['parties']>[number];

/**
 * The relations to look for; the first one found is used. Undefined: the subject’s first party, whatever its
 * relation.
 */
export type Against = readonly PartyRelation[] | undefined;

/** Kinds that are persons themselves. Those of the administration get their nature from their kind. */
const persons: Readonly<Partial<Record<SubjectKind, Nature | 'as entered'>>> = {
  unit: 'as entered',
  'enforcement-organ': 'organ',
  government: 'organ',
  bureau: 'organ',
};

const isPerson = ({ kind }: Pick<Told, 'kind'>): boolean => persons[kind] !== undefined;
const isGone = ({ kind, retiredOn }: Told): boolean => isPerson({ kind }) && retiredOn !== undefined;

/**
 * Relations that this kind does not have are looked for in another subject: in the project that a case is
 * about.
 */
function chosen({ kind, parties = [] }: Told, against: Against): Named | undefined {
  const asked = against?.filter((relation) => relationsOf[kind].includes(relation)) ?? [];
  if (asked.length === 0) return parties[0];
  return asked.flatMap((wanted) => parties.filter(({ relation }) => relation === wanted))[0];
}

/**
 * The subject in whose record the party is looked for next: the unit that the party names; without parties, the
 * subject above; for a person that no longer exists, its successor.
 */
export function behind(subject: Told, against?: Against): string | undefined {
  if (isPerson(subject)) return isGone(subject) ? subject.successorId : undefined;
  const { parties = [], parentId } = subject;
  return parties.length > 0 ? chosen(subject, against)?.subjectId : parentId;
}

/**
 * The party of a subject. A person is its own party. Otherwise it is the first of the subject’s parties, or the
 * first with a wanted relation; without parties, the party of the subject above. A party that no longer exists
 * is replaced by its successor. Undefined when nobody is known. `known` contains the subjects that `behind`
 * leads to.
 */
export function partyOf(
  subject: Told,
  known: ReadonlyMap<string, Told>,
  against?: Against,
): Party | undefined {
  const [only, ...others] = relationsOf[subject.kind];
  const relation = chosen(subject, against)?.relation ?? (others.length === 0 ? only : undefined);
  const seen = new Set<string>();
  let at: Told | undefined = subject;
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    const own = chosen(at, against);
    if (own?.name !== undefined) return { ...own, name: own.name, relation };
    if (isPerson(at) && (at === subject || !isGone(at))) return { ...personOf(at), relation };
    at = known.get(behind(at, against) ?? '');
  }
  return undefined;
}

function personOf({ id, kind, name, code, nature, facts, contacts }: Told): Party {
  const text = (fact: string): string | undefined => {
    const value = facts[fact];
    return typeof value === 'string' ? value : undefined;
  };
  const given = persons[kind];
  return {
    subjectId: id,
    name,
    code,
    nature: given === 'as entered' ? nature : given,
    address: text('address'),
    representative: text('representative'),
    telephone: contacts.find(({ telephone }) => telephone !== undefined)?.telephone,
  };
}

/** What must be known about a party before a document may be proposed, by the names that the API uses. */
export function partyLacks(party: Party | undefined): readonly ('party' | 'party.nature')[] {
  if (!party) return ['party'];
  return party.nature === undefined ? ['party.nature'] : [];
}

/** Whom and what a letter or a document concerns, in words. */
export interface Concern {
  /** The name of the party; while nobody is known, its relation to the subject. */
  readonly owner: string;
  /** The subject, if it is not the party itself: 一号水厂工程 */
  readonly about: string | undefined;
  /** The relation of the party to it: 建设单位 */
  readonly as: string | undefined;
}

export function concernOf(subject: Pick<Told, 'id' | 'kind' | 'name'>, party: Party | undefined): Concern {
  const about = party?.subjectId === subject.id ? undefined : subject.name;
  if (!party) return { owner: unnamed(subject), about, as: undefined };
  return { owner: party.name, about, as: party.relation && relationWords[party.relation] };
}

/** A person is addressed by name; otherwise whoever answers for the subject is. */
function unnamed({ kind, name }: Pick<Told, 'kind' | 'name'>): string {
  switch (kind) {
    case 'project':
      return `${name}建设单位`;
    case 'civil-defence-work':
      return `${name}责任单位`;
    case 'equipment':
      return `${name}保管单位`;
    case 'compilation-task':
      return `${name}承编单位`;
    case 'permit':
      return `${name}被许可人`;
    case 'case':
      return `${name}当事人`;
    case 'reconsideration-decision':
      return `${name}作出机关`;
    case 'archivist':
      return `${name}所在单位`;
    default:
      return name;
  }
}

/** 洪江区水利局（一号水厂工程） */
export const namedWith = ({ owner, about }: Pick<Concern, 'owner' | 'about'>): string =>
  about === undefined || owner.startsWith(about) ? owner : `${owner}（${about}）`;
