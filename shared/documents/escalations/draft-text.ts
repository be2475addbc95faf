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
  readonly rectificationDays: number;
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
  return [...findings(parts), ...demands(parts)].join('\n');
}

/** Only what the records show: what was owed by when, which order was given and served, and that nothing came. */
function findings(parts: DraftParts): string[] {
  const { bureau, owner, duty, order } = parts;
  const office = `我${officeWord(bureau)}`;
  const missed =
    duty === undefined
      ? []
      : [
          `经查，${owner}${capacity(parts)}应当于${chineseDay(duty.dueOn)}前（含当日）办理${withPeriod(duty.what, duty.period)}。` +
            `期限届满，${office}未收到有关材料。`,
        ];
  if (order === undefined) return missed;
  const served = order.servedOn === undefined ? '' : `，${chineseDay(order.servedOn)}送达`;
  const [paper, period] = order.reminded ? ['提示函', '函中所提期限'] : ['责令改正文书', '改正期限'];
  const until =
    order.until === undefined ? `${period}届满` : `${period}至${chineseDay(order.until)}止。期限届满`;
  const glue = order.until === undefined ? '。' : '，';
  return [
    ...missed,
    `${chineseDay(order.issuedOn)}，${office}就上述问题制发${paper}（${order.number}）${served}${glue}${until}，${owner}仍未${order.reminded ? '办理' : '改正'}。`,
  ];
}

/** 作为一号水厂工程的建设单位， */
function capacity({ owner, about, as = '责任单位' }: DraftParts): string {
  return about === undefined || owner.startsWith(about) ? '' : `作为${about}的${as}，`;
}

function demands(parts: DraftParts): string[] {
  const { step, paper, isEntered, bureau, owner, duty, rectificationDays } = parts;
  const places: Readonly<Record<Place, string>> = {
    office: `我${officeWord(bureau)}`,
    owner,
    named: namedWith({ owner, about: parts.about }),
    about: parts.about ?? owner,
    task: duty === undefined ? '改正上述问题' : '补办上述事项并报送有关材料',
    days: String(rectificationDays),
  };
  return formOf(step, paper, isEntered).demand.map((sentence) => filled(sentence, places));
}
