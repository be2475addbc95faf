import { officerOnStaff } from '../bureaus/bureau.ts';
import { dialog, idOf, type Act } from './act.ts';

/** Acts on a duty. */
export const dutyActs: readonly Act[] = [
  {
    name: 'fulfilment',
    site: 'features/duties/acts Fulfil.act',
    by: { role: 'bureau-officer' },
    about: (scene) => scene.duty(),
    opens: dialog('办结', '登记办结'),
    typed: ['文件名称或文号', '登记表'],
    send: '办结',
    meanwhile: (scene, path) => scene.extend(idOf(path), '2026-08-20'),
    shows: ['2026年8月20日'],
  },
  {
    name: 'extension',
    site: 'features/duties/acts Lenient.extend',
    by: { role: 'bureau-leader' },
    about: (scene) => scene.duty(),
    opens: dialog('延期'),
    typed: ['理由', '工期顺延'],
    fills: (form) => form.getByLabel('延期至').fill('2026-09-10'),
    send: '延期',
    meanwhile: (scene, path) => scene.extend(idOf(path), '2026-08-20'),
    shows: ['2026年8月20日'],
  },
  {
    name: 'handler of a duty',
    site: 'features/duties/handler Handler.act',
    by: { role: 'bureau-officer' },
    about: async (scene) => {
      await scene.staff([officerOnStaff]);
      return scene.duty();
    },
    opens: dialog('指定承办人员'),
    send: '指定承办人员',
    meanwhile: (scene, path) => scene.extend(idOf(path), '2026-08-20'),
    shows: ['2026年8月20日'],
  },
  {
    name: 'judging a report',
    site: 'features/duties/acts DecideReport.confirm',
    by: { role: 'bureau-officer' },
    about: (scene) => scene.reported('登记表甲'),
    opens: dialog('确认报送'),
    typed: ['审核意见', '齐全'],
    send: '确认报送',
    meanwhile: async (scene, path) => {
      await scene.giveBack(idOf(path));
      await scene.report(idOf(path), '登记表乙');
    },
    shows: ['登记表甲', '登记表乙'],
  },
  {
    name: 'returning a report',
    site: 'features/duties/acts DecideReport.giveBack',
    by: { role: 'bureau-officer' },
    about: (scene) => scene.reported('登记表甲'),
    opens: dialog('退回报送'),
    typed: ['退回理由', '缺少附件'],
    send: '退回报送',
    meanwhile: async (scene, path) => {
      await scene.giveBack(idOf(path));
      await scene.report(idOf(path), '登记表乙');
    },
    shows: ['登记表甲', '登记表乙'],
  },
  {
    name: 'confirming what was late when it was entered',
    site: 'features/duties/acts ConfirmLate.act',
    by: { role: 'bureau-officer' },
    about: (scene) => scene.lateDuty(),
    opens: dialog('确认逾期'),
    send: '确认逾期',
    meanwhile: (scene, path) => scene.report(idOf(path), '登记表丙'),
    shows: ['2026年7月13日'],
    gone: true,
  },
  {
    name: 'waiver',
    site: 'features/duties/acts Lenient.waive',
    by: { role: 'bureau-leader' },
    about: (scene) => scene.duty(),
    opens: dialog('免除'),
    typed: ['理由', '工程停建'],
    send: '免除',
    meanwhile: (scene, path) => scene.extend(idOf(path), '2026-08-20'),
    shows: ['2026年8月20日'],
  },
  {
    name: 'report of a unit, which its colleague sends first',
    site: 'features/duties/acts Fulfil.act',
    by: { role: 'unit' },
    about: async (scene) => `/mine?of=${idOf(await scene.duty())}`,
    opens: dialog('报告已办理'),
    typed: ['文件名称或文号', '登记表戊'],
    send: '报告已办理',
    meanwhile: (scene, path) => scene.report(idOf(path), '登记表丁'),
    shows: ['2026年7月13日'],
    gone: true,
  },
];
