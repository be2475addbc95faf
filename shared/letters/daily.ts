import { chineseNumber } from '../domain/chinese-number.ts';
import { channels } from '../vocabulary/channels.ts';
import { chineseDay, type Day } from '../domain/time/day.ts';
import { renderSheet } from './sheet.ts';
import type { Block } from './html.ts';
import type { DailyLetter, DailyLine, DocumentLine, QuotaLine, Rendered, UndeliveredLine } from './types.ts';
import { REMINDER_ONLY, dated, shortDay, withPeriod } from './wording.ts';

/**
 * A mail lists at most this many lines, because some readers clip longer mails. Longer lists are on the screen.
 */
const MOST_LINES = 100;

interface Section {
  /** The short form for the subject line: 逾期2项. */
  readonly short: string;
  readonly heading: string;
  readonly unit: '项' | '件';
  readonly items: readonly string[];
  readonly hint?: string;
}

/** The bureau’s daily mail: what became late, what is due, what waits for an officer. */
export function renderDaily(letter: DailyLetter): Rendered {
  const sections = sectionsOf(letter).filter((section) => section.items.length > 0);
  const counts = sections.map(({ short, items, unit }) => `${short}${items.length}${unit}`).join('、');
  const day = shortDay(letter.today, letter.today);
  return renderSheet({
    subject: `【每日情况】${day}：${counts === '' ? '无待办事项' : counts}——${letter.bureau}`,
    heading: '每日工作情况',
    salutation: '有关负责同志：',
    blocks: [
      {
        kind: 'paragraph',
        text:
          counts === ''
            ? `截至${dated(letter.today)}，没有逾期、本周到期或者需要处理的事项。`
            : `截至${dated(letter.today)}，${counts}。具体如下。`,
      },
      ...sections.map(listOf),
    ],
    bureau: letter.bureau,
    today: letter.today,
    smallPrint: [`本邮件供内部工作使用。${REMINDER_ONLY}`],
  });
}

function sectionsOf(letter: DailyLetter): readonly Section[] {
  return [
    { short: '新逾期', heading: '新逾期事项', unit: '项', items: letter.becameOverdue.map(overdueLine) },
    {
      short: '仍逾期',
      heading: '仍未办结的逾期事项',
      unit: '项',
      items: letter.stillOverdue.map(overdueLine),
    },
    { short: '本周到期', heading: '本周到期事项', unit: '项', items: letter.dueThisWeek.map(dueLine) },
    {
      short: '待确认',
      heading: '登记时已逾期、待确认事项',
      unit: '项',
      items: letter.lateEntries.map(overdueLine),
      hint: '确认之前，不向单位发出通知，也不起草文书。',
    },
    {
      short: '待审核',
      heading: '单位已报送、待审核材料',
      unit: '项',
      items: letter.reports.map((line) => (line.dueOn < letter.today ? overdueLine(line) : dueLine(line))),
      hint: '请审核后登记接收或者退回。',
    },
    {
      short: '延期申请',
      heading: '单位申请延期、待决定的事项',
      unit: '项',
      items: (letter.extensions ?? []).map((line) =>
        line.dueOn < letter.today ? overdueLine(line) : dueLine(line),
      ),
      hint: '请负责人登录系统，在事项页决定是否延期。',
    },
    {
      short: '联系人更正',
      heading: '单位更正联系人、待确认的对象',
      unit: '项',
      items: letter.contacts ?? [],
      hint: '请核实后在监管对象页确认；确认之前，通知仍发送给原联系人。',
    },
    {
      short: '待办文书',
      heading: '待处理文书',
      unit: '件',
      items: letter.documents.map(documentLine),
      hint: '文书未经审批不会发出；请登录系统办理。',
    },
    {
      short: '待法制审核',
      heading: '待法制员审核或者提出意见的事项',
      unit: '件',
      items: (letter.legal ?? []).map(documentLine),
      hint: '请登录系统，在“法制审查”或者案件页办理。',
    },
    {
      short: '检查指标未完成',
      heading: '期限已过、未完成的检查指标',
      unit: '项',
      items: letter.quotasMissed.map(missedLine),
      hint: '请查明原因并记录在案；期后补做的检查计入补做当期。',
    },
    {
      short: '检查任务紧迫',
      heading: '时间紧迫的检查任务',
      unit: '项',
      items: letter.quotasAtRisk.map((line) => quotaLine(line, letter.today)),
      hint: '按各项检查合计和每个工作日可检查的次数计算，剩余工作日已经紧张；已错过最迟开始日的，请先安排。',
    },
    {
      short: '检查任务',
      heading: '应安排的检查任务',
      unit: '项',
      items: letter.quotasOwed.map((line) => quotaLine(line, letter.today)),
      hint: '同一次走访可以兼顾几项检查，分别记录；年度安排建议见系统“检查指标”中的“年度计划”。',
    },
    {
      short: '未送达',
      heading: '未送达的通知',
      unit: '件',
      items: letter.undelivered.map(undeliveredLine),
      hint: '请更正联系方式，或者用其他方式告知。',
    },
    {
      short: '未及提醒',
      heading: '受发送限额影响未及发出的提醒',
      unit: '件',
      items: (letter.passed ?? []).map(passedLine),
      hint: '这些提醒已经过时，不再补发；事项仍未办结，请用其他方式告知。',
    },
    {
      short: '规则有误',
      heading: '无法计算的规则',
      unit: '项',
      items: letter.rules ?? [],
      hint: '规则内容有误，不能推算期限；已生成的事项保持不变，不再更新。请通知系统管理人员更正。',
    },
    {
      short: '发送渠道异常',
      heading: '发送渠道异常',
      unit: '项',
      items: letter.channels,
      hint: '请先更正退回的联系方式，再由系统管理人员恢复发送；急需告知的事项请用其他方式告知。',
    },
  ];
}

