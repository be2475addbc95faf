import type { Day } from '../domain/time/day.ts';
import { missedLine, quotaLine } from './daily.ts';
import { renderSheet } from './sheet.ts';
import type { QuotaLine, Rendered } from './types.ts';
import { REPORT_ONLY, dated, shortDay } from './wording.ts';

export interface QuotaAlert {
  readonly bureau: string;
  /** The readers, if it goes to a superior. */
  readonly superior?: string | undefined;
  readonly today: Day;
  /**
   * at-risk: to the officers, while there is time; conflict: to the leader, who decides; missed: to the leader;
   * missed-long: to the superior.
   */
  readonly kind: 'at-risk' | 'conflict' | 'missed' | 'missed-long';
  readonly quotas: readonly QuotaLine[];
}

interface Words {
  readonly subject: string;
  readonly heading: string;
  /** Follows 截至某日，. */
  readonly lead: string;
  readonly list: string;
  readonly hint: string;
}

const MISSED = '期后补做的检查计入补做当期。';

const words: Readonly<Record<QuotaAlert['kind'], Words>> = {
  'at-risk': {
    subject: '检查任务时间紧迫',
    heading: '检查任务提醒',
    lead: '本机关下列检查任务剩余工作日已经紧张，请立即安排。',
    list: '时间紧迫的检查任务',
    hint: '按各项检查合计和每个工作日可检查的次数计算；同一次走访可以兼顾几项检查，分别记录。',
  },
  conflict: {
    subject: '检查指标待定执行口径',
    heading: '请确定检查指标的执行口径',
    lead: '本机关下列检查指标的两项要求不能同时满足，请确定按哪一项执行，并写明理由。',
    list: '待定执行口径的检查指标',
    hint: '在系统“检查指标”中选定；确定之前，该指标不能判断是否完成。',
  },
  missed: {
    subject: '检查指标未完成',
    heading: '检查指标未完成情况',
    lead: '本机关下列检查指标期限已过、尚未完成。',
    list: '未完成的检查指标',
    hint: `请督促查明原因、记录在案；${MISSED}`,
  },
  'missed-long': {
    subject: '报告',
    heading: '检查指标未完成情况报告',
    lead: '本机关下列检查指标期满后仍未完成，现将有关情况报告如下。',
    list: '未完成的检查指标',
    hint: MISSED,
  },
};

/** What the bureau’s own checks need now, or can no longer reach. */
export function renderQuotaAlert({ bureau, superior, today, kind, quotas }: QuotaAlert): Rendered {
  const { subject, heading, lead, list, hint } = words[kind];
  const line = (quota: QuotaLine): string =>
    kind === 'missed' || kind === 'missed-long' ? missedLine(quota) : quotaLine(quota, today);
  const up = kind === 'missed-long';
  return renderSheet({
    subject: up
      ? `【报告】检查指标未完成：${quotas.length}项——${bureau}`
      : `【${subject}】${shortDay(today, today)}：${quotas.length}项——${bureau}`,
    heading,
    salutation: up ? `${superior ?? '上级主管部门'}：` : '有关负责同志：',
    blocks: [
      { kind: 'paragraph', text: `截至${dated(today)}，${lead}` },
      { kind: 'list', heading: list, items: quotas.map(line), hint },
      ...(up ? [{ kind: 'paragraph', text: '特此报告，请予指导。' } as const] : []),
    ],
    bureau,
    today,
    smallPrint: up
      ? [REPORT_ONLY]
      : ['本邮件供内部工作使用。检查记录以系统登记为准；已检查、未登记的，请及时补录。'],
  });
}
