import { chineseDay, type Day } from '../domain/day.ts';
import { officeWord, withPeriod } from '../letters/wording.ts';
import type { EscalationStep } from '../rules/schema.ts';

/** What the body of a fresh draft is made from; days in Asia/Shanghai. */
export interface DraftParts {
  readonly step: EscalationStep;
  /** 洪江区档案局 */
  readonly bureau: string;
  /** The unit or project that it is about. */
  readonly owner: string;
  /** Title and section of the source. */
  readonly clause: string;
  /** The sanction’s own words: 责令及时整改 */
  readonly provision: string;
  readonly duty?: { readonly what: string; readonly period: string | undefined; readonly dueOn: Day };
  readonly rectificationDays: number;
  /** The order whose period has passed without effect. */
  readonly order?: {
    readonly number: string;
    readonly issuedOn: Day;
    readonly servedOn: Day | undefined;
    readonly until: Day | undefined;
  };
}

/** The body that is put into a fresh draft, paragraph by paragraph; an officer goes over it before proposing. */
export function draftText(parts: DraftParts): string {
  return [...findings(parts), ...demands(parts)].join('\n');
}

function findings({ bureau, owner, duty, order }: DraftParts): string[] {
  const missed =
    duty === undefined
      ? []
      : [
          `经查，${owner}应当于${chineseDay(duty.dueOn)}前办理“${withPeriod(duty.what, duty.period)}”，期限届满后仍未办理。`,
        ];
  if (order === undefined) return missed;
  const served = order.servedOn === undefined ? '' : `，并于${chineseDay(order.servedOn)}送达`;
  const until = order.until === undefined ? '期限届满后' : `至${chineseDay(order.until)}改正期限届满，`;
  return [
    ...missed,
    `我${officeWord(bureau)}于${chineseDay(order.issuedOn)}制发责令改正文书（${order.number}）${served}。${until}${owner}仍未改正。`,
  ];
}

function demands(parts: DraftParts): string[] {
  const { step, clause, provision, owner, duty, rectificationDays } = parts;
  const ground = `根据《${clause.replace(/ /u, '》')}“${provision}”的规定`;
  const task = duty === undefined ? '改正上述问题' : '补办上述事项并报送有关材料';
  switch (step) {
    case 'order-to-rectify':
      return [
        `${ground}，现责令${owner}自本通知书送达之日起${rectificationDays}日内${task}。`,
        '改正情况请以书面形式报告。逾期不改正的，将依照有关规定处理。',
      ];
    case 'circulated-criticism':
      return [`${ground}，拟对${owner}予以通报批评。`, `请${owner}接到本决定后立即${task}，并以此为戒。`];
    case 'discipline-recommendation':
      return [`${ground}，建议任免机关依照管理权限，对${owner}负有责任的人员予以处分，并将处理结果函告。`];
    case 'acceptance-recommendation':
      return [`${ground}，${owner}档案验收结论为不合格，建议不予组织工程竣工验收。`];
    case 'penalty-case':
      return [`${ground}，${owner}的行为涉嫌违法，建议予以立案调查。`];
    default:
      return [`${ground}，对${owner}作出如下处理：${provision}。`];
  }
}
