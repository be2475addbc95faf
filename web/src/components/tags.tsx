import type { UnitReport, Escalation, Notice, Obligation, ObligationDetail } from '../api/contract.ts';
import { Tag, Tooltip } from 'antd';
import type { ReactElement } from 'react';

import { useWords, wordFor } from '../i18n/words.ts';

type Tone = 'error' | 'warning' | 'success' | 'processing' | 'default';

const dutyTones: Readonly<Record<Obligation['status'], Tone>> = {
  upcoming: 'default',
  open: 'processing',
  overdue: 'error',
  fulfilled: 'success',
  'fulfilled-late': 'warning',
  waived: 'default',
  superseded: 'default',
};

/** A duty’s state. A past duty that nobody pursues is not called late. */
export function DutyTags({ duty }: { readonly duty: Obligation | ObligationDetail }): ReactElement {
  const { terms } = useWords();
  const { status, lateness, pursuit, provisional } = duty;
  const report = reportStatusOf(duty);
  const past = lateness === 'untracked' || lateness === 'not-pursued';
  return (
    <>
      <Tag color={past ? 'default' : dutyTones[status]}>
        {past ? terms.status.past : terms.status[status]}
      </Tag>
      {report ? <Tag color="warning">{terms.report[report]}</Tag> : null}
      {pursuit === 'active' ? null : (
        <Tooltip title={terms.pursuit[pursuit]}>
          <Tag tabIndex={0}>{terms.pursuitShort[pursuit]}</Tag>
        </Tooltip>
      )}
      {provisional ? (
        <Tooltip title={terms.provisionalHint}>
          <Tag color="warning" tabIndex={0}>
            {terms.provisional}
          </Tag>
        </Tooltip>
      ) : null}
    </>
  );
}

const noticeTones: Readonly<Record<Notice['status'], Tone>> = {
  queued: 'processing',
  unknown: 'warning',
  sent: 'processing',
  captured: 'warning',
  delivered: 'success',
  bounced: 'error',
  complained: 'error',
  failed: 'error',
  suppressed: 'warning',
  withdrawn: 'default',
};

export function NoticeTag({ status, passed }: Pick<Notice, 'status' | 'passed'>): ReactElement {
  const { terms } = useWords();
  if (passed === true) return <Tag color="warning">{terms.noticePassed}</Tag>;
  return <Tag color={noticeTones[status]}>{terms.noticeStatus[status]}</Tag>;
}

const escalationTones: Readonly<Record<Escalation['status'], Tone>> = {
  draft: 'default',
  'awaiting-approval': 'warning',
  approved: 'processing',
  issued: 'processing',
  served: 'success',
  rejected: 'default',
  withdrawn: 'default',
};

export function EscalationTag({ status }: { readonly status: Escalation['status'] }): ReactElement {
  const { terms } = useWords();
  return <Tag color={escalationTones[status]}>{wordFor(terms.escalationStatus, status)}</Tag>;
}

/** A list has only the status of a report, the duty itself the whole report. */
export function reportStatusOf({ report }: Obligation | ObligationDetail): UnitReport['status'] | undefined {
  return typeof report === 'object' ? report.status : report;
}
