import { z } from 'zod';
import { escalationStep } from '../rules/schema.ts';
import { paperWords } from '../vocabulary/papers.ts';
import { keysOf } from '../vocabulary/table.ts';
import { partyAnswer } from './escalations.ts';
import { problemError } from './problem.ts';

/** What may be drafted against a subject, before anything is drafted. */

export const draftsQuery = z.strictObject({ step: escalationStep.optional() });

const dayText = z.string().meta({ format: 'date', description: 'Day in Asia/Shanghai' });

const ground = z.object({
  ruleId: z.string(),
  regimeTitle: z.string(),
  title: z.string(),
  citation: z.object({ document: z.string(), section: z.string(), title: z.string() }),
  check: z
    .object({
      id: z.string(),
      at: z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' }),
      findings: z.array(z.object({ text: z.string(), rectifyBy: dayText.optional() })),
    })
    .optional()
    .describe('The check that the draft would follow from, with what it found at the subject'),
  duty: z
    .object({ id: z.string(), what: z.string(), period: z.string().optional(), dueOn: dayText })
    .optional()
    .describe('The missed duty that the draft would be about'),
  paper: z.enum(keysOf(paperWords)).describe('What the step would be made as, by the party and the law'),
  name: z.string().describe('What the document would be called'),
  party: partyAnswer.optional().describe('Whom it would be directed against'),
  role: z.string().describe('Who approves it'),
  missing: z.array(z.string()).describe('What a proposal would still lack, by field'),
  lacks: z.array(problemError),
  text: z.string().describe('The words of a fresh draft; what no record shows is left open in them'),
  rectifyBy: dayText.optional().describe('The day that the check has set'),
  onTheSpot: z.boolean().describe('Whether it may be recorded as taken on the spot'),
  reports: z.array(escalationStep).describe('What is drafted at the same moment'),
});

export const drafts = z.object({
  steps: z.array(escalationStep).describe('Every step that a rule provides for here'),
  grounds: z.array(ground).describe('The grounds for the step that was asked for; an officer chooses one'),
});
