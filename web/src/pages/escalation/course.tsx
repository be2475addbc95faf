import { Card, Descriptions } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Escalation } from '../../api/contract.ts';
import { useStaffName } from '../../api/use-names.ts';
import { officerLines } from '../../features/checks/officer-lines.ts';
import { dayText, instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';

/** What happened to it: approval, issue, service, period, correction, withdrawal. */
export function Course({ escalation }: { readonly escalation: Escalation }): ReactElement {
  const { words, language } = useSpeech();
  const isUnit = useSession().role === 'unit';
  const { approval, issue, service, complied, withdrawal, corrections, takenOnTheSpot } = escalation;
  const text = words.escalations;
  const nameOf = useStaffName(!isUnit);
  const items: { readonly label: string; readonly value: ReactNode }[] = [
    ...line(text.drafted, isUnit ? '' : dayText(escalation.draftedAt, language)),
    ...line(text.decider, isUnit ? '' : wordFor(words.terms.roles, approval.role)),
    ...line(
      text.onTheSpot,
      takenOnTheSpot && `${at(takenOnTheSpot.at)} ${takenOnTheSpot.officers.join('、')}`,
    ),
    ...line(text.proposedBy, approval.proposedByName ?? approval.proposedBy),
    ...line(text.proposedAt, approval.proposedAt && at(approval.proposedAt)),
    ...line(
      text.decidedPerson,
      [
        approval.decidedByName ?? approval.decidedBy,
        approval.decidedFor && text.decidedFor(nameOf(approval.decidedFor)),
      ]
        .filter(Boolean)
        .join(' '),
    ),
    ...line(text.decidedAt, approval.at && at(approval.at)),
    ...line(text.decisionReason, approval.reason),
    ...line(text.number, issue?.number),
    ...line(text.issueOn, issue && dayText(issue.on, language)),
    ...line(text.service, service && `${dayText(service.on, language)} ${text.methods[service.method]}`),
    ...line(text.receivedBy, service?.receivedBy),
    ...line(text.servedAt, service?.place),
    ...line(text.deliverers, officerLines(service?.deliverers).replaceAll('\n', '；')),
    ...line(text.witnesses, service?.witnesses?.join('、')),
    ...line(text.consent, service?.electronicConsent),
    ...line(text.until, escalation.rectifyUntil && dayText(escalation.rectifyUntil, language)),
    ...line(
      text.complied,
      complied && [dayText(complied.on, language), complied.note].filter(Boolean).join(' '),
    ),
    ...corrections.flatMap((one) =>
      line(text.correction, `${at(one.at)} ${one.reason}${one.text === undefined ? '' : `：${one.text}`}`),
    ),
    ...line(text.withdrawn, withdrawal && `${at(withdrawal.at)} ${withdrawal.reason}`),
  ];
  return (
    <Card size="small" title={<h2>{isUnit ? text.issueAndService : text.approval}</h2>}>
      <Descriptions
        size="small"
        column={1}
        items={items.map(({ label, value }, index) => ({ key: String(index), label, children: value }))}
      />
    </Card>
  );

  function at(moment: string): string {
    return instantText(moment, language);
  }
}

const line = (label: string, value: ReactNode): { readonly label: string; readonly value: ReactNode }[] =>
  value === undefined || value === '' ? [] : [{ label, value }];
