import { stepId } from '../domain/schedule.ts';
import { readAll } from '../store/read.ts';
import { subjectPartition } from '../store/keys.ts';
import { noticeRecord, type NoticeRecord } from '../store/records.ts';
import { competentBody, tellsCompetent } from './competent.ts';
import type { Deps } from './deps.ts';
import type { Duty } from './deliver.ts';
import { toldDate } from './plan.ts';
import {
  addresseeOf,
  channelSetting,
  leaders,
  officers,
  superiors,
  unitRecipients,
  distinct,
  type Recipient,
} from './recipients.ts';

export interface Addressing {
  readonly recipients: readonly Recipient[];
  /** For corrections: what the recipients were told before. */
  readonly toldBefore: string | undefined;
}

/** Who gets the notice of a step. */
export async function recipientsOf(deps: Deps, duty: Duty): Promise<Addressing> {
  if (duty.step.kind === 'correction') return correctionRecipients(deps, duty);
  const own = dutyRecipients(duty);
  // Where the party has no address, the bureau hears of that in place of the department.
  const told = own.length > 0 && (duty.step.kind === 'reminder' || duty.step.kind === 'overdue');
  return {
    recipients: told ? distinct([...own, ...(await competentRecipients(deps, duty))]) : own,
    toldBefore: undefined,
  };
}

/** The project’s competent department, by mail, where the rule says that it is told at each step. */
async function competentRecipients(deps: Deps, { rule, subject }: Duty): Promise<Recipient[]> {
  const body = tellsCompetent(rule.deadline.tell) ? await competentBody(deps, subject) : undefined;
  if (!body) return [];
  return unitRecipients(
    body.contacts.filter(({ email }) => email !== undefined),
    ['email'],
    true,
  ).map((recipient) => ({ ...recipient, body: body.name }));
}

function dutyRecipients(duty: Duty): Recipient[] {
  const { context, rule, subject, parent, bureau, step } = duty;
  if (step.kind === 'alert-leader') return leaders(context, rule.office);
  if (step.kind === 'alert-superior') return superiors(context);
  const channels = context.settings.channels[channelSetting(step, duty.obligation.steps)] ?? ['email'];
  if (subject.kind === 'bureau') return officers(context, rule.office, bureau);
  const addressee = addresseeOf(subject, parent);
  if (addressee) return unitRecipients(addressee.contacts, channels, addressee.id !== subject.id);
  return rule.deadline.pursuit === 'bureau' ? officers(context, rule.office, bureau) : [];
}

/**
 * Those who were told another date than the present one, each once; and those whose correction was begun, for what
 * was handed over but not recorded stays theirs whatever else told them the date meanwhile.
 */
async function correctionRecipients(deps: Deps, duty: Duty): Promise<Addressing> {
  const { obligation, step } = duty;
  const pk = subjectPartition(obligation.jurisdiction, obligation.subjectId);
  const items = await readAll(deps.store, { pk, from: 'N#', to: 'N#~', consistent: true });
  const known = items
    .map((item) => noticeRecord.parse(item))
    .filter((notice) => notice.obligationId === obligation.id && notice.toldDue !== undefined)
    .sort((a, b) => a.createdAt - b.createdAt);
  const notices = known.filter((notice) =>
    ['sent', 'delivered', 'bounced', 'complained'].includes(notice.status),
  );
  const present = step.key === 'ended' ? 'ended' : toldDate(obligation);
  const lastTold = new Map<string, NoticeRecord>();
  for (const notice of notices) lastTold.set(`${notice.channel}:${notice.to.toLowerCase()}`, notice);
  const wrong = [...lastTold.values()].filter(
    (notice) => notice.toldDue !== present && notice.channel === 'email',
  );
  const begun = known.filter(
    (notice) => notice.status === 'queued' && notice.step === stepId(step) && notice.toldDue === present,
  );
  const competent = new Map(
    (await competentRecipients(deps, duty)).map((recipient) => [recipient.to.toLowerCase(), recipient]),
  );
  const standIn = addresseeOf(duty.subject, duty.parent)?.id === duty.parent?.id && duty.parent !== undefined;
  return {
    recipients: distinct(
      [...wrong, ...begun].map(({ toName, to, channel }) => ({
        name: toName,
        to,
        channel,
        onBehalf: standIn,
        ...competent.get(to.toLowerCase()),
      })),
    ),
    toldBefore: (wrong.length > 0 ? wrong : notices).findLast(
      (notice) => notice.toldDue !== 'ended' && notice.toldDue !== present,
    )?.toldDue,
  };
}
