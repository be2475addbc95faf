import type { SubjectKind, Words } from './kinds.ts';

/** The legal nature of a party. It decides which documents may be directed against it. */
export const natureWords = {
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
} as const satisfies Readonly<Record<string, Words>>;
export type Nature = keyof typeof natureWords;

/** The relation of a party to the subject. */
export const relationWords = {
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
} as const;
export type PartyRelation = keyof typeof relationWords;

/**
 * The relations that a kind of subject may have. A kind without any is a person itself, or its party is the
 * unit above.
 */
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
