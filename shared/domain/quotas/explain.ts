import { chineseDay, day, type Day } from '../time/day.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { QuotaFigures, QuotaRule } from './figures.ts';
import { periodName, type Span } from './period.ts';
import type { Population } from './population.ts';
import type { Progress } from './progress.ts';
import type { Done, QuotaConflict, Remaining, Required } from './types.ts';

const UNITS: Readonly<Record<SubjectKind, string>> = {
  unit: '家',
  project: '个项目',
  equipment: '台（套）',
  'civil-defence-work': '个工程',
  permit: '件许可',
  case: '件案卷',
  'compilation-task': '项编纂任务',
  'reconsideration-decision': '件决定',
  'enforcement-organ': '个执法机关',
  archivist: '人',
  government: '级',
  bureau: '个部门',
};

/** The measure word of a kind of subject: 家, 个项目, 件许可. */
export const unitOf = (kind: SubjectKind): string => UNITS[kind];

/** 档案安全事项监管“日常检查” */
export const nameOf = (rule: QuotaRule): string =>
  `${rule.regimeTitle}“${rule.title.split('：')[0] ?? rule.title}”`;

const NAMES: Readonly<Partial<Record<SubjectKind, string>>> = {
  unit: '单位',
  project: '重点建设项目',
  equipment: '设备',
  'civil-defence-work': '人防工程',
  permit: '许可',
  case: '处罚案卷',
  'compilation-task': '编纂任务',
  'reconsideration-decision': '复议决定',
  'enforcement-organ': '行政执法机关',
};

/** A title is put in 《》, a document number is not. */
function clauseOf(rule: QuotaRule): string {
  const title = documentTitles[rule.document];
  return title.includes('〔') ? `${title} ${rule.cite}` : `《${title}》${rule.cite}`;
}

/** Everything from which a quota’s sentence is made. */
export interface Told {
  readonly rule: QuotaRule;
  readonly figures: QuotaFigures;
  readonly span: Span;
  readonly kind: SubjectKind;
  readonly population: Population;
  readonly required: Required;
  readonly done: Done;
  readonly progress: Progress;
  readonly notes: readonly string[];
  readonly conflict: QuotaConflict | undefined;
  /** The name of the subject for which the quota holds. */
  readonly subject?: string;
  readonly checksPerWorkingDay: number;
  /** True when the period has not begun yet. */
  readonly ahead: boolean;
}

function asked({ rule, required, kind, figures, subject, conflict }: Told): string {
  const unit = unitOf(kind);
  const { checks, targetsPerCheck, targets, direct } = required;
  const { form } = rule.quota;
  const { minPercent, maxPercent, aboutPercent } = figures.values;
  if (form === 'cap') return `实地抽查不得超过${maxPercent ?? 0}%，即最多${targets?.max ?? 0}${unit}`;
  if (form === 'about') {
    return `按${aboutPercent ?? 0}%左右确定名单并逐一现场检查${checks ?? 1}次，即${targets?.min ?? 0}${unit}`;
  }
  if (form === 'all') {
    const whole = minPercent === undefined && figures.values.targets === undefined;
    return `应检查${whole ? '全部' : '不少于'}${targets?.min ?? 0}${unit}各${checks ?? 1}次`;
  }
  if (checks === 0 && conflict?.follow === 'cap') return '按选定的口径，不再要求检查';
  const parts: string[] = [];
  if (checks !== undefined) parts.push(`${subject === undefined ? '' : `对${subject}`}检查不少于${checks}次`);
  if (targetsPerCheck !== undefined) parts.push(`每次不少于${targetsPerCheck}${unit}`);
  if (form === 'band' && targets) {
    const band = `${minPercent ?? 0}–${maxPercent ?? 100}%`;
    const most = targets.max === undefined ? '' : `、不多于${targets.max}${unit}`;
    parts.push(`抽查${band}，即不少于${targets.min ?? 0}${unit}${most}`);
    if (direct !== undefined) parts.push(`其中直属单位不少于${direct}${unit}`);
  } else if (targets?.min !== undefined) {
    const share = minPercent === undefined ? '' : `（${minPercent}%）`;
    parts.push(`${checks === undefined ? '检查' : '检查面'}不少于${targets.min}${unit}${share}`);
  }
  return `应${parts.join('，')}`;
}

function counted({ rule, kind, population, ahead }: Told): string {
  const size = `${population.ids.size}${unitOf(kind)}`;
  if (population.countedOn === undefined || rule.quota.perSubject) return '';
  if (rule.quota.population.oweRule !== undefined) return `以本年应报送自查报告的${size}为基数`;
  const day = chineseDay(population.countedOn);
  if (rule.quota.population.flow) return `以截至${day}本期发生的${size}为基数`;
  return `以${day}登记的${size}为基数${ahead ? '（期间尚未开始，暂按现有登记计算）' : ''}`;
}

function doneText({ rule, required, done, kind }: Told): string {
  const unit = unitOf(kind);
  const direct = done.direct === undefined ? '' : `，其中直属单位${done.direct}${unit}`;
  const checks = `已检查${done.checks}次`;
  if (rule.quota.perSubject) return checks;
  return required.checks === undefined && required.targets !== undefined
    ? `已检查${done.targets}${unit}${direct}`
    : `${checks}，涉及${done.targets}${unit}${direct}`;
}

