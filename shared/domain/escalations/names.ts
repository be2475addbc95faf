import type { EscalationStep, SubjectKind } from '../../rules/schema.ts';

/** What people call a step: short, for lists and letters; documents bear the titles of their regime. */
export const escalationNames: Readonly<Record<EscalationStep, string>> = {
  'order-to-rectify': '责令改正通知书',
  'circulated-criticism': '通报批评',
  circular: '通报',
  'discipline-recommendation': '处分建议函',
  'acceptance-recommendation': '不予组织竣工验收建议函',
  'enforcement-notice': '档案监督检查执法通知书',
  'stop-order': '责令停止通知',
  'report-to-superior': '向上级主管部门的报告',
  'report-to-government': '向本级政府的报告',
  'report-to-information-security': '向信息和网络安全主管部门的报告',
  opinion: '检查意见书',
  warning: '警告',
  'penalty-case': '行政处罚立案建议',
  transfer: '案件移送函',
  revocation: '撤销行政许可决定书',
  interview: '约谈通知书',
};

/** Penalties in the sense of 行政处罚法第九条: they ask for a basis, prior notice, statement and legal review. */
export const penalties: ReadonlySet<EscalationStep> = new Set(['circulated-criticism', 'warning']);

/** What the party itself gets by mail when it is issued; the others go to those whom the bureau names. */
export const toTheParty: ReadonlySet<EscalationStep> = new Set([
  'order-to-rectify',
  'circulated-criticism',
  'circular',
  'enforcement-notice',
  'stop-order',
  'opinion',
  'warning',
  'revocation',
  'interview',
]);

/** Whom a document is directed against: with a project whoever builds it, for a project is no person. */
export function partyName(
  step: EscalationStep,
  { name, kind }: { readonly name: string; readonly kind: SubjectKind },
): string {
  return kind === 'project' && toTheParty.has(step) && !name.endsWith('单位') ? `${name}建设单位` : name;
}

/** What circulates: to the body that supervises the party and to the superior bureau too. */
export const circulated: ReadonlySet<EscalationStep> = new Set(['circulated-criticism', 'circular']);

/** What officers may do on the spot and record afterwards; it waits for nobody. */
export const onTheSpot: ReadonlySet<EscalationStep> = new Set([
  'stop-order',
  'order-to-rectify',
  'enforcement-notice',
]);

/** Orders with a period that runs from service. */
export const withPeriod: ReadonlySet<EscalationStep> = new Set(['order-to-rectify', 'enforcement-notice']);

/** Orders, whose titles differ by regime. */
export const withTitle: ReadonlySet<EscalationStep> = new Set(onTheSpot);

/** The title that an order bears in its regime, as its document and every letter about it name it. */
export function orderTitle(order: {
  readonly step: EscalationStep;
  readonly regime: string;
  readonly onTheSpot: boolean;
  /** Documents that the rule names for the step. */
  readonly named: readonly string[];
}): string {
  if (order.step === 'enforcement-notice') return '档案监督检查执法通知书';
  if (order.step === 'stop-order') return '责令停止违法行为通知书';
  if (order.onTheSpot) return '责令改正违法行为通知书';
  const own = order.named
    .map((name) => name.replace(/[《》]/gu, ''))
    .find((name) => /^责令.*通知书$/u.test(name));
  return own ?? (order.regime === 'key-project-archives' ? '责令整改通知书' : '责令限期改正通知书');
}
