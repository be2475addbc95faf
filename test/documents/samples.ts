import type { DocumentParts } from '../../shared/documents/parts.ts';
import { draftText, type DraftParts } from '../../shared/documents/escalations/draft-text.ts';
import type { CheckParts } from '../../shared/documents/checks/parts.ts';
import type { Party } from '../../shared/domain/register/party.ts';
import { day } from '../../shared/domain/time/day.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import type { EscalationStep } from '../../shared/rules/schema.ts';
import { measures } from '../../shared/vocabulary/measures.ts';
import type { PaperName } from '../../shared/vocabulary/papers.ts';

const HJ = '洪江区档案局责任清单事中事后监管制度';

export const longName =
  '怀化市洪江区沅江流域综合治理与黔阳古城历史文化街区保护修缮及配套基础设施提升改造一期工程建设指挥部办公室（筹备组）项目';

const dutyParts: DraftParts = {
  step: 'order-to-rectify',
  paper: 'order',
  bureau: '洪江区档案局',
  owner: '洪江区交通建设投资有限公司',
  about: '沅江大桥及连接线工程',
  as: '建设单位',
  duty: { what: '《重点建设项目档案管理登记表》', period: undefined, dueOn: day('2026-07-15') },
  rectificationDays: 15,
};

const order = {
  number: '洪档责〔2026〕1号',
  issuedOn: day('2026-07-16'),
  servedOn: day('2026-07-17'),
  until: day('2026-08-03'),
};

const followsOrder: ReadonlySet<EscalationStep> = new Set<EscalationStep>([
  'circulated-criticism',
  'discipline-recommendation',
]);

function draftOf(step: EscalationStep, paper: PaperName, more: Partial<DraftParts> = {}): DraftParts {
  return {
    ...dutyParts,
    step,
    paper,
    ...(followsOrder.has(step) ? { order } : {}),
    ...more,
  };
}

/** Nobody has entered a court yet. */
const desk = { reconsiderationBody: '怀化市人民政府' } as const;

/** The order after a missed duty is supervision inside of the administration; the others rest on what a check found. */
const AFTER_DUTY = '《中华人民共和国档案法》第八条';

/** What each paper rests on. */
const law: Readonly<Partial<Record<PaperName, readonly string[]>>> = {
  order: ['《中华人民共和国档案法》第四十五条'],
  opinion: ['《中华人民共和国档案法》第四十二条'],
  recommendation: ['《中华人民共和国档案法实施条例》第四十六条'],
  'filing-proposal': ['《中华人民共和国档案法》第四十九条'],
};

/** A document of a step as it stands when its draft is fresh. */
export function partsOf(step: EscalationStep, more: Partial<DocumentParts> = {}): DocumentParts {
  const { owner = dutyParts.owner, about = dutyParts.about, paper = measures[step].makes } = more;
  const party: Party = {
    name: owner,
    code: '91431200MA4L000001',
    nature: 'state-owned',
    address: '洪江区沅江路18号',
    representative: '周八',
    relation: 'construction-unit',
  };
  return {
    step,
    paper,
    again: false,
    isEntered: false,
    law: step === 'order-to-rectify' && paper === 'order' ? [AFTER_DUTY] : (law[paper] ?? []),
    provisions: [
      '《中华人民共和国档案法》第四十五条（已核对条文；2021年1月1日起施行；条件：检查发现单位存在档案安全隐患，并有检查记录）',
    ],
    status: 'draft',
    regime: 'key-project-archives',
    office: 'archives',
    bureau: '洪江区档案局',
    desk,
    government: '洪江区管理委员会',
    officers: [],
    signatory: undefined,
    discovery: {},
    evidence: undefined,
    interview: undefined,
    superior: '怀化市档案局',
    owner,
    party,
    about,
    clause: `${HJ} 三(一)五(一)`,
    basis: [
      { instrument: '《档案法》', status: 'in-force', note: '2020年6月20日修订，2021年1月1日起施行' },
      {
        instrument: '《档案法实施办法》',
        status: 'repealed',
        note: '2024年3月1日起由《档案法实施条例》取代',
      },
      { instrument: '《湖南省重点建设项目档案管理登记办法》', status: 'unverified' },
    ],
    named: [],
    matter: '《重点建设项目档案管理登记表》',
    text: draftText(draftOf(step, paper, { owner, about })),
    rectificationDays: 15,
    rectifyBy: undefined,
    draftedAt: instant('2026-07-16T09:00:00+08:00'),
    number: undefined,
    issuedOn: undefined,
    onTheSpot: undefined,
    refusal: undefined,
    legalBasis: undefined,
    form: undefined,
    priorNotice: undefined,
    defenceWorkingDays: 5,
    statement: undefined,
    legalReview: undefined,
    circulation: [],
    service: undefined,
    filingApprovals: [],
    ...more,
  };
}