function leftText({ rule, kind, progress }: Told): string {
  const unit = unitOf(kind);
  const { checks, targets, direct }: Remaining = progress.remaining;
  const each = rule.quota.form === 'all' || rule.quota.form === 'about';
  const parts: string[] = [];
  if (checks !== undefined && checks > 0 && !each) parts.push(`${checks}次`);
  if (targets !== undefined && targets > 0) parts.push(`${targets}${unit}`);
  const rest = direct !== undefined && direct > 0 ? `（其中直属单位${direct}${unit}）` : '';
  return `${parts.join('、')}${rest}`;
}

function standing(told: Told): string {
  const { rule, kind, span, progress, done, required, checksPerWorkingDay } = told;
  const unit = unitOf(kind);
  const left = leftText(told);
  const by =
    progress.latestSafeDay === undefined
      ? ''
      : `，按每个工作日检查${checksPerWorkingDay}次计算，最迟应于${chineseDay(day(progress.latestSafeDay))}开始`;
  switch (progress.status) {
    case 'met':
      return rule.quota.form === 'cap' ? '未超过上限' : '已完成';
    case 'exceeded':
      return `已超过上限${done.targets - (required.targets?.max ?? 0)}${unit}`;
    case 'on-track':
      return rule.quota.form === 'cap'
        ? `还可抽查${progress.remaining.targets ?? 0}${unit}`
        : `尚需检查${left}${by}`;
    case 'at-risk':
      return `尚需检查${left}${by}，自该日起有不能按期完成的风险`;
    case 'missed':
      return `期间已于${chineseDay(span.to)}届满，尚缺${left}，未完成`;
    case 'conflict':
      return '须先选定执行口径并记录理由';
    case 'not-applicable':
      return '';
  }
}

function aboveBand({ rule, kind, required, done }: Told): string {
  const max = required.targets?.max;
  if (rule.quota.form !== 'band' || max === undefined || done.targets <= max) return '';
  return `提示：已检查${done.targets}${unitOf(kind)}，超过比例上限${max}${unitOf(kind)}`;
}

function superior({ figures: { override } }: Told): string {
  return override ? `按${override.issuedBy}（${override.documentNumber}）下达的指标执行` : '';
}

function conflictText({ conflict }: Told): string {
  if (!conflict) return '';
  const chosen = conflict.readings.find(({ follow }) => follow === conflict.follow);
  if (chosen) return `${conflict.text}；已选定${chosen.text}，理由：${conflict.reason ?? ''}`;
  return `${conflict.text}。${conflict.readings.map(({ text }) => text).join('；')}`;
}

const sentences = (parts: readonly string[]): string =>
  parts.flatMap((part) => (part === '' ? [] : [`${part.replace(/。$/, '')}。`])).join('');

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('；');
}

/** Why nothing is required: there is no figure, or there is nothing to check. */
function nothingAsked(told: Told): string {
  const { rule, figures, span, kind, population, done } = told;
  const head = `依据${clauseOf(rule)}，${nameOf(rule)}`;
  const soFar = done.checks > 0 ? `${periodName(span)}已检查${done.checks}次` : '';
  if (Object.keys(figures.values).length === 0 && rule.quota.per !== 'each') {
    const why =
      rule.quota.per === 'superior-set'
        ? '的指标由上级下达，尚未录入上级文件，暂无次数要求'
        : rule.quota.per === 'irregular'
          ? '不定期开展，原文没有次数要求'
          : '没有数字要求';
    return sentences([`${head}${why}`, soFar, ...told.notes]);
  }
  const upTo = rule.quota.population.flow && population.countedOn !== undefined;
  const none = upTo ? `截至${chineseDay(population.countedOn)}没有` : '没有登记';
  const what = `${periodName(span)}${none}应检查的${NAMES[kind] ?? '对象'}，不适用`;
  return sentences([`${head}：${what}`, superior(told), soFar]);
}

/** One or two sentences for an officer: figure and clause, population and day, done, still to do, and by when. */
export function explain(told: Told): string {
  const { rule, progress, span, notes } = told;
  if (progress.status === 'not-applicable') return nothingAsked(told);
  return sentences([
    `依据${clauseOf(rule)}，${nameOf(rule)}${periodName(span)}${asked(told)}`,
    joined([superior(told), counted(told), ...notes]),
    conflictText(told),
    joined([doneText(told), standing(told)]),
    aboveBand(told),
  ]);
}

export function amountText(
  rule: QuotaRule,
  span: Span,
  name: string,
  volumes: number,
  min: number,
  max: number,
) {
  return `依据${clauseOf(rule)}，${name}馆藏${volumes}卷，${periodName(span)}档案日常维护费预算应为${min}元至${max}元；只作测算，不计检查次数。`;
}

export const noAmount = (rule: QuotaRule, span: Span): string =>
  `依据${clauseOf(rule)}，${periodName(span)}档案日常维护费按馆藏卷数测算；没有登记卷数的单位，不适用。`;

export function eachText(
  rule: QuotaRule,
  name: string,
  decidedOn: Day,
  done: number,
  progress: Progress,
  span: Span,
): string {
  const head = `依据${clauseOf(rule)}，${name}（${chineseDay(decidedOn)}作出）的执行情况应当检查1次`;
  const noLimit = '原文未定检查时限，按作出决定当年年底掌握';
  const by =
    progress.latestSafeDay === undefined ? '' : `，最迟于${chineseDay(day(progress.latestSafeDay))}检查`;
  if (progress.status === 'met') return sentences([head, `已检查${done}次，已完成`]);
  if (progress.status === 'missed') {
    return sentences([head, noLimit, `${chineseDay(span.to)}前没有检查，未完成`]);
  }
  return sentences([head, `${noLimit}${by}`, '尚未检查']);
}
