import { fieldError, type FieldError } from '../outcome.ts';
import { addressees } from '../vocabulary/measures.ts';
import type { Block } from './model.ts';

/** Where a place of a paper is entered. */
type Remedy = 'settings' | 'register' | 'draft';

interface Entered {
  readonly path: string;
  readonly at: Remedy;
}

/** What an administrator and the register fill, whatever the paper. */
export const placesOutside: Readonly<Record<string, Entered>> = {
  行政复议机关: { path: 'papers.reconsiderationBody', at: 'settings' },
  人民法院: { path: 'papers.court', at: 'settings' },
  联系地址: { path: 'papers.address', at: 'settings' },
  联系人: { path: 'papers.contact', at: 'settings' },
  联系电话: { path: 'papers.telephone', at: 'settings' },
  当事人名称: { path: 'party', at: 'register' },
  证件号码: { path: 'party.code', at: 'register' },
  法定代表人: { path: 'party.representative', at: 'register' },
  住所: { path: 'party.address', at: 'register' },
  代收罚款的银行及账号: { path: 'papers.bank', at: 'settings' },
};

/** Every place that a paper may leave open, by the name that it bears there, with the field that fills it. */
const places: Readonly<Record<string, Entered>> = {
  ...placesOutside,
  法律法规规章依据: { path: 'legalBasis', at: 'draft' },
  立案依据: { path: 'legalBasis', at: 'draft' },
  撤销行政许可的法律依据: { path: 'legalBasis', at: 'draft' },
  证据名称: { path: 'evidence', at: 'draft' },
  通报范围: { path: 'circulation', at: 'draft' },
  上级主管部门: { path: 'circulation', at: 'draft' },
  ...Object.fromEntries(addressees.map((name) => [name, { path: 'circulation', at: 'draft' }])),
  事先告知日期和方式: { path: 'priorNotice', at: 'draft' },
  法制审核意见: { path: 'legalReview', at: 'draft' },
  陈述申辩情况: { path: 'statement', at: 'draft' },
  陈述申辩内容: { path: 'statement.text', at: 'draft' },
  复核结果: { path: 'statement.outcome', at: 'draft' },
  约谈时间: { path: 'interview.at', at: 'draft' },
  约谈地点: { path: 'interview.place', at: 'draft' },
  参加人员: { path: 'interview.attendees', at: 'draft' },
  案件来源: { path: 'discovery.source', at: 'draft' },
  发现时间: { path: 'discovery.on', at: 'draft' },
  姓名: { path: 'officers', at: 'draft' },
  证号: { path: 'officers', at: 'draft' },
};

export const openCodes = {
  settings: 'document.open-in-settings',
  register: 'document.open-in-register',
  draft: 'document.open-in-draft',
} as const;

/** A place that somebody wrote into the text, as whatever it calls itself. */
const MARK = /〔([^〔〕]{1,24})待填〕/gu;

/** The places that blocks leave open, each once. */
export const placesIn = (blocks: readonly Block[]): readonly string[] => [
  ...new Set(Array.from(JSON.stringify(blocks).matchAll(MARK), ([, name = '']) => name)),
];

/** What blocks leave open, each place once, with the field and where it is entered. */
export function openIn(blocks: readonly Block[]): FieldError[] {
  return placesIn(blocks).map((place) => {
    const known = places[place];
    return known
      ? fieldError(known.path, openCodes[known.at], { place })
      : fieldError('text', 'document.open-in-text', { place });
  });
}
