import type { AcceptanceBody, CaseBody } from './event.ts';
import type { AcceptanceStage, CaseStage } from './state.ts';

/** The stages of a case as BX (四)三 and (十)三 name them; three more ends besides. */
export const caseStageNames: Readonly<Record<CaseStage, string>> = {
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
};

export const caseEventNames: Readonly<Record<CaseBody['event'], string>> = {
  'discovery-record': '现场检查（勘查）',
  'evidence-secured': '紧急证据措施',
  'evidence-formalities': '补办证据措施手续',
  'evidence-decision': '登记保存证据处理决定',
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
  'hearing-held': '举行听证',
  'hearing-withdrawn': '撤回听证要求',
  'decision-proposal': '处罚建议',
  'decision-review': '处罚决定审核',
  'decision-legal-review': '处罚决定法制审核',
  'collective-discussion': '集体讨论（会审）',
  'decision-return': '退回处罚建议',
  'decision-approval': '批准处罚决定',
  service: '送达处罚决定书',
  execution: '执行',
  closing: '结案',
  'withdraw-case': '撤销案件',
};

export const acceptanceStageNames: Readonly<Record<AcceptanceStage, string>> = {
  'not-applied': '未申请',
  applied: '已申请',
  prepared: '已组成验收组',
  met: '已召开验收会',
  scored: '已评分',
  accepted: '验收通过',
  failed: '验收不合格',
};

export const acceptanceEventNames: Readonly<Record<AcceptanceBody['event'], string>> = {
  application: '申请验收',
  'withdraw-application': '撤回申请',
  group: '组成验收组',
  meeting: '召开验收会',
  score: '评议打分',
  opinion: '出具验收意见',
};
