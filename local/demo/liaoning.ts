import { yearOf, type Day } from '../../shared/domain/time/day.ts';
import {
  archivist,
  byMobile,
  desk,
  entry,
  inDays,
  monthsAgo,
  papersOf,
  staffOf,
  trackedFrom,
  type DemoJurisdiction,
  type DemoSubject,
} from './entries.ts';

export function liaoning(today: Day): DemoJurisdiction {
  return {
    id: 'liaoning',
    trackFrom: trackedFrom(today),
    superiors: [],
    papers: papersOf('沈阳市和平区人民法院', '佟知远', 501),
    staff: staffOf('liaoning', today, {
      officers: [
        { sub: 'officer-1', name: '佟知远' },
        { sub: 'officer-2', name: '关小雪' },
      ],
      leaders: [{ sub: 'leader-1', name: '金守约' }],
      admin: { sub: 'admin-1', name: '尚一诚' },
    }),
    offices: [{ office: 'archives', contacts: [desk('监督指导处', 'liaoning-desk', 501)] }],
    subjects: [...governments(today), ...units, ...archivists(today)],
  };
}

const governments = (today: Day): DemoSubject[] => [
  entry('government', 'LN-G01', '安河市委、市政府', {
    facts: { level: 'city', archiveFloorArea: 11200, heardOn: [monthsAgo(today, 14), inDays(today, -20)] },
    contacts: [archivist('那明轩', 'ln-anhe', 81)],
  }),
  entry('government', 'LN-G02', '临岫市委、市政府', {
    facts: { level: 'city', archiveFloorArea: 7600, heardOn: [monthsAgo(today, 13)] },
    contacts: [archivist('温知夏', 'ln-linxiu', 82)],
  }),
  entry('government', 'LN-G03', '柳岸县委、县政府', {
    facts: { level: 'county', archiveFloorArea: 5100, heardOn: [] },
    contacts: [archivist('滕远山', 'ln-liuan', 83)],
  }),
];

const units: readonly DemoSubject[] = [
  entry('unit', 'LN-U01', '辽宁省江北职业学院', {
    nature: 'institution',
    traits: ['direct', 'transfer-scope'],
    facts: { volumes: 86000 },
    contacts: [archivist('曲长空', 'ln-jiangbei', 84)],
  }),
  entry('unit', 'LN-U02', '辽宁省海岸勘察院', {
    nature: 'institution',
    traits: ['direct', 'transfer-scope', 'long-retention'],
    facts: { volumes: 128000 },
    contacts: [archivist('海一宁', 'ln-haian', 85)],
  }),
  entry('unit', 'LN-U03', '辽宁省松涛重型机械公司', {
    nature: 'private',
    traits: ['enterprise', 'transfer-scope'],
    facts: { volumes: 240000 },
    contacts: [byMobile('铁木春', 86)],
  }),
];

/** Class hours by year: enough, too few, none yet, and a person who has only just begun to work. */
const archivists = (today: Day): DemoSubject[] => {
  const year = String(yearOf(today));
  return [
    entry('archivist', 'LN-R01', '档案人员曲长空', {
      in: 'LN-U01',
      facts: {
        startedWorkOn: '2014-07-01',
        certifiedOn: '2014-06-10',
        classHours: { [String(yearOf(today) - 1)]: 46, [year]: 42 },
      },
      contacts: [archivist('曲长空', 'ln-jiangbei', 84)],
    }),
    entry('archivist', 'LN-R02', '档案人员海一宁', {
      in: 'LN-U02',
      facts: { startedWorkOn: '2018-03-05', certifiedOn: '2018-01-22', classHours: { [year]: 16 } },
      contacts: [archivist('海一宁', 'ln-haian', 85)],
    }),
    entry('archivist', 'LN-R03', '档案人员铁木春', {
      in: 'LN-U03',
      facts: { startedWorkOn: '2021-09-01' },
    }),
    entry('archivist', 'LN-R04', '档案人员佟小满', {
      in: 'LN-U01',
      facts: { startedWorkOn: monthsAgo(today, 2), certifiedOn: monthsAgo(today, 3) },
      contacts: [archivist('佟小满', 'ln-jiangbei-2', 87)],
    }),
  ];
};
