/** The names of the stages and events of a case and of an acceptance. */

/** The stages of a case as BX (四)三 and (十)三 name them, and three further ends. */
export const caseStageNames = {
  discovery: '发现违法行为',
  filing: '立案',
  investigation: '调查取证',
  statement: '陈述申辩或者听证',
  decision: '处罚决定审批',
  service: '告知送达',
  execution: '执行',
  closed: '结案',
  'not-filed': '不予立案',
  withdrawn: '撤销案件',
  transferred: '移送',
} as const;

export const caseEventNames = {
  'discovery-record': '现场检查（勘查）',
  'evidence-secured': '紧急证据措施',
  'evidence-formalities': '补办证据措施手续',
  'evidence-decision': '登记保存证据处理决定',
  'spot-decision': '当场处罚',
  'spot-filing': '当场处罚报备',
  inquiry: '询问',
  transfer: '移送案件',
  'no-case': '不予立案',
  'filing-proposal': '报请立案',
  'filing-review': '立案审核',
  'filing-legal-review': '立案法制审核',
  'filing-return': '退回立案材料',
  'filing-refusal': '不批准立案',
  'filing-approval': '批准立案',
  recusal: '回避',
  'investigation-report': '案件调查终结报告',
  'prior-notice': '行政处罚事先告知',
  statement: '陈述申辩',
  'hearing-request': '要求听证',
  'hearing-notice': '听证通知',
  'hearing-held': '举行听证',
  'hearing-withdrawn': '撤回听证要求',
  'decision-proposal': '处罚建议',
  'decision-review': '处罚决定审核',
  'decision-legal-review': '处罚决定法制审核',
  'collective-discussion': '集体讨论（会审）',
  'decision-return': '退回处罚建议',
  'decision-approval': '批准处罚决定',
  service: '送达处罚决定书',
  payment: '缴纳罚款',
  'deferral-request': '申请暂缓或者分期缴纳',
  'deferral-decision': '暂缓或者分期缴纳的决定',
  'remedy-begun': '行政复议、行政诉讼受理',
  'remedy-ended': '行政复议、行政诉讼结束',
  demand: '催告',
  'court-application': '申请人民法院强制执行',
  execution: '执行',
  closing: '结案',
  'withdraw-case': '撤销案件',
} as const;

export const acceptanceStageNames = {
  'not-applied': '未申请',
  applied: '已申请',
  prepared: '已组成验收组',
  met: '已召开验收会',
  scored: '已评分',
  accepted: '验收通过',
  failed: '验收不合格',
} as const;

export const acceptanceEventNames = {
  application: '申请验收',
  'withdraw-application': '撤回申请',
  group: '组成验收组',
  meeting: '召开验收会',
  score: '评议打分',
  opinion: '出具验收意见',
} as const;

/** What the day of an event must not precede. */
export const milestoneNames = {
  discovery: '发现日期',
  'filing-proposal': '报请日期',
  filing: '立案日期',
  'prior-notice': '事先告知日期',
  'hearing-request': '要求听证日期',
  'hearing-notice': '听证通知送达日期',
  proposal: '提出处罚建议的日期',
  decision: '处罚决定日期',
  service: '送达日期',
  execution: '执行日期',
  'deferral-request': '申请日期',
  remedy: '受理日期',
  demand: '催告书送达日期',
  'evidence-measure': '采取证据措施的日期',
  start: '开工日期',
  'last-opinion': '上次验收意见的日期',
  application: '申请日期',
  meeting: '验收会日期',
} as const;

/** Levels of an approval for which the rulebook gives no name. */
export const levelNames = {
  review: '审核',
  'legal-review': '法制审核',
  'collective-discussion': '集体讨论（会审）',
  approval: '批准',
} as const;
