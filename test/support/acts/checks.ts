import { dialog, idOf, main, pick, pickLast, type Act } from './act.ts';

/** Acts on checks, quotas, draws and notices. */
export const checkActs: readonly Act[] = [
  {
    name: 'correction of a check',
    site: 'pages/inspection-form/page CheckForm.correct',
    by: { role: 'bureau-officer' },
    about: async (scene) => `/inspections/${await scene.check()}/correct`,
    opens: main,
    typed: ['更正理由', '漏填签字人'],
    fills: (form) => form.getByLabel('签字人').fill('陈院长'),
    send: '保存更正',
    meanwhile: (scene, path) => scene.correctCheck(path.split('/').at(-2) ?? ''),
    shows: ['投诉举报'],
  },
  {
    name: 'decision between two readings',
    site: 'pages/quotas/conflict Decide.decide',
    by: { role: 'bureau-leader' },
    about: async (scene) => {
      await scene.decideQuota('ratio', '单位不足100家');
      return '/quotas';
    },
    opens: dialog('改选执行口径'),
    typed: ['理由', '局务会议再议'],
    fills: pick('执行口径', '按比例执行'),
    send: '改选执行口径',
    meanwhile: (scene) => scene.decideQuota('direct', '市局答复'),
    shows: ['市局答复'],
  },
  {
    name: 'giving a draw up',
    site: 'pages/draw/next Abandon.act',
    by: { role: 'bureau-leader' },
    about: (scene) => scene.draw(),
    opens: dialog('终止抽查'),
    typed: ['理由', '名单有误'],
    send: '终止抽查',
    meanwhile: (scene, path) => scene.reveal(idOf(path)),
    shows: ['已抽取'],
    gone: true,
  },
  {
    name: 'revealing a draw',
    site: 'pages/draw/next Reveal.act',
    by: { role: 'bureau-officer' },
    about: (scene) => scene.draw(),
    opens: dialog('抽取'),
    send: '抽取',
    meanwhile: (scene, path) => scene.reveal(idOf(path)),
    shows: ['已抽取'],
    gone: true,
  },
  {
    name: 'replacement in a draw',
    site: 'pages/draw/result Replace.act',
    by: { role: 'bureau-leader' },
    about: (scene) => scene.drawn(),
    opens: dialog('递补'),
    typed: ['理由', '正在搬迁'],
    fills: pickLast('不能检查的单位'),
    send: '递补',
    meanwhile: (scene, path) => scene.replace(idOf(path)),
    shows: ['单位已撤并'],
  },
  {
    name: 'resending a notice',
    site: 'pages/notices/detail Resend.act',
    by: { role: 'bureau-officer' },
    about: async (scene) => `/notices?notice=${await scene.failed()}`,
    opens: async (page) => {
      await page.getByRole('button', { name: '重新发送' }).click();
      return page.getByRole('dialog', { name: '重新发送' });
    },
    send: '重新发送',
    meanwhile: (scene, path) => scene.resend(path.split('=').at(-1) ?? ''),
    shows: ['其他内容有变动'],
  },
];
