import type { CaseForm } from '../../vocabulary/case-forms.ts';
import { filingBlocks } from '../escalations/filing.ts';
import type { Block } from '../model.ts';
import { closingReport, courtApplication, demandLetter } from './collecting.ts';
import { decisionApproval, penaltyDecision } from './decision.ts';
import { evidenceDecision, evidenceNotice } from './evidence.ts';
import { caseFiling } from './filing.ts';
import { hearingNotice, hearingRecord, hearingReport, statementRecord } from './hearing.ts';
import { investigationReport } from './investigation.ts';
import { minutesBlocks } from './minutes.ts';
import type { CaseParts } from './parts.ts';
import { priorNotice, receipt } from './served.ts';
import { evidenceApproval, fileReview, inquiryRecord, sceneRecord } from './field.ts';
import { majorReport } from './major-report.ts';
import {
  demandReceipt,
  hearingAnnouncement,
  hearingReceipt,
  hearingRight,
  legalReviewOpinion,
  noticeReceipt,
  transferLetter,
} from './told.ts';
import { spotDecision } from './spot.ts';

interface Made {
  /** Where the source calls the paper otherwise. */
  readonly name?: string;
  readonly blocks: Block[];
}

const of =
  (build: (parts: CaseParts) => Block[]) =>
  (parts: CaseParts): Made => ({ blocks: build(parts) });

/** How each paper of a case is laid out. */
export const builders: Readonly<Record<CaseForm, (parts: CaseParts) => Made>> = {
  'scene-record': of(sceneRecord),
  'evidence-approval': of(evidenceApproval),
  'inquiry-record': of(inquiryRecord),
  'notice-receipt': of(noticeReceipt),
  'hearing-right': of(hearingRight),
  'hearing-receipt': of(hearingReceipt),
  'hearing-announcement': of(hearingAnnouncement),
  'legal-review': of(legalReviewOpinion),
  'major-report': of(majorReport),
  'demand-receipt': of(demandReceipt),
  'transfer-letter': transferLetter,
  'file-review': of(fileReview),
  'evidence-notice': of(evidenceNotice),
  'evidence-decision': of(evidenceDecision),
  'spot-decision': of(spotDecision),
  'filing-approval': of((parts) => filingBlocks(caseFiling(parts))),
  'investigation-report': of(investigationReport),
  'prior-notice': of(priorNotice),
  'statement-record': of(statementRecord),
  'hearing-notice': of(hearingNotice),
  'hearing-record': of(hearingRecord),
  'hearing-report': of(hearingReport),
  'penalty-approval': of(decisionApproval),
  'collective-discussion': minutesBlocks,
  'penalty-decision': of(penaltyDecision),
  'service-receipt': of(receipt),
  'demand-letter': of(demandLetter),
  'court-application': of(courtApplication),
  'closing-report': of(closingReport),
};
