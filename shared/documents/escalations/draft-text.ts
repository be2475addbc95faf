import { chineseDay, type Day } from '../../domain/time/day.ts';
import { officeWord, withPeriod } from '../../letters/wording.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import { cited } from './phrases.ts';

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

/** Only what the records show: what was owed by when, which order was given and served, and that nothing came. */
function findings({ bureau, owner, duty, order }: DraftParts): string[] {
  const office = `我${officeWord(bureau)}`;
  const missed =
    duty === undefined
      ? []
      : [
          `经查，${owner}应当于${chineseDay(duty.dueOn)}前（含当日）办理“${withPeriod(duty.what, duty.period)}”事项。` +
            `期限届满，${office}未收到有关材料。`,
        ];
  if (order === undefined) return missed;
  const served = order.servedOn === undefined ? '' : `，${chineseDay(order.servedOn)}送达`;
  const until =
    order.until === undefined ? '改正期限届满' : `改正期限至${chineseDay(order.until)}止。期限届满`;
  const glue = order.until === undefined ? '。' : '，';
  return [
    ...missed,
    `${chineseDay(order.issuedOn)}，${office}就上述问题制发责令改正文书（${order.number}）${served}${glue}${until}，${owner}仍未改正。`,
  ];
}

function demands(parts: DraftParts): string[] {
  const { step, bureau, clause, provision, owner, duty, rectificationDays } = parts;
  const office = `我${officeWord(bureau)}`;
  const ground = `${cited(clause)}“${provision}”的规定`;
  const task = duty === undefined ? '改正上述问题' : '补办上述事项并报送有关材料';
  switch (step) {
    case 'order-to-rectify':
      return [
        `根据${ground}，现责令${owner}自本通知书送达之日起${rectificationDays}日内${task}，并将改正情况书面报告${office}。`,
        '逾期不改正的，将依照有关规定处理。',
      ];
    case 'enforcement-notice':
      return [`根据${ground}，请${owner}立即采取措施消除隐患，${task}，并将处理情况书面报告${office}。`];
    case 'stop-order':
      return [
        `根据${ground}，现责令${owner}立即停止上述行为，采取措施防止后果扩大，并将处理情况书面报告${office}。`,
      ];
    case 'circulated-criticism':
      return [
        `上述情形属于${ground.replace(/的规定$/u, '规定的情形')}。`,
        `${owner}应当立即${task}，引以为戒，依法履行档案工作职责。`,
      ];
    case 'warning':
      return [
        `上述情形属于${ground.replace(/的规定$/u, '规定的情形')}。`,
        `${owner}应当立即${task}，依法履行职责。`,
      ];
    case 'circular':
      return [`根据${ground}，现将上述情况予以通报。`, '各有关单位要引以为戒，认真自查，依法做好档案工作。'];
    case 'discipline-recommendation':
      return [
        `根据${ground}，建议贵单位按照管理权限，对${owner}负有责任的人员依法依规予以处分，并将处理结果函告${office}。`,
      ];
    case 'acceptance-recommendation':
      return [`${owner}档案验收结论为不合格。根据${ground}，建议在档案验收合格前不予组织工程竣工验收。`];
    case 'report-to-superior':
    case 'report-to-government':
    case 'report-to-information-security':
      return [`根据${ground}，现将${owner}有关情况报告如上。${office}将继续督促其改正，并及时报告进展情况。`];
    case 'opinion':
      return [`根据${ground}，请${owner}按照上述意见${task}，并将落实情况书面报告${office}。`];
    case 'penalty-case':
      return [`${owner}的上述行为涉嫌违法。根据${ground}，建议立案调查。`];
    case 'transfer':
      return [`${owner}的上述行为不属于${office}处理权限。根据${ground}，现将该案及有关材料移送贵单位处理。`];
    case 'revocation':
      return [`根据${ground}，现决定撤销准予${owner}的行政许可。`];
    case 'interview':
      return [`根据${ground}，现就上述问题约谈${owner}负责人，请按时到场说明情况，并提交整改措施。`];
  }
}
