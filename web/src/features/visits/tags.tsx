import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Visit } from '../../api/contract.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { approvalOf } from './text.ts';

const tones = { planned: 'processing', notified: 'warning', done: 'success', cancelled: 'default' } as const;
const approvalTones = { approve: 'success', reject: 'error', needed: 'warning', free: 'default' } as const;

export function VisitTag({ status }: { readonly status: Visit['status'] }): ReactElement {
  return <Tag color={tones[status]}>{useVisitWords().statuses[status]}</Tag>;
}

export function ApprovalTag({ visit }: { readonly visit: Visit }): ReactElement {
  const state = approvalOf(visit);
  return <Tag color={approvalTones[state]}>{useVisitWords().approvals[state]}</Tag>;
}