export const issued = {
  status: 'issued',
  number: '洪档责〔2026〕1号',
  issuedOn: day('2026-07-16'),
} as const;

/** A criticism with all that it asks for. */
export const penalty: Partial<DocumentParts> = {
  status: 'issued',
  number: '洪档通〔2026〕1号',
  issuedOn: day('2026-08-12'),
  refusal: '整改通知已于2026年7月17日送达，期限届满仍未报送，属拒不整改。',
  legalBasis: '《某省档案条例》第三十条',
  form: 'penalty',
  priorNotice: { servedOn: day('2026-08-04'), method: 'personal' },
  statement: { received: true, text: '资料正在整理', outcome: '理由不成立，不予采纳' },
  legalReview: { by: '赵法制', opinion: '事实清楚，程序合法，同意' },
  circulation: ['洪江区发展和改革局', '洪江区交通运输局'],
};

/** A revocation of what the bureau gave itself, after its notice and the holder’s statement. */
export const heard: Partial<DocumentParts> = {
  paper: 'decision',
  isEntered: true,
  about: '洪档许〔2026〕3号许可',
  owner: '洪江文史印务有限公司',
  text: '经查，你单位以虚假材料取得许可。\n现决定撤销准予你单位的行政许可。',
  legalBasis: '《中华人民共和国行政许可法》第六十九条第二款',
  legalReview: { by: '赵法制', opinion: '事实清楚，程序合法，同意' },
  priorNotice: {
    servedOn: day('2026-07-06'),
    method: 'personal',
    number: '洪档告〔2026〕1号',
    text: '经查，你单位以虚假材料取得许可。',
    basis: '《中华人民共和国行政许可法》第六十九条第二款',
  },
  statement: {
    received: true,
    on: '2026-07-08',
    text: '材料由代办人提供',
    outcome: '申请人对材料的真实性负责，理由不成立',
  },
};

/** A check on the spot, as its record was entered. */
export const check: CheckParts = {
  bureau: '洪江区档案局',
  desk: { address: '洪江区沅江路1号', telephone: '0745-7654321', contact: '王科员' },
  at: instant('2026-09-15T09:30:00+08:00'),
  until: instant('2026-09-15T11:00:00+08:00'),
  mode: 'on-site',
  cause: '计划内检查',
  target: '洪江区自然资源局',
  party: {
    name: '洪江区自然资源局',
    code: '11431200006600000X',
    nature: 'organ',
    address: '洪江区新民路9号',
    representative: '吴局长',
    telephone: '0745-7000001',
  },
  place: '洪江区自然资源局档案库房',
  host: '张主任（办公室主任）',
  officers: [
    { name: '王科员', certificate: '湘12000001' },
    { name: '赵科员', certificate: '湘12000002' },
  ],
  certificates: 'enforcement',
  certificatesShown: true,
  rightsTold: true,
  joined: [],
  checklist: [
    { item: '档案库房“八防”措施', result: '防潮设备停用' },
    { item: '档案数字化备份', result: '符合要求' },
  ],
  findings: [
    {
      text: '库房除湿机停用三个月，相对湿度超过60%。',
      handling: '责令限期改正',
      rectifyBy: day('2026-09-30'),
    },
  ],
  rechecked: [],
  signature: { refused: '负责人认为设备已报修，拒绝签名。' },
  law: ['《中华人民共和国档案法》第四十二条'],
  system: '市档案安全信息系统',
};
