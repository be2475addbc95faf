import { dialog, idOf, main, type Act } from './act.ts';

const leader = { role: 'bureau-leader' } as const;
const officer = { role: 'bureau-officer' } as const;
const shared = {
  about: (scene) => scene.visit(),
  meanwhile: (scene, path) => scene.changeVisit(idOf(path)),
  shows: ['二号库房'],
} as const satisfies Partial<Act>;

/** Acts on planned checks. */
export const visitActs: readonly Act[] = [
  {
    ...shared,
    name: 'approval of a planned check',
    site: 'pages/visit/acts Decide.approve',
    by: leader,
    opens: dialog('批准'),
    typed: ['决定理由', '同意检查'],
    send: '批准',
  },
  {
    ...shared,
    name: 'refusal of a planned check',
    site: 'pages/visit/acts Decide.reject',
    by: leader,
    opens: dialog('不予批准'),
    typed: ['决定理由', '与其他检查重复'],
    send: '不予批准',
  },
  {
    ...shared,
    name: 'notice of a planned check',
    site: 'pages/visit/acts Notify.act',
    by: officer,
    opens: dialog('制发检查通知书'),
    typed: ['文号', '洪档检通〔2026〕9号'],
    send: '制发检查通知书',
  },
  {
    ...shared,
    name: 'cancelling a planned check',
    site: 'pages/visit/acts Cancel.act',
    by: officer,
    opens: dialog('取消检查'),
    typed: ['理由', '与其他检查合并'],
    send: '取消检查',
  },
  {
    ...shared,
    name: 'change of a planned check',
    site: 'pages/visit-form/page VisitForm.change',
    by: officer,
    about: async (scene) => `${await scene.visit()}/change`,
    opens: main,
    typed: ['需准备的材料', '备份登记'],
    send: '保存修改',
    meanwhile: (scene, path) => scene.changeVisit(path.split('/').at(-2) ?? ''),
  },
];
