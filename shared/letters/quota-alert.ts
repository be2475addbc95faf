import type { Day } from '../domain/day.ts';
import { quotaLine, quotaName } from './daily.ts';
import { renderSheet } from './sheet.ts';
import type { QuotaLine, Rendered } from './types.ts';
import { dated, shortDay } from './wording.ts';

export interface QuotaAlert {
  readonly bureau: string;
  readonly today: Day;
  /** at-risk: to the officers, while there is time; missed: to the leader. */
  readonly kind: 'at-risk' | 'missed';
  readonly quotas: readonly QuotaLine[];
}

/** What the bureau’s own checks need now, or lack for good. */
export function renderQuotaAlert({ bureau, today, kind, quotas }: QuotaAlert): Rendered {
  const missed = kind === 'missed';
  const what = missed ? '检查指标未完成' : '检查任务时间紧迫';
  return renderSheet({
    subject: `【${what}】${shortDay(today, today)}：${quotas.length}项——${bureau}`,
    heading: missed ? '检查指标未完成情况' : '检查任务提醒',
    salutation: '有关负责同志：',
    blocks: [
      {
        kind: 'paragraph',
        text: missed
          ? `截至${dated(today)}，本机关下列检查指标期限已过、尚未完成。`
          : `截至${dated(today)}，本机关下列检查任务剩余工作日已经紧张，请立即安排。`,
      },
      {
        kind: 'list',
        heading: missed ? '未完成的检查指标' : '时间紧迫的检查任务',
        items: quotas.map((line) => (missed ? `${quotaName(line)}，欠${line.left}` : quotaLine(line))),
        hint: missed
          ? '请查明原因并记录在案；期后补做的检查计入补做当期。'
          : '按每个工作日检查1次计算；同一次走访可以兼顾几项检查，分别记录。',
      },
    ],
    bureau,
    today,
    smallPrint: ['本邮件供内部工作使用。检查记录以系统登记为准；已检查、未登记的，请及时补录。'],
  });
}
