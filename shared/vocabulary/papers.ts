/** What a provision of the law allows. `duty`: an obligation, without a power. */
export const powers = ['duty', 'order', 'opinion', 'notice', 'recommendation', 'letter', 'penalty'] as const;

export const provisionStateWords = { seen: '已核对条文', unverified: '未核实' } as const;