function listOf(section: Section, index: number): Block {
  const rest = section.items.length - MOST_LINES;
  const hint = [rest > 0 ? `其余${rest}${section.unit}请登录系统查看。` : '', section.hint ?? ''].join('');
  return {
    kind: 'list',
    heading: `${chineseNumber(index + 1)}、${section.heading}（${section.items.length}${section.unit}）`,
    items: section.items.slice(0, MOST_LINES),
    ...(hint === '' ? {} : { hint }),
  };
}

function overdueLine(line: DailyLine): string {
  return `${owed(line)}，${chineseDay(line.dueOn)}届满${noteOf(line)}`;
}

function dueLine(line: DailyLine): string {
  return `${owed(line)}，${dated(line.dueOn)}到期${noteOf(line)}`;
}

function owed(line: DailyLine): string {
  return `${line.owner}：${withPeriod(line.what, line.period)}`;
}

function noteOf(line: DailyLine): string {
  return line.note === undefined || line.note === '' ? '' : `（${line.note}）`;
}

function documentLine(line: DocumentLine): string {
  const number = line.number === undefined ? '' : `（${line.number}）`;
  return `${line.owner}：${line.document}${number}，${line.note}`;
}

/** The line for a period that has ended. An undecided conflict between two readings comes first. */
export function missedLine(line: QuotaLine): string {
  const open = line.conflict ? '，至期满未确定执行口径' : '';
  return `${quotaName(line)}${open}，欠${line.left}`;
}

function quotaName({ title, period, owner }: QuotaLine): string {
  return `${owner === undefined ? '' : `${owner}：`}${period}${title}`;
}

/** A past last-safe day is no longer advice: the line says that it was missed. */
export function quotaLine(line: QuotaLine, today: Day): string {
  if (line.conflict) return `${quotaName(line)}，比例与家数要求不能同时满足，请负责人确定执行口径`;
  const { latestSafeDay } = line;
  if (latestSafeDay !== undefined && latestSafeDay < today)
    return `${quotaName(line)}，尚需${line.left}，已错过最迟开始日${dated(latestSafeDay)}，本期可能不能完成`;
  const by = latestSafeDay === undefined ? '' : `，最迟${dated(latestSafeDay)}开始`;
  return `${quotaName(line)}，尚需${line.left}${by}`;
}

function passedLine({ owner, what, channel, to }: UndeliveredLine): string {
  return `${owner}：${what}${channel === 'none' ? '' : `（${channels[channel].word}${to}）`}`;
}

function undeliveredLine(line: UndeliveredLine): string {
  const way =
    line.channel === 'none' ? '没有可用的联系方式' : `${channels[line.channel].word}${line.to}未送达`;
  return `${line.owner}：${line.what}，${way}${line.reason === '' ? '' : `（${line.reason}）`}`;
}
