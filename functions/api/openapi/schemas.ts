import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import * as clients from '../../../shared/contract/clients.ts';
import * as draws from '../../../shared/contract/draws.ts';
import * as escalations from '../../../shared/contract/escalations.ts';
import * as feeds from '../../../shared/contract/feeds.ts';
import * as imports from '../../../shared/contract/imports.ts';
import * as inspections from '../../../shared/contract/inspections.ts';
import { legalPaper } from '../../../shared/contract/legal.ts';
import { override } from '../../../shared/contract/overrides.ts';
import { visit } from '../../../shared/contract/visits.ts';
import * as people from '../../../shared/contract/people.ts';

/** Answers with a name of their own in the document. Other answers refer to them. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  Problem: answers.problem,
  ProblemError: answers.problemError,
  Health: answers.health,
  Jurisdiction: answers.jurisdiction,
  Rule: answers.rule,
  Override: override,
  Settings: answers.settings,
  Staff: answers.staff,
  Person: people.person,
  PersonLeft: people.personLeft,
  Session: people.session,
  Client: clients.client,
  ClientMade: clients.clientMade,
  WorkCalendar: answers.workCalendar,
  Subject: answers.subject,
  SubjectDetail: answers.subjectDetail,
  Obligation: answers.obligation,
  ObligationDetail: answers.obligationDetail,
  Fulfilments: answers.fulfilments,
  Preview: answers.previewAnswer,
  Notice: answers.notice,
  NoticeDetail: answers.noticeDetail,
  Resent: answers.resent,
  SubjectStatus: answers.subjectStatus,
  JurisdictionStatus: answers.jurisdictionStatus,
  Escalation: escalations.escalation,
  LedgerLink: escalations.link,
  LegalPaper: legalPaper,
  Inspection: inspections.inspection,
  Visit: visit,
  Quota: inspections.quota,
  Quotas: inspections.quotas,
  QuotaPlan: inspections.quotaPlan,
  Draw: draws.draw,
  DrawSummary: draws.drawSummary,
  DrawShare: draws.drawShare,
  Feed: feeds.feed,
  FeedMade: feeds.feedMade,
  ImportDone: imports.importDone,
  ImportAccepted: imports.importAccepted,
  ImportSummary: imports.importSummary,
  ImportProgress: imports.importProgress,
};
