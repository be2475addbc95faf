import { SYSTEM } from '../../domain/actor.ts';
import { draftText, type DraftParts } from '../../documents/escalations/draft-text.ts';
import { day } from '../../domain/time/day.ts';
import { officeDesk } from '../../domain/papers/acting-organ.ts';
import { concernOf } from '../../domain/register/party.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { rectificationDays, sanctionOf, type Sanction } from '../../domain/escalations/ladder.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import { escalationStep } from '../../rules/schema.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { Deps } from '../deps.ts';
import type { Duty } from '../notices/duty.ts';
import { draftEscalation, type DraftSeed } from './draft.ts';
import { toldDate } from '../register/obligations-of.ts';
import { periodText } from '../notices/wording.ts';

/** All that a draft is made from, for a duty that was missed. */
export type Missed = Pick<Duty, 'context' | 'rule' | 'obligation' | 'subject' | 'party' | 'bureau'>;

/** The first step of a missed duty’s ladder, drafted when its lateness is told. */
export async function draftForDuty(deps: Deps, duty: Duty): Promise<void> {
  const sanction = sanctionFor(duty);
  if (sanction) await draftEscalation(deps, duty.context, seedOf(duty, sanction, undefined));
}

function sanctionFor({ rule, step }: Duty): Sanction | undefined {
  const named = escalationStep.safeParse(step.key);
  return named.success ? sanctionOf(rule, named.data) : undefined;
}

/** The draft of a step against a missed duty; `order` is the one whose period passed without effect. */
export function seedOf(missed: Missed, sanction: Sanction, order: EscalationRecord | undefined): DraftSeed {
  const { obligation, subject, rule } = missed;
  return {
    subject,
    step: sanction.step,
    rule,
    approval: sanction.approval,
    obligation,
    previousId: order?.id,
    meaning: [obligation.id, toldDate(obligation)],
    due: toldDate(obligation),
    text: draftText(partsOf(missed, sanction, order)),
    by: SYSTEM,
  };
}

function partsOf(
  { context, rule, obligation, subject, party, bureau }: Missed,
  sanction: Sanction,
  order: EscalationRecord | undefined,
): DraftParts {
  return {
    step: sanction.step,
    bureau: officeDesk(context, rule.office, bureau?.name).organ.name,
    ...concernOf(subject, party),
    clause: `${documentTitles[rule.document]} ${sanction.cite}`,
    provision: sanction.text,
    duty: {
      what: obligation.title ?? rule.deadline.what,
      period: periodText(obligation.period),
      dueOn: day(effectiveDue(obligation)),
    },
    rectificationDays: rectificationDays(context.settings, rule),
    ...(order?.issue === undefined
      ? {}
      : {
          order: {
            number: order.issue.number,
            issuedOn: day(order.issue.on),
            servedOn: order.service && day(order.service.on),
            until: order.rectifyUntil === undefined ? undefined : day(order.rectifyUntil),
          },
        }),
  };
}
