import { z } from 'zod';
import { subjectKind } from '../rules/schema.ts';
import { caseForms } from '../vocabulary/case-forms.ts';
import { projectForms } from '../vocabulary/duty-forms.ts';
import { nature } from '../records/party.ts';
import { contact, party } from './bodies.ts';
import { dayText, instantText } from './parts.ts';
import { problemError } from './problem.ts';

export const subject = z.object({
  id: z.string(),
  jurisdiction: z.string(),
  kind: subjectKind,
  name: z.string(),
  code: z.string().optional(),
  parentId: z.string().optional(),
  nature: nature.optional(),
  parties: z.array(party).optional(),
  traits: z.array(z.string()),
  facts: z.record(z.string(), z.unknown()),
  contacts: z.array(contact),
  handler: z.string().optional().describe('Whose work it is'),
  handlerName: z.string().optional(),
  retiredOn: dayText.optional(),
  successorId: z.string().optional(),
  createdAt: instantText,
  version: z.number(),
});

/** A sentence without the name of a field. */
const problemSaid = problemError.omit({ path: true });

const stageEvent = z.object({
  event: z.string(),
  name: z.string(),
  open: z.boolean().describe('Nothing prevents it'),
  lacks: z.array(problemError),
  barred: problemSaid.optional().describe('Why this token may not enter it; missing when it may'),
  choices: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .describe('By field: the values that the rulebook lists, in its words and order'),
  least: z.record(z.string(), z.number()).optional().describe('By field: the smallest number accepted'),
});

/** A subject, with its stage for a case or a project if the rulebook has stages for it. */
export const subjectDetail = subject.extend({
  notes: z
    .array(problemSaid)
    .optional()
    .describe('What the bureau should look into: an archivist who works without a certificate'),
  contactProposal: z
    .object({
      contacts: z.array(contact),
      insteadOf: z.string().describe('The address of the contact whose place they take'),
      by: z.string(),
      byName: z.string().optional(),
      at: instantText,
      receipt: z.string(),
    })
    .optional()
    .describe(
      'Contacts that somebody gave by the link of a letter; nothing goes to them until an officer confirms',
    ),
  stage: z
    .object({
      name: z.string(),
      title: z.string(),
      number: z.number().optional().describe('Of the eight stages of a case'),
      since: instantText,
      documents: z
        .array(z.enum(caseForms))
        .optional()
        .describe('For a case, shown to the bureau: the forms that …/document.docx?form= can make now'),
    })
    .optional(),
  forms: z
    .array(
      z.object({
        form: z.enum(projectForms),
        name: z.string(),
        open: z.boolean().describe('It can be had now'),
        lacks: z.array(problemError),
      }),
    )
    .optional()
    .describe('For a project: the forms that …/document.docx?form= makes, with what each still lacks'),
  acceptance: z
    .object({
      attempt: z.number(),
      appliedOn: dayText.optional(),
      selfScore: z.number().optional(),
      score: z.number().optional(),
      grade: z.enum(['failed', 'passed', 'excellent']).optional(),
      gradeName: z.string().optional(),
      opinionOn: dayText.optional(),
    })
    .optional(),
  case: z
    .object({
      officers: z.array(z.object({ name: z.string(), certificate: z.string() })),
      recused: z.array(z.string()),
      approvals: z.array(
        z.object({
          chain: z.enum(['filing', 'decision']),
          level: z.string(),
          text: z.string(),
          by: z.string().optional(),
          byName: z.string().optional(),
        }),
      ),
      collective: problemSaid.optional().describe('Why a collective discussion must be held'),
      legalReview: problemSaid.optional().describe('Why the law asks for a legal review'),
      decision: z.object({ on: dayText, number: z.string() }).optional(),
      payment: z
        .object({
          amount: z.number(),
          paid: z.number(),
          addition: z.number().describe('3% a day of what is late, never more than the fine'),
          outstanding: z.number(),
          dueOn: dayText,
          instalments: z.array(z.object({ dueOn: dayText, amount: z.number() })),
          paidOn: dayText.optional(),
        })
        .optional()
        .describe('What of the fine is owed today, in yuan'),
    })
    .optional(),
  events: z.array(stageEvent).optional().describe('The events that the stage allows'),
  clocks: z
    .array(
      z.object({
        name: z.string(),
        source: z.enum(['law', 'list', 'discretionary']).describe('law: set by a statute, not by the list'),
        citation: z.string(),
        from: z.string(),
        until: z.string(),
        status: z.enum(['running', 'met', 'met-late', 'overdue', 'passed']),
        provisional: z.boolean(),
        obligationId: z.string().optional(),
        doneOn: dayText.optional(),
        explanation: z
          .array(z.object({ rule: z.string(), day: dayText, text: z.string() }))
          .optional()
          .describe(
            'How a statutory period was counted; a period of the list is explained by its obligation',
          ),
      }),
    )
    .optional(),
  history: z
    .array(
      z.object({
        event: z.string(),
        name: z.string(),
        at: instantText,
        by: z.string(),
        byName: z.string().optional(),
        body: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
});
