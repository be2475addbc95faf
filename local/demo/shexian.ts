import type { Day } from '../../shared/domain/time/day.ts';
import {
  archivist,
  byMobile,
  desk,
  entry,
  inDays,
  mail,
  monthBeforeIn,
  monthsAgo,
  monthsEndIn,
  papersOf,
  staffOf,
  trackedFrom,
  type DemoJurisdiction,
  type DemoSubject,
} from './entries.ts';

export function shexian(today: Day): DemoJurisdiction {
  return {
    id: 'shexian',
    trackFrom: trackedFrom(today),
    superiors: [mail('handan-superior')],
    papers: papersOf('涉县人民法院', '申若谷', 201),
    staff: staffOf('shexian', today, {
      officers: [
        { sub: 'officer-1', name: '申若谷' },
        { sub: 'officer-2', name: '江小舟' },
      ],
      leaders: [{ sub: 'leader-1', name: '李守正' }],
      admin: { sub: 'admin-1', name: '樊一诺' },
    }),
    offices: [{ office: 'archives', contacts: [desk('档案监督指导股', 'shexian-desk', 201)] }],
    subjects: [...units(today), ...projects(today), ...others(today)],
  };
}

const units = (today: Day): DemoSubject[] => [
  entry('unit', 'SX-U01', '涉县漳畔中学', {
    nature: 'institution',
    traits: ['direct', 'professional-archives', 'transfer-scope'],
    facts: { professionalCatalogueSince: monthsAgo(today, 50), volumes: 8800 },
    contacts: [archivist('崔晓岚', 'sx-zhangpan', 21)],
  }),
  entry('unit', 'SX-U02', '涉县东岭医院', {
    nature: 'institution',
    traits: ['direct', 'professional-archives', 'long-retention'],
    facts: { professionalCatalogueSince: monthsAgo(today, 30), volumes: 27100 },
    contacts: [archivist('牛一帆', 'sx-dongling', 22)],
  }),
  entry('unit', 'SX-U03', '涉县土地权属登记所', {
    nature: 'institution',
    traits: ['direct', 'backup-register', 'key-monitored', 'transfer-scope'],
    facts: { professionalCatalogueSince: inDays(today, -18), volumes: 41300 },
    contacts: [archivist('付长河', 'sx-quanshu', 23)],
  }),
  entry('unit', 'SX-U04', '涉县山谷景区管理处', {
    nature: 'institution',
    traits: ['direct', 'vital-database'],
    facts: { volumes: 1200 },
    contacts: [byMobile('赵山青', 24)],
  }),
  entry('unit', 'SX-U05', '涉县漳岸建设投资公司', {
    nature: 'state-owned',
    traits: ['enterprise'],
    facts: { volumes: 3700 },
    contacts: [archivist('王在野', 'sx-zhangan', 25)],
  }),
];

const projects = (today: Day): DemoSubject[] => [
  entry('project', 'SX-P01', '漳河大桥维修加固工程', {
    in: 'SX-U05',
    facts: { startedOn: monthsEndIn(today, 7, 6), competentDepartment: '涉县交通运输部门（示例）' },
  }),
  entry('project', 'SX-P02', '城南集中供热工程', {
    in: 'SX-U05',
    facts: { startedOn: monthsEndIn(today, -9, 6), competentDepartment: '涉县住建部门（示例）' },
    contacts: [archivist('霍小池', 'sx-gongre', 26)],
  }),
  entry('project', 'SX-P03', '东岭医院门诊楼工程', {
    in: 'SX-U02',
    facts: {
      startedOn: monthsAgo(today, 18),
      plannedCompletionAcceptanceOn: monthBeforeIn(today, 22),
      selfScore: 77,
    },
  }),
  entry('project', 'SX-P04', '山谷旅游公路工程', {
    in: 'SX-U04',
    facts: {
      startedOn: monthsAgo(today, 30),
      archivesAcceptedOn: monthsEndIn(today, 12, 3),
      acceptanceScore: 83.2,
    },
  }),
];

const others = (today: Day): DemoSubject[] => [
  entry('permit', 'SX-L01', '家族契约文书出卖许可', {
    party: {
      relation: 'holder',
      name: '韩思远（示例）',
      nature: 'individual',
      address: '涉县漳岸街（示例）3号',
    },
    traits: ['key'],
    facts: { permitKind: 'sale', grantedOn: inDays(today, -25) },
    contacts: [byMobile('韩思远', 27)],
  }),
  entry('permit', 'SX-L02', '赴境外展览档案复制件许可', {
    in: 'SX-U04',
    facts: { permitKind: 'copies', grantedOn: inDays(today, -8) },
  }),
  entry('equipment', 'SX-E01', '权属登记所档案备份磁带库', { in: 'SX-U03', traits: ['key-monitored'] }),
];
