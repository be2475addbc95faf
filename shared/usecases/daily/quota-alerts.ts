import { addressKey } from '../../domain/address.ts';
import { formatDay, type Day } from '../../domain/time/day.ts';
import { idOf } from '../../domain/ids.ts';
import { renderQuotaAlert, type QuotaAlert } from '../../letters/quota-alert.ts';
import type { QuotaLine } from '../../letters/types.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { Context } from '../context.ts';
import type { OfficeQuota, QuotaLines } from './quotas.ts';
import type { Deps } from '../deps.ts';
import { leaders, officers, superiors, type Recipient } from '../notices/recipients.ts';
import { withTexts } from '../notices/send-letters.ts';
import { sendInTurn } from '../notices/in-turn.ts';
import { withdrawQueued, type Letter, type Sent } from '../notices/send.ts';
import { letterText } from '../notices/texts.ts';
import { superiorName } from '../notices/wording.ts';
import type { SubjectRecord } from '../../records/subject.ts';

export interface OfQuotas {
  readonly office: OfficeName;
  /** The name under which the office writes. */
  readonly name: string;
  readonly bureau: SubjectRecord | undefined;
  readonly bureauId: string;
  readonly today: Day;
}

/**
 * An alert is separate from the daily mail. It goes to the officers when a quota becomes at risk, to the leader
 * when two figures cannot both be met or a quota was missed, and to the superior some working days later. Each
 * person gets it once a day, even if the run is repeated.
 */
const quotaAlertId = (context: Context, bureauId: string, on: string, kind: string, to: string): string =>
  `${bureauId}.${idOf('quota-alert', context.jurisdiction.id, on, kind, addressKey(to))}`;

const kinds = [
  'at-risk',
  'conflict',
  'missed',
  'missed-long',
] as const satisfies readonly QuotaAlert['kind'][];

/** Withdraws the quota alerts of a day that could not be sent: the alerts of a later day contain the same. */
export async function withdrawQuotaAlerts(
  deps: Deps,
  context: Context,
  { office, bureau, bureauId }: OfQuotas,
  on: string,
): Promise<void> {
  const people = [...officers(context, office, bureau), ...leaders(context, office), ...superiors(context)];
  for (const { to } of people)
    for (const kind of kinds)
      await withdrawQueued(deps, {
        jurisdiction: context.jurisdiction.id,
        id: quotaAlertId(context, bureauId, on, kind, to),
      });
}

export async function quotaAlerts(
  deps: Deps,
  context: Context,
  office: OfQuotas,
  quotas: QuotaLines,
): Promise<Sent[]> {
  const of = (list: readonly OfficeQuota[]): QuotaLine[] =>
    list.filter((entry) => entry.office === office.office).map((entry) => entry.line);
  const alerts: [QuotaAlert['kind'], QuotaLine[], Recipient[]][] = [
    ['at-risk', of(quotas.newlyAtRisk), officers(context, office.office, office.bureau)],
    ['conflict', of(quotas.newConflicts), leaders(context, office.office)],
    ['missed', of(quotas.missed), leaders(context, office.office)],
    ['missed-long', of(quotas.missedLong), superiors(context)],
  ];
  const sent: Sent[] = [];
  for (const [kind, lines, recipients] of alerts) {
    if (lines.length === 0 || recipients.length === 0) continue;
    const rendered = renderQuotaAlert({
      bureau: office.name,
      superior: superiorName(context, office.office),
      today: office.today,
      kind,
      quotas: lines,
    });
    const stored = letterText(rendered.text, rendered.html);
    const day = formatDay(office.today);
    const letters = recipients.map(({ to, name }): Letter => ({
      draft: {
        id: quotaAlertId(context, office.bureauId, day, kind, to),
        jurisdiction: context.jurisdiction.id,
        subjectId: office.bureauId,
        kind: 'quota-alert',
        step: `quota-${kind}:${day}`,
        to,
        toName: name,
        channel: 'email',
        subject: rendered.subject,
        textHash: stored.hash,
        late: false,
      },
      pointer: undefined,
      message: { channel: 'email', content: { to, ...rendered } },
      stored,
    }));
    for (const letter of await withTexts(deps, letters)) sent.push(await sendInTurn(deps, letter));
  }
  return sent;
}
