/** Why a provision does not carry a paper by itself. */
export const lawFlawWords = {
  unverified: '条文未核实',
  'not-in-force-on-act': '行为发生之日未施行或者已经失效',
  'not-in-force-on-paper': '制作文书之日未施行或者已经失效',
} as const;

/** What is checked of a paper before it leaves. */
export const legalCheckWords = {
  party: '当事人',
  nature: '当事人的性质',
  organ: '执法主体',
  officers: '执法人员证件',
  'open-places': '待填内容',
  period: '期限',
  approval: '审批',
  'legal-review': '法制审核',
} as const;

/** What the legal officer says of a paper whose law is not beyond doubt. */
export const legalWordWords = { agree: '同意', object: '不同意' } as const;
