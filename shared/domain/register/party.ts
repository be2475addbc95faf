import type { SubjectRecord } from '../../records/subject.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import { relationsOf, relationWords, type Nature, type PartyRelation } from '../../vocabulary/parties.ts';

/** The person that a paper is directed against, as the register knows it. */
export interface Party {
  readonly name: string;
  readonly code?: string | undefined;
  readonly nature?: Nature | undefined;
  readonly address?: string | undefined;
  readonly representative?: string | undefined;
  readonly telephone?: string | undefined;
  /** What it is to the subject; undefined for the subject itself, and where nobody said. */
  readonly relation?: PartyRelation | undefined;
  /** The unit of the register that it is. */
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

/** What the party must be to the subject, the first that there is; undefined: the first of its parties, whatever it is. */
export type Against = readonly PartyRelation[] | undefined;

/** Kinds that are persons themselves; those of the administration have their nature by their kind. */
const persons: Readonly<Partial<Record<SubjectKind, Nature | 'as entered'>>> = {
  unit: 'as entered',
  'enforcement-organ': 'organ',
  government: 'organ',
  bureau: 'organ',
};

const isPerson = ({ kind }: Pick<Told, 'kind'>): boolean => persons[kind] !== undefined;
const isGone = ({ kind, retiredOn }: Told): boolean => isPerson({ kind }) && retiredOn !== undefined;

/** Relations that are none of this kind’s are asked of another: of the project that a case is about. */
function chosen({ kind, parties = [] }: Told, against: Against): Named | undefined {
  const asked = against?.filter((relation) => relationsOf[kind].includes(relation)) ?? [];
  if (asked.length === 0) return parties[0];
  return asked.flatMap((wanted) => parties.filter(({ relation }) => relation === wanted))[0];
}

/**
 * The subject in whose record the party is looked for next: the unit that the party names; without any parties the
 * one above; of a person that is gone its successor.
 */
export function behind(subject: Told, against?: Against): string | undefined {
  if (isPerson(subject)) return isGone(subject) ? subject.successorId : undefined;
  const { parties = [], parentId } = subject;
  return parties.length > 0 ? chosen(subject, against)?.subjectId : parentId;
}

/**
 * The party of a subject: a person is its own; else the first of its parties, or the first of those that are wanted;
 * without any, the party of the subject above it. Who has gone is followed to its successor. Undefined where nobody is
 * known. `known` has the subjects that `behind` leads to.
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

/** What must be known of a party before a paper may be proposed, by the names that the API gives it. */
export function partyLacks(party: Party | undefined): readonly ('party' | 'party.nature')[] {
  if (!party) return ['party'];
  return party.nature === undefined ? ['party.nature'] : [];
}

/** Whom and what a letter or a paper concerns, in words. */
export interface Concern {
  /** The party by name; while nobody is known, what it is to the subject. */
  readonly owner: string;
  /** The subject, where it is not the party itself: 一号水厂工程 */
  readonly about: string | undefined;
  /** What the party is to it: 建设单位 */
  readonly as: string | undefined;
}

export function concernOf(subject: Pick<Told, 'id' | 'kind' | 'name'>, party: Party | undefined): Concern {
  const about = party?.subjectId === subject.id ? undefined : subject.name;
  if (!party) return { owner: unnamed(subject), about, as: undefined };
  return { owner: party.name, about, as: party.relation && relationWords[party.relation] };
}

/** A person is greeted by name; for what is none, whoever answers for it is. */
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
