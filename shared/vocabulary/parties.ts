import { z } from 'zod';
import type { SubjectKind } from '../rules/schema.ts';

/** What a party is before the law: it decides which papers may be made against it. */
export const nature = z.enum(['organ', 'institution', 'state-owned', 'private', 'individual']);
export type Nature = z.infer<typeof nature>;

/** What a party is to the thing that is regulated. */
export const partyRelation = z.enum([
  'construction-unit',
  'builder',
  'owner',
  'user',
  'maintainer',
  'keeper',
  'holder',
  'party',
  'compiler',
  'organ',
]);
export type PartyRelation = z.infer<typeof partyRelation>;

/** Which relations a kind of subject takes. A kind without any is a person itself, or has the unit above as its party. */
export const relationsOf: Readonly<Record<SubjectKind, readonly PartyRelation[]>> = {
  unit: [],
  project: ['construction-unit'],
  equipment: ['keeper'],
  'civil-defence-work': ['builder', 'owner', 'user', 'maintainer'],
  permit: ['holder'],
  case: ['party'],
  'compilation-task': ['compiler'],
  'reconsideration-decision': ['organ'],
  'enforcement-organ': [],
  archivist: [],
  government: [],
  bureau: [],
};

type Words = readonly [string, ...string[]];

/** What offices write; the first of each is what templates, exports and papers write. */
export const natureWords: Readonly<Record<Nature, Words>> = {
  organ: ['机关', '党政机关', '行政机关', '国家机关', '机关单位', '人民团体', '群团组织'],
  institution: ['事业单位'],
  'state-owned': ['国有企业', '国企', '国有控股企业', '国有独资企业', '国有'],
  private: [
    '民营单位',
    '民营企业',
    '民企',
    '私营企业',
    '非国有企业',
    '社会组织',
    '社会团体',
    '民办非企业单位',
  ],
  individual: ['个人', '自然人', '公民'],
};

export const relationWords: Readonly<Record<PartyRelation, string>> = {
  'construction-unit': '建设单位',
  builder: '建设单位',
  owner: '产权单位',
  user: '使用单位',
  maintainer: '维护管理单位',
  keeper: '保管单位',
  holder: '被许可人',
  party: '当事人',
  compiler: '承编单位',
  organ: '作出机关',
};
