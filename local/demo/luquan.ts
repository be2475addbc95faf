import type { Day } from '../../shared/domain/time/day.ts';
import {
  archivist,
  byMobile,
  desk,
  entry,
  mail,
  monthsAgo,
  papersOf,
  staffOf,
  trackedFrom,
  type DemoJurisdiction,
  type DemoSubject,
} from './entries.ts';

export function luquan(today: Day): DemoJurisdiction {
  return {
    id: 'luquan',
    trackFrom: trackedFrom(today),
    superiors: [mail('shijiazhuang-superior')],
    papers: papersOf('石家庄市鹿泉区人民法院', '聂清和', 301),
    staff: staffOf('luquan', today, {
      officers: [
        { sub: 'officer-1', name: '聂清和' },
        { sub: 'officer-2', name: '封小楠', duties: ['legal-officer'] },
      ],
      leaders: [{ sub: 'leader-1', name: '梁致远' }],
      admin: { sub: 'admin-1', name: '谷一鸣' },
    }),
    offices: [{ office: 'archives', contacts: [desk('档案业务科', 'luquan-desk', 301)] }],
    subjects: [...units(today), ...equipment],
  };
}

/**
 * Ten of eleven are directly under the government, so a tenth of all and all ten of those cannot both be
 * checked.
 */
const units = (today: Day): DemoSubject[] => [
  direct(1, '鹿泉区青坡学校', archivist('甄小禾', 'lq-qingpo', 41)),
  direct(2, '鹿泉区山前医院', archivist('康远志', 'lq-shanqian', 42), {
    traits: ['professional-archives', 'long-retention'],
    facts: { professionalCatalogueSince: monthsAgo(today, 36), volumes: 23400 },
  }),
  direct(3, '鹿泉区房屋权属登记所', archivist('米长风', 'lq-quanshu', 43), {
    traits: ['professional-archives', 'backup-register', 'key-monitored'],
    facts: { professionalCatalogueSince: monthsAgo(today, 55), volumes: 39800 },
  }),
  direct(4, '鹿泉区水岸文化馆', byMobile('高小川', 44)),
  direct(5, '鹿泉区就业指导所', archivist('邸一心', 'lq-jiuye', 45)),
  direct(6, '鹿泉区婚姻登记服务所', archivist('商安宁', 'lq-hunyin', 46), {
    traits: ['professional-archives'],
    facts: { professionalCatalogueSince: monthsAgo(today, 24), volumes: 15700 },
  }),
  direct(7, '鹿泉区农技推广所', byMobile('马春耕', 47)),
  direct(8, '鹿泉区公园管理所', archivist('白杨', 'lq-gongyuan', 48)),
  direct(9, '鹿泉区政务服务大厅', archivist('段清源', 'lq-zhengwu', 49), { traits: ['vital-database'] }),
  direct(10, '鹿泉区图书阅览馆', archivist('丁书言', 'lq-tushu', 50)),
  entry('unit', 'LQ-U11', '鹿泉区西山水泥制品公司', {
    nature: 'private',
    traits: ['enterprise'],
    facts: { volumes: 4100 },
    contacts: [archivist('安石', 'lq-xishan', 51)],
  }),
];

function direct(
  number: number,
  name: string,
  contact: DemoSubject['contacts'][number],
  more: { readonly traits?: readonly string[]; readonly facts?: Readonly<Record<string, unknown>> } = {},
): DemoSubject {
  return entry('unit', `LQ-U${String(number).padStart(2, '0')}`, name, {
    nature: 'institution',
    traits: ['direct', 'transfer-scope', ...(more.traits ?? [])],
    facts: more.facts ?? { volumes: 600 + number * 150 },
    contacts: [contact],
  });
}

const equipment: readonly DemoSubject[] = [
  entry('equipment', 'LQ-E01', '权属登记所档案服务器', { in: 'LQ-U03', traits: ['key-monitored'] }),
  entry('equipment', 'LQ-E02', '政务服务大厅扫描工作站', { in: 'LQ-U09' }),
];
