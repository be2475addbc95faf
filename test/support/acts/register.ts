import type { Locator, Page } from 'playwright-core';
import { officerOnStaff } from '../bureaus/bureau.ts';
import { dialog, idOf, main, type Act } from './act.ts';

const ENDED = 'key-project-archives/full-check';

/** The officer of the checks of the scene. */
const inspector = {
  ...officerOnStaff,
  certificate: { number: '湘12000001', validUntil: '2030-12-31' },
} as const;

/** Somebody through whom nothing of the scene is done, so that who leaves is not missed. */
const colleague = {
  ...officerOnStaff,
  sub: 'colleague',
  name: '钱科员',
  email: 'qian@bureau.example.com',
} as const;

/** An act on the colleague: the main one stands in the row, the others in its menu. */
const rowAct =
  (button: string) =>
  async (page: Page): Promise<Locator> => {
    const main = page.getByRole('main').getByRole('button', { name: button, exact: true });
    const menu = page.getByRole('button', { name: `更多：${colleague.name}` });
    if (button !== '修改人员') await menu.click();
    const act =
      button === '修改人员' ? main : page.locator('.act-menu:visible').getByRole('button', { name: button });
    await act.first().click();
    return page.getByRole('dialog', { name: `${button}：${colleague.name}` });
  };

/** Acts on a unit, a case, the rules and the bureau itself. */
export const registerActs: readonly Act[] = [
  {
    name: 'facts of a unit',
    site: 'pages/subject/edit Edit.change',
    by: { role: 'bureau-officer' },
    about: async (scene) => `/subjects/${await scene.unit()}?tab=facts`,
    opens: main,
    typed: ['名称', '正在录入的名称'],
    send: '保存',
    meanwhile: (scene, path) => scene.bureau.patch(idOf(path), { traits: ['direct'] }),
    shows: ['直属单位'],
  },
  {
    name: 'retiring a unit',
    site: 'pages/subject/edit Retire.act',
    by: { role: 'bureau-officer' },
    about: async (scene) => `/subjects/${await scene.unit()}?tab=facts`,
    opens: dialog('注销'),
    send: '注销',
    meanwhile: (scene, path) => scene.bureau.patch(idOf(path), { name: '改过的名称' }),
    shows: ['改过的名称'],
  },
  {
    name: 'handler of a unit',
    site: 'pages/subject/handler Handler.act',
    by: { role: 'bureau-officer' },
    about: async (scene) => {
      await scene.staff([officerOnStaff]);
      return `/subjects/${await scene.unit()}`;
    },
    opens: dialog('指定承办人员'),
    send: '指定承办人员',
    meanwhile: (scene, path) => scene.bureau.patch(idOf(path), { name: '改过的名称' }),
    shows: ['改过的名称'],
  },
  {
    name: 'event of an acceptance',
    site: 'pages/subject/stage/form EventDrawer.act',
    by: { role: 'bureau-officer' },
    about: async (scene) => `/subjects/${await scene.acceptance()}?tab=stage`,
    opens: async (page) => {
      await page.getByRole('button', { name: '申请验收', exact: true }).click();
      return page.getByRole('dialog', { name: '申请验收', exact: true });
    },
    typed: ['自评得分', '88.5'],
    fills: async (form) => {
      for (const part of await form.getByRole('checkbox').all()) await part.check();
    },
    send: '确认登记',
    meanwhile: (scene, path) => scene.bureau.patch(idOf(path), { name: '改过的工程' }),
    shows: ['改过的工程'],
  },
  {
    name: 'arrangement of a year',
    site: 'pages/calendar/enter-year EnterYear.act',
    by: { role: 'bureau-admin' },
    about: async (scene) => {
      await scene.year(['2027-01-01'], '第一版');
      return '/calendar?year=2027';
    },
    opens: dialog('录入放假安排', '录入放假安排（2027）'),
    typed: ['放假日期', '2027-01-01\n2027-01-04'],
    send: '录入放假安排',
    meanwhile: (scene) => scene.year(['2027-01-01', '2027-10-05'], '第二版'),
    shows: ['2027-10-05', '第二版'],
  },
  {
    name: 'settings',
    site: 'pages/settings/page Change.patch',
    by: { role: 'bureau-admin' },
    about: async () => '/settings',
    opens: main,
    typed: ['责令改正期限（天）', '21'],
    send: '保存',
    meanwhile: (scene) => scene.settings({ sendHour: 10 }),
    shows: ['发送时刻'],
  },
  {
    name: 'people of the bureau',
    site: 'pages/settings/staff-form StaffForm.put',
    by: { role: 'bureau-admin' },
    about: async (scene) => {
      await scene.staff([officerOnStaff]);
      return '/settings';
    },
    opens: main,
    typed: ['姓名', '王一'],
    send: '保存人员',
    meanwhile: (scene) => scene.staff([{ ...officerOnStaff, duties: ['legal-officer'] }]),
    shows: ['法制员'],
  },
  ...(
    [
      ['a person', 'acts Change.act', '修改人员'],
      ['a deputy', 'acts Deputise.act', '设定代理'],
      ['a person who leaves', 'page Component.leave', '办理离岗'],
    ] as const
  ).map(([name, site, button]): Act => ({
    name,
    site: `pages/people/${site}`,
    by: { role: 'bureau-admin' },
    about: async (scene) => {
      await scene.staff([colleague, inspector]);
      return '/people';
    },
    opens: rowAct(button),
    send: button,
    meanwhile: (scene) => scene.staff([{ ...colleague, duties: ['legal-officer'] }, inspector]),
    shows: ['法制员'],
  })),
  {
    name: 'figures of a rule',
    site: 'pages/rules/change-figures ChangeFigures.act',
    by: { role: 'bureau-admin' },
    about: async () => '/rules?rule=electronic-archives/key-monitored',
    opens: dialog('修改自定数字', '重点监控单位名单和现场检查'),
    send: '修改自定数字',
    meanwhile: (scene) =>
      scene.settings({ readings: { 'electronic-archives/key-monitored': { population: 'equipment' } } }),
    shows: ['以辖区设备数'],
  },
  {
    name: 'instruction of a superior',
    site: 'pages/rules/override OverrideActs.put',
    by: { role: 'superior', jurisdiction: 'huaihua' },
    about: async () => '/rules?rule=key-project-archives/quarterly-check',
    opens: dialog('录入上级规定'),
    typed: ['文号', '怀档〔2026〕4号'],
    fills: async (form) => {
      await form.getByRole('spinbutton').first().fill('2');
      await form.getByLabel('印发机关').fill('怀化市档案局');
      await form.getByLabel('终止日期').fill('2026-12-31');
    },
    send: '录入上级规定',
    meanwhile: (scene) =>
      scene.instruct('key-project-archives/quarterly-check', '怀档〔2026〕9号', '2026-07-14'),
    shows: ['怀档〔2026〕9号'],
  },
  {
    name: 'end of an instruction',
    site: 'pages/rules/override OverrideActs.end',
    by: { role: 'superior', jurisdiction: 'huaihua' },
    about: async (scene) => {
      await scene.instruct(ENDED, '怀档〔2026〕5号', '2026-07-01');
      return `/rules?rule=${ENDED}`;
    },
    opens: dialog('终止上级规定'),
    send: '终止上级规定',
    meanwhile: (scene) => scene.instruct(ENDED, '怀档〔2026〕6号', '2026-07-01'),
    shows: ['怀档〔2026〕6号'],
  },
];
