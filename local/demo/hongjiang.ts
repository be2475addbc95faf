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

export function hongjiang(today: Day): DemoJurisdiction {
  return {
    id: 'hongjiang',
    trackFrom: trackedFrom(today),
    superiors: [mail('huaihua-superior')],
    papers: papersOf('洪江市人民法院', '林知秋', 101),
    staff: staffOf('hongjiang', today, {
      officers: [
        { sub: 'officer-1', name: '林知秋' },
        { sub: 'officer-2', name: '向小满' },
      ],
      leaders: [{ sub: 'leader-1', name: '杨守诚' }],
      admin: { sub: 'admin-1', name: '田一苇' },
    }),
    offices: [{ office: 'archives', contacts: [desk('业务指导科', 'hongjiang-desk', 101)] }],
    subjects: [...units(today), ...projects(today), ...others(today)],
  };
}

const units = (today: Day): DemoSubject[] => [
  entry('unit', 'HJ-U01', '洪江区城东小学', {
    nature: 'institution',
    traits: ['direct', 'transfer-scope'],
    contacts: [archivist('蒲青禾', 'hj-chengdong', 1)],
  }),
  entry('unit', 'HJ-U02', '洪江区江岸医院', {
    nature: 'institution',
    traits: ['direct', 'professional-archives', 'long-retention'],
    facts: { professionalCatalogueSince: monthsAgo(today, 40), volumes: 32600 },
    contacts: [archivist('易长安', 'hj-jiangan', 2), archivist('唐小雨', 'hj-jiangan-2', 3)],
  }),
  entry('unit', 'HJ-U03', '洪江区房产交易登记所', {
    nature: 'institution',
    traits: ['direct', 'professional-archives', 'backup-register', 'transfer-scope'],
    facts: { professionalCatalogueSince: monthsAgo(today, 60), volumes: 48200 },
    contacts: [archivist('舒远帆', 'hj-dengji', 4)],
  }),
  entry('unit', 'HJ-U04', '洪江区便民服务大厅', {
    nature: 'institution',
    traits: ['direct', 'backup-register', 'transfer-scope'],
    facts: { professionalCatalogueSince: inDays(today, -12), volumes: 1900 },
    contacts: [byMobile('贺春生', 5)],
  }),
  entry('unit', 'HJ-U05', '洪江区沅岸建设开发公司', {
    nature: 'state-owned',
    traits: ['enterprise'],
    facts: { volumes: 2600, address: '洪江区沅江路（示例）18号', representative: '龙云开' },
    contacts: [archivist('龙云开', 'hj-yuanan', 6)],
  }),
  entry('unit', 'HJ-U06', '洪江区老街文化馆', {
    nature: 'institution',
    traits: ['direct', 'vital-database', 'key-monitored', 'transfer-scope'],
    facts: { volumes: 5400 },
    contacts: [archivist('夏知白', 'hj-laojie', 7)],
  }),
];

const projects = (today: Day): DemoSubject[] => [
  entry('project', 'HJ-P01', '滨江步道二期工程', {
    in: 'HJ-U05',
    facts: { startedOn: monthsEndIn(today, 4, 6), competentDepartment: '洪江区住建部门（示例）' },
    contacts: [archivist('石明远', 'hj-bujiang', 8)],
  }),
  // It has no contact of its own: the letters go to the construction unit.
  entry('project', 'HJ-P02', '城北污水管网改造工程', {
    in: 'HJ-U05',
    facts: { startedOn: monthsEndIn(today, -12, 6), competentDepartment: '洪江区水务部门（示例）' },
  }),
  entry('project', 'HJ-P03', '古码头片区停车场工程', {
    in: 'HJ-U05',
    facts: {
      startedOn: monthsAgo(today, 20),
      plannedCompletionAcceptanceOn: monthBeforeIn(today, 16),
      selfScore: 81.5,
    },
    contacts: [archivist('石明远', 'hj-bujiang', 8)],
  }),
  entry('project', 'HJ-P04', '东山小学教学楼工程', {
    in: 'HJ-U01',
    facts: {
      startedOn: monthsAgo(today, 26),
      archivesAcceptedOn: monthsEndIn(today, 25, 3),
      acceptanceScore: 88.5,
    },
  }),
  entry('project', 'HJ-P05', '桥头供水加压站工程', {
    in: 'HJ-U05',
    facts: { startedOn: inDays(today, -20) },
  }),
];

const others = (today: Day): DemoSubject[] => [
  entry('compilation-task', 'HJ-T01', '《洪江区教育志》编纂', {
    in: 'HJ-U01',
    facts: { plannedOn: inDays(today, 160) },
  }),
  entry('compilation-task', 'HJ-T02', '《洪江区老街志》编纂', {
    in: 'HJ-U06',
    traits: ['behind'],
    facts: { plannedOn: inDays(today, -45) },
  }),
  entry('equipment', 'HJ-E01', '江岸医院电子病历存储服务器', { in: 'HJ-U02', traits: ['key-monitored'] }),
];
