import { addDays, type Day } from '../../shared/domain/time/day.ts';
import { at, formatInstant } from '../../shared/domain/time/instant.ts';
import {
  archivist,
  byMobile,
  desk,
  entry,
  inDays,
  mail,
  monthsAgo,
  monthsEndIn,
  papersOf,
  staffOf,
  trackedFrom,
  type DemoJurisdiction,
  type DemoSubject,
} from './entries.ts';

export function baixiang(today: Day): DemoJurisdiction {
  return {
    id: 'baixiang',
    trackFrom: trackedFrom(today),
    superiors: [mail('xingtai-superior')],
    papers: papersOf('柏乡县人民法院', '路知行', 401),
    staff: staffOf('baixiang', today, {
      officers: [
        { sub: 'officer-1', name: '路知行', office: 'archives' },
        { sub: 'officer-2', name: '常小满', office: 'archives' },
        { sub: 'officer-3', name: '魏长城', office: 'civil-defence' },
        { sub: 'officer-4', name: '范明理', office: 'legal-affairs' },
        { sub: 'officer-5', name: '武卫平', office: 'civil-defence', duties: ['legal-officer'] },
      ],
      leaders: [
        { sub: 'leader-1', name: '赵秉文', office: 'archives' },
        { sub: 'leader-2', name: '孟固安', office: 'civil-defence' },
        { sub: 'leader-3', name: '段公允', office: 'legal-affairs' },
      ],
      admin: { sub: 'admin-1', name: '史一清' },
    }),
    offices: [
      { office: 'archives', contacts: [desk('档案业务股', 'baixiang-desk', 401)] },
      { office: 'civil-defence', contacts: [desk('人防工程股', 'baixiang-rf', 402)] },
      { office: 'legal-affairs', contacts: [desk('法制审查股', 'baixiang-fz', 403)] },
    ],
    subjects: [...units(today), ...projects(today), ...cases(today), ...works, ...legal(today)],
  };
}

const units = (today: Day): DemoSubject[] => [
  entry('unit', 'BX-U01', '柏乡县青槐中学', {
    nature: 'institution',
    traits: ['direct', 'professional-archives', 'transfer-scope'],
    facts: { professionalCatalogueSince: monthsAgo(today, 42), volumes: 7300 },
    contacts: [archivist('耿小树', 'bx-qinghuai', 61)],
  }),
  entry('unit', 'BX-U02', '柏乡县苗圃园管理处', {
    nature: 'institution',
    traits: ['direct', 'backup-register', 'key-monitored'],
    facts: { professionalCatalogueSince: inDays(today, -15), volumes: 2100 },
    contacts: [byMobile('翟春来', 62)],
  }),
  entry('unit', 'BX-U03', '柏乡县午河房地产开发公司', {
    nature: 'private',
    traits: ['enterprise', 'civil-defence-responsible'],
    facts: { volumes: 1800, address: '柏乡县午河路（示例）8号', representative: '郝安澜' },
    contacts: [archivist('郝安澜', 'bx-wuhe', 63)],
  }),
];

const projects = (today: Day): DemoSubject[] => [
  entry('project', 'BX-P01', '午河花园安置房工程', {
    in: 'BX-U03',
    facts: { startedOn: monthsEndIn(today, 8, 6), competentDepartment: '柏乡县住建部门（示例）' },
  }),
  entry('project', 'BX-P02', '青槐中学体育馆工程', {
    in: 'BX-U01',
    facts: { startedOn: monthsEndIn(today, -15, 6), competentDepartment: '柏乡县教育部门（示例）' },
    contacts: [archivist('焦向阳', 'bx-tiyuguan', 64)],
  }),
];

/** Of the two offices that handle penalty cases. One is overdue by the hour on entry, one becomes due today. */
const cases = (today: Day): DemoSubject[] => [
  entry('case', 'BX-A01', '损毁会计资料案', {
    in: 'BX-U02',
    facts: {
      office: 'archives',
      occurredOn: inDays(today, -40),
      discoveredOn: inDays(today, -3),
      evidenceSecuredAt: formatInstant(at(addDays(today, -2), 16)),
      party: 'unit',
    },
  }),
  entry('case', 'BX-R01', '擅自占用人防工程出入口案', {
    in: 'BX-U03',
    facts: {
      office: 'civil-defence',
      occurredOn: inDays(today, -6),
      discoveredOn: inDays(today, -1),
      evidenceSecuredAt: formatInstant(at(addDays(today, -1), 23, 30)),
      party: 'unit',
      fine: 30000,
      fineMaximum: 50000,
      major: true,
    },
  }),
];

const works: readonly DemoSubject[] = [
  entry('civil-defence-work', 'BX-W01', '午河花园地下人员掩蔽所', {
    in: 'BX-U03',
    facts: { approvedUse: '平时停车，战时人员掩蔽', builtOn: '2019-06-20' },
  }),
  entry('civil-defence-work', 'BX-W02', '青槐中学地下物资库', {
    in: 'BX-U01',
    facts: { approvedUse: '平时储藏，战时物资储备', builtOn: '2021-11-05' },
  }),
];

const county = { relation: 'organ', name: '柏乡县人民政府', nature: 'organ' } as const;

const legal = (today: Day): DemoSubject[] => [
  entry('permit', 'BX-L01', '乡贤日记手稿出卖许可', {
    party: {
      relation: 'holder',
      name: '孔小山（示例）',
      nature: 'individual',
      address: '柏乡县槐里街（示例）12号',
    },
    traits: ['key'],
    facts: { permitKind: 'sale', grantedOn: inDays(today, -14) },
    contacts: [byMobile('孔小山', 65)],
  }),
  entry('reconsideration-decision', 'BX-F01', '柏政复决字（示例）1号', {
    party: county,
    facts: { decidedOn: inDays(today, -28), outcome: 'revoked' },
  }),
  entry('reconsideration-decision', 'BX-F02', '柏政复决字（示例）2号', {
    party: county,
    facts: { decidedOn: inDays(today, -10), outcome: 'upheld' },
  }),
  entry('enforcement-organ', 'BX-Z01', '柏乡县城区综合执法队', {
    contacts: [archivist('岳平川', 'bx-zhifa', 66)],
  }),
  entry('enforcement-organ', 'BX-Z02', '柏乡县市场巡查队', {
    contacts: [archivist('卢致和', 'bx-xuncha', 67)],
  }),
];
