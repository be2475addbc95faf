/** The kinds of administrative penalties (行政处罚法第九条), each as papers call it. */
export const penaltyKindWords = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  'confiscation-of-income': '没收违法所得',
  'confiscation-of-property': '没收非法财物',
  'suspension-of-permit': '暂扣许可证',
  'lowering-of-rank': '降低资质等级',
  'revocation-of-permit': '吊销许可证',
  'restriction-of-business': '限制开展生产经营活动',
  'stop-of-business': '责令停产停业',
  closure: '责令关闭',
  'restriction-of-trade': '限制从业',
  detention: '行政拘留',
} as const;

export type PenaltyKind = keyof typeof penaltyKindWords;
