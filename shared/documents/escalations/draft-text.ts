import { namedWith } from '../../domain/register/party.ts';
import { chineseDay, type Day } from '../../domain/time/day.ts';
import { officeWord, withPeriod } from '../../letters/wording.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import { formOf } from '../../vocabulary/measures.ts';
import type { PaperName, Place } from '../../vocabulary/papers.ts';
import { filled } from './phrases.ts';

/** What the body of a fresh draft is made from; days in Asia/Shanghai. */
export interface DraftParts {
  readonly step: EscalationStep;
  readonly paper: PaperName;
  /** Whether an officer entered a power of its own. */
  readonly isEntered?: boolean;
  /** 洪江区档案局 */
  readonly bureau: string;
  /** The party by name; while nobody is known, what it is to the subject. */
  readonly owner: string;
  /** What it is about, where that is not the party itself: 一号水厂工程 */
  readonly about?: string | undefined;
  /** What the party is to it: 建设单位 */
  readonly as?: string | undefined;
  readonly duty?: { readonly what: string; readonly period: string | undefined; readonly dueOn: Day };
  /** The check that it follows from, with what was found of the subject. */
  readonly check?: { readonly on: Day; readonly how: string; readonly found: readonly string[] };
  /** Facts in an officer’s own words, where the records show none. */
  readonly facts?: string | undefined;
  /** Problems that a check found, whose day has passed. */
  readonly finding?:
    { readonly on: Day; readonly texts: readonly string[]; readonly rectifyBy: Day } | undefined;
  readonly rectificationDays: number;
  /** The day that is set; without one the period runs from service. */
  readonly rectifyBy?: Day | undefined;
  /** The order whose period has passed without effect. */
  readonly order?: {
    readonly number: string;
    readonly issuedOn: Day;
    readonly servedOn: Day | undefined;
    readonly until: Day | undefined;
    /** It was a letter that reminded, and ordered nothing. */
    readonly reminded?: boolean;
  };
}

/** The body that is put into a fresh draft, paragraph by paragraph; an officer goes over it before proposing. */
export function draftText(parts: DraftParts): string {
  const shown = findings(parts);
  const own = parts.facts === undefined || parts.facts === '' ? [] : [parts.facts];
  return [...(shown.length > 0 ? shown : own), ...demands(parts)].join('\n');
}

/** An officer’s words with what the paper demands, where they do not say it themselves. */
export function withDemand(text: string, parts: DraftParts): string {
  const says = parts.paper !== 'order' || text.includes('责令');
  return says ? text : [text, ...demands(parts)].join('\n');
}

/** The officer’s own paragraphs in a text: those that its paper does not demand. */
export function ownFacts(text: string, parts: DraftParts): string {
  const demanded = new Set(demands(parts));
  return text
    .split('\n')
    .filter((paragraph) => !demanded.has(paragraph))
    .join('\n');
}

/** Only what the records show: what was owed by when, which order was given and served, and that nothing came. */
function findings(parts: DraftParts): string[] {
  const { bureau, owner, order } = parts;
  const office = `我${officeWord(bureau)}`;
  const shown = [...missedIn(parts, office), ...checked(parts, office)];
  if (order === undefined) return shown;
  const served = order.servedOn === undefined ? '' : `，${chineseDay(order.servedOn)}送达`;
  const [paper, period] = order.reminded ? ['提示函', '函中所提期限'] : ['责令改正文书', '改正期限'];
  const until =
    order.until === undefined ? `${period}届满` : `${period}至${chineseDay(order.until)}止。期限届满`;
  const glue = order.until === undefined ? '。' : '，';
  return [
    ...shown,
    `${chineseDay(order.issuedOn)}，${office}就上述问题制发${paper}（${order.number}）${served}${glue}${until}，${owner}仍未${order.reminded ? '办理' : '改正'}。`,
  ];
}

/** 2026年9月7日，我局对某单位进行现场检查，发现以下问题：1. …；2. …。 */
function checked({ owner, about, check, finding }: DraftParts, office: string): string[] {
  // What was not put right is said with its day.
  if (finding || check === undefined || check.found.length === 0) return [];
  const list = `${check.found.length === 1 ? '发现' : '发现以下问题'}：${withoutEnd(listed(check.found))}。`;
  const named = namedWith({ owner, about });
  return [`${chineseDay(check.on)}，${office}对${named}进行${check.how}，${list}`];
}

function missedIn(parts: DraftParts, office: string): string[] {
  const { owner, duty, finding } = parts;
  if (finding)
    return [
      `${chineseDay(finding.on)}，${office}检查发现${namedWith({ owner, about: parts.about })}存在下列问题：${ended(listed(finding.texts))}` +
        `要求于${chineseDay(finding.rectifyBy)}前（含当日）整改。期限届满，${office}未见整改情况。`,
    ];
  if (!duty) return [];
  return [
    `经查，${owner}${capacity(parts)}应当于${chineseDay(duty.dueOn)}前（含当日）办理${withPeriod(duty.what, duty.period)}。` +
      `期限届满，${office}未收到有关材料。`,
  ];
}

/** One problem as it is; several numbered: 1. …；2. … */
const listed = (texts: readonly string[]): string =>
  texts.length === 1
    ? texts.join('')
    : texts.map((text, index) => `${index + 1}. ${withoutEnd(text)}`).join('；');

const withoutEnd = (text: string): string => text.replace(/[。；;]+$/u, '');

const ended = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`);

/** 作为一号水厂工程的建设单位， */
function capacity({ owner, about, as = '责任单位' }: DraftParts): string {
  return about === undefined || owner.startsWith(about) ? '' : `作为${about}的${as}，`;
}

function demands(parts: DraftParts): string[] {
  const { step, paper, isEntered, bureau, owner, duty, rectificationDays, rectifyBy } = parts;
  const places: Readonly<Record<Place, string>> = {
    office: `我${officeWord(bureau)}`,
    owner,
    named: namedWith({ owner, about: parts.about }),
    about: parts.about ?? owner,
    task: duty === undefined ? '改正上述问题' : '补办上述事项并报送有关材料',
    days: String(rectificationDays),
  };
  return formOf(step, paper, isEntered)
    .demand.map((sentence) => filled(sentence, places))
    .map((sentence) => (rectifyBy === undefined ? sentence : withPeriodTo(sentence, rectifyBy, 0)));
}

/** A text whose own sentence on the period names the day that is set, or so many days from service. */
export function withPeriodTo(text: string, until: Day | undefined, days: number): string {
  const received = text.includes('本函') ? '收到本函' : '本通知书送达';
  const period =
    until === undefined ? `自${received}之日起${days}日内` : `于${chineseDay(until)}前（含当日）`;
  return text.replace(
    /(?:自(?:本通知书送达|收到本函)之日起\d+日内|于\d+年\d+月\d+日前（含当日）)(?=补办上述事项|改正上述问题)/u,
    period,
  );
}
