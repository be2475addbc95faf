import type { z } from 'zod';
import type { exportLists } from '../../contract/exports.ts';
import type { Value } from '../../files/sheet.ts';
import { facts, kinds, kindWords, traitWords } from '../../vocabulary/kinds.ts';
import { partyFields, partyFieldWords } from '../../rosters/party-columns.ts';
import { natureWords, relationWords } from '../../vocabulary/parties.ts';
import { columnWords, contactWords } from '../../rosters/words.ts';
import { chunks } from '../../domain/chunks.ts';
import { collect, PAGE, sheetOf, type Column, type Exported } from './collect.ts';
import { subjectsById } from '../rosters/lookup.ts';
import type { Request } from '../request.ts';
import { listSubjects } from '../subjects/subjects.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** An import reads so many groups of contacts. Further contacts go into a column that only people read. */
const GROUPS = 9;

/** The register, with the headings that an import reads: an exported file can be changed and imported again. */
export async function exportSubjects(
  request: Request,
  query: z.output<typeof exportLists.subjects.query>,
): Promise<Exported> {
  const { entries, nextCursor } = await collect(
    (cursor) => listSubjects(request, { ...query, limit: PAGE, cursor }),
    query.cursor,
    ({ name, code, parties, traits, facts, contacts }) =>
      JSON.stringify([name, code, parties, traits, facts, contacts]).length,
  );
  const parents = await parentsOf(request, entries);
  const shared = repeated([...parents.values()].flatMap(({ code }) => code ?? []));
  const referenceTo = (id: string): string => {
    const code = parents.get(id)?.code;
    return code === undefined || shared.has(code) ? id : code;
  };
  const columns: Column<SubjectRecord>[] = [
    { heading: columnWords.kind[0], of: ({ kind }) => kindWords[kind][0] },
    { heading: columnWords.name[0], of: ({ name }) => name },
    { heading: columnWords.code[0], of: ({ code }) => code },
    {
      heading: columnWords.parent[0],
      of: ({ parentId }) => parentId && referenceTo(parentId),
    },
    {
      heading: columnWords.traits[0],
      of: ({ traits }) => traits.map((trait) => traitWords[trait]?.[0] ?? trait).join('、'),
    },
    { heading: columnWords.nature[0], of: ({ nature }) => nature && natureWords[nature][0] },
    { heading: columnWords.retired[0], of: ({ retiredOn }) => retiredOn },
    ...factColumns(query.kind ? [query.kind] : entries.map(({ kind }) => kind), entries),
    ...partyColumns(entries),
    ...contactColumns(Math.min(GROUPS, Math.max(1, ...entries.map(({ contacts }) => contacts.length)))),
    { heading: '#上级单位名称', of: ({ parentId }) => parentId && parents.get(parentId)?.name },
    {
      heading: '#其他联系人',
      of: ({ contacts }) =>
        contacts
          .slice(GROUPS)
          .map((contact) =>
            [contact.name, contact.email, contact.mobile, contact.telephone].filter(Boolean).join(' '),
          )
          .join('；'),
    },
    { heading: '#系统编号', of: ({ id }) => id },
  ];
  return { sheet: sheetOf('监管对象名册', columns, entries), nextCursor };
}

/** Codes that parents of several kinds have. Such a code does not identify a parent. */
const repeated = (codes: readonly string[]): ReadonlySet<string> =>
  new Set(codes.filter((code, at) => codes.indexOf(code) !== at));

async function parentsOf(
  { deps, context, principal }: Request,
  entries: readonly SubjectRecord[],
): Promise<Map<string, SubjectRecord>> {
  const scope = { store: deps.store, principal, jurisdiction: context.jurisdiction.id };
  const ids = [...new Set(entries.flatMap(({ parentId }) => parentId ?? []))];
  const found = await Promise.all(chunks(ids, PAGE).map((portion) => subjectsById(scope, portion)));
  return new Map(found.flatMap((part) => [...part]));
}

/**
 * The columns of parties that an import reads, and one for people with the parties that are units of the
 * register.
 */
function partyColumns(entries: readonly SubjectRecord[]): Column<SubjectRecord>[] {
  const parties = entries.flatMap(({ parties: own = [] }) => own);
  const words = [...new Set(parties.map(({ relation }) => relationWords[relation]))];
  return words.flatMap((word): Column<SubjectRecord>[] => {
    const of = ({ parties: own = [] }: SubjectRecord) =>
      own.find(({ relation }) => relationWords[relation] === word);
    return [
      ...partyFields.map((field): Column<SubjectRecord> => ({
        heading: `${word}${partyFieldWords[field][0]}`,
        of: (subject) => {
          const value = of(subject)?.[field];
          return field === 'nature' && value !== undefined ? wordOfNature(value) : value;
        },
      })),
      { heading: `#${word}系统编号`, of: (subject) => of(subject)?.subjectId },
    ];
  });
}

const wordOfNature = (value: string): string =>
  Object.entries(natureWords).find(([name]) => name === value)?.[1][0] ?? value;

function factColumns(
  shown: readonly SubjectRecord['kind'][],
  entries: readonly SubjectRecord[],
): Column<SubjectRecord>[] {
  const names = [...new Set(shown.flatMap((kind) => Object.keys(kinds[kind].facts)))];
  return names.flatMap((fact): Column<SubjectRecord>[] =>
    fact === 'classHours'
      ? yearsOf(entries).map((year) => ({
          heading: `${year}年学时`,
          of: ({ facts: { classHours } }) =>
            typeof classHours === 'object' && !Array.isArray(classHours) ? classHours[year] : undefined,
        }))
      : [{ heading: facts[fact]?.words[0] ?? fact, of: (subject) => factCell(fact, subject.facts[fact]) }],
  );
}

function yearsOf(entries: readonly SubjectRecord[]): string[] {
  const years = entries.flatMap(({ facts: { classHours } }) =>
    typeof classHours === 'object' && !Array.isArray(classHours) ? Object.keys(classHours) : [],
  );
  return [...new Set(years)].sort();
}

function factCell(fact: string, value: SubjectRecord['facts'][string] | undefined): Value {
  if (typeof value === 'number' || value === undefined) return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? (facts[fact]?.options?.[value]?.[0] ?? value) : undefined;
}

function contactColumns(groups: number): Column<SubjectRecord>[] {
  return Array.from({ length: groups }).flatMap((_, index) =>
    (['name', 'email', 'mobile', 'telephone', 'role'] as const).map((field): Column<SubjectRecord> => ({
      heading: `${contactWords[field][0]}${index === 0 ? '' : index + 1}`,
      of: ({ contacts }) => contacts[index]?.[field],
    })),
  );
}
