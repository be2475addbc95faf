import type { SubjectKind } from '../rules/schema.ts';
import { relationsOf, relationWords, type PartyRelation } from '../vocabulary/parties.ts';
import { keysOf } from '../vocabulary/table.ts';

/**
 * What a column can say about a party, after the word for its relation: 建设单位名称. Templates and exports
 * write the first word of each.
 */
export const partyFieldWords = {
  name: ['名称', '全称', '姓名'],
  code: ['代码', '统一社会信用代码', '信用代码', '证件号码', '身份证件号码'],
  nature: ['性质'],
  address: ['住所', '地址', '住址'],
  representative: ['法定代表人', '负责人'],
  telephone: ['电话', '联系电话'],
} as const;

export type PartyField = keyof typeof partyFieldWords;
export const partyFields = keysOf(partyFieldWords);

export const partyHeading = (relation: PartyRelation, field: PartyField): string =>
  `${relationWords[relation]}${partyFieldWords[field][0]}`;

/**
 * A column of parties. 建设单位 is used for projects and for civil-defence works, with a different relation for
 * each.
 */
export interface PartyColumn {
  readonly word: string;
  readonly field: PartyField;
}

/** Every heading of such a column, with the field as the API names it. */
export const partyHeadings: readonly (readonly [heading: string, column: PartyColumn])[] = keysOf(
  relationWords,
).flatMap((relation) =>
  partyFields.flatMap((field) => {
    const word = relationWords[relation];
    const headings = [
      `parties.${relation}.${field}`,
      ...partyFieldWords[field].map((own) => `${word}${own}`),
    ];
    return headings.map((heading) => [heading, { word, field }] as const);
  }),
);

const named = (word: string) => (relation: PartyRelation) => relationWords[relation] === word;

/**
 * The relation that a word means for a kind. For a kind without such a relation, the first relation that the
 * word means at all.
 */
export function relationMeant(kind: SubjectKind, word: string): PartyRelation | undefined {
  return relationsOf[kind].find(named(word)) ?? keysOf(relationWords).find(named(word));
}

export const partyPath = ({ word, field }: PartyColumn): string =>
  `parties.${keysOf(relationWords).find(named(word)) ?? word}.${field}`;
