import { z } from 'zod';
import { levels, offices, subjectKinds } from '../vocabulary/kinds.ts';
import { escalationSteps } from '../vocabulary/measures.ts';
import { relationWords } from '../vocabulary/parties.ts';
import { keysOf } from '../vocabulary/table.ts';
import {
  basisStatusWords,
  causeWords,
  modeWords,
  roleWords,
  ruleKindWords,
  scopeWords,
} from '../vocabulary/value-words.ts';

/**
 * The shape of a rulebook file, `shared/rulebooks/<jurisdiction>/<regime>.yaml`. Every object is strict: a
 * field that is not named here is refused, with its place.
 */

const kebab = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case, for instance `self-inspection-report`');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const cite = z.string().min(1).describe('Section path in the source document, for instance 三(一)五(一)');
const text = z.string().min(1);

/**
 * The lists of the jurisdictions, and LAW: national law, which is in force in all of them and covers no row of
 * a list.
 */
export const documentCode = z.enum(['HJ', 'SX', 'LQ', 'BX', 'LN', 'LAW']);
export const basisStatus = z.enum(keysOf(basisStatusWords));
export const officeName = z.enum(keysOf(offices));
export const subjectKind = z.enum(subjectKinds);

export const basisEntry = z.strictObject({
  instrument: text.describe('The instrument as its source names it, with its Chinese title marks'),
  status: basisStatus,
  note: text.optional(),
});

const scalar = z.union([z.number(), z.string(), z.boolean()]);
const figureValue = z.union([scalar, z.array(scalar)]);

/** A statutory figure: dated values, each with its clause in the source. */
const figure = z.strictObject({
  unit: text.describe(
    'month, day, hour, year, check, target, percent, point, yuan, officer, class-hour, m2, date, text',
  ),
  values: z
    .array(
      z.strictObject({
        from: day.nullable().describe('First day of validity; null: since the undated document'),
        to: day.optional().describe('Last day of validity'),
        value: figureValue,
        cite,
      }),
    )
    .min(1),
});

/** A figure that the sources leave open: a default that the bureau may change. */
const discretionaryFigure = z.strictObject({ unit: text, value: figureValue, reason: text });

const reading = z.strictObject({
  default: kebab,
  options: z.array(z.strictObject({ id: kebab, text })).min(2),
  reason: text.optional(),
});

export const role = z.enum(keysOf(roleWords));
/** What a program may do, in the words of its tokens. */
export const scope = z.enum(keysOf(scopeWords));

export const escalationStep = z.enum(escalationSteps);

const provisions = z
  .array(kebab)
  .optional()
  .describe('What the measure rests on, by the ids of instruments.yaml; the list itself is no law');

const owedBy = z.strictObject({
  kind: subjectKind,
  anyTrait: z.array(kebab).optional().describe('Owed where the subject has at least one of these traits'),
  office: officeName.optional().describe('For bureau and case: only those of this office'),
  levels: z.array(z.enum(keysOf(levels))).optional(),
});

const metBy = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('day-fact'), fact: text }).describe('Met on the day that this fact holds'),
  z
    .strictObject({ how: z.literal('day-in-year'), fact: text })
    .describe('A list of days: met by one in the year'),
  z
    .strictObject({ how: z.literal('number-in-year'), fact: text, figure: text })
    .describe('Numbers by year: met when the year reaches the figure'),
  z
    .strictObject({ how: z.literal('number-by-level'), fact: text, figures: z.record(z.string(), text) })
    .describe('A number that reaches the figure of the subject’s level'),
]);

/** How the due day is found. The names of figures refer to `figures` or `discretionary` of the rule. */
const due = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('after'),
    event: text.optional().describe('Fact that holds the event’s day'),
    eventDay: day.optional().describe('A fixed day in place of a fact'),
    unit: z.enum(['day', 'month', 'year']),
    figure: text,
  }),
  z.strictObject({ type: z.literal('before'), event: text, unit: z.enum(['month']), figure: text }),
  z.strictObject({ type: z.literal('hours'), event: text, figure: text }),
  z.strictObject({
    type: z.literal('yearly'),
    figure: text.describe('MM-DD, or MM-last for the last day of a month'),
    reports: z.enum(['same-year', 'previous-year']),
    notBefore: text
      .optional()
      .describe('Fact, if present: the first is that of the first due date on or after this day'),
    since: text.optional().describe('Fact: the first is that of the first due date on or after this day'),
    sinceOpeningForm: text
      .optional()
      .describe('Rule whose due day the first date must reach (reading opening-form-due)'),
    until: text.optional().describe('Fact: the last is that of the last due date before this day'),
  }),
  z.strictObject({ type: z.literal('half-yearly'), firstHalf: text, secondHalf: text }),
  z.strictObject({ type: z.literal('once'), figure: text }),
  z.strictObject({
    type: z.literal('yearly-events'),
    events: z
      .array(
        z.strictObject({
          key: kebab,
          title: text,
          figure: text.describe('MM-DD'),
          on: z.enum(['that-day', 'week-containing']),
        }),
      )
      .min(1),
  }),
  z
    .strictObject({ type: z.literal('finding') })
    .describe('The day that the record of a check sets for a problem; owed by whoever was checked'),
]);

const deadline = z.strictObject({
  owedBy,
  what: text.describe('What is handed in or done, as people write it'),
  to: text.optional().describe('To whom it is handed in'),
  due,
  metBy: metBy.optional(),
  endedBy: text.optional().describe('Fact that ends the duty without fulfilling it'),
  onlyIfFigure: text
    .optional()
    .describe('Discretionary boolean: owed only where it is true or a countable event exists'),
  pursuit: z
    .enum(['ladder', 'notify', 'bureau', 'none'])
    .describe(
      'ladder: reminder, overdue notice, then the sanctions below; notify: reminder and overdue notice only; bureau: alerts to officers, leader, superior; none: shown, pursues nobody',
    ),
  sanctions: z
    .array(z.strictObject({ step: escalationStep, approval: role, cite, text, provisions }))
    .optional()
    .describe('In order; each begins when the step before it was served and its period has passed'),
  tell: z.array(text).optional().describe('Who else is told at each step'),
  nextText: text.describe('What happens next if it is not done, as a sentence for the unit'),
});

const quota = z.strictObject({
  per: z.enum(['month', 'quarter', 'half-year', 'year', 'each', 'superior-set', 'irregular']),
  form: z.enum(['minimum', 'cap', 'band', 'about', 'all', 'range']),
  population: z.strictObject({
    kind: subjectKind,
    anyTrait: z.array(kebab).optional(),
    office: officeName.optional(),
    flow: z.boolean().describe('true: what the period brought so far; false: the register on the first day'),
    oweRule: text.optional().describe('Those that owe this rule (the reports owed)'),
    outcomes: z.array(kebab).optional(),
  }),
  perSubject: z.boolean().optional(),
  checks: text.optional().describe('Name of the figure: checks in the period'),
  targetsPerCheck: text.optional(),
  minPercent: text.optional(),
  maxPercent: text.optional(),
  aboutPercent: text.optional(),
  direct: text.optional().describe('Name of the figure: least number of direct units'),
  counts: z
    .enum(['regime', 'named'])
    .describe('regime: records without ruleId count too; named: only records that name it'),
  superiorPrevails: z.boolean(),
  modes: z.array(z.enum(keysOf(modeWords))).optional(),
});

const checkItem = z.strictObject({ id: kebab, text });

const procedure = z.strictObject({
  steps: z.array(text).optional(),
  team: z.array(text).optional(),
  officersMin: text.optional().describe('Name of the figure: least number of officers'),
  certificates: z.enum(['enforcement', 'work-id', 'none']).optional(),
  signatures: z.enum(['unit-head', 'none']).optional(),
  forms: z.array(text).optional(),
  system: text.optional().describe('Information system in which the record is kept'),
  checklist: z.array(checkItem).optional(),
  parts: z.array(text).optional().describe('Parts that a document must have'),
  scope: z
    .strictObject({
      kinds: z.array(subjectKind).min(1),
      anyTrait: z.array(kebab).optional().describe('One of them says that the subject is regulated'),
      fact: text.optional().describe('The fact that says so'),
    })
    .optional()
    .describe('Whom the regime regulates: other kinds are refused in its checks, the rest is marked'),
  causes: z
    .array(z.enum(keysOf(causeWords)))
    .optional()
    .describe('What prompts a check under this clause'),
  conditions: z.array(text).optional(),
  situations: z.array(text).optional(),
  approvals: z.array(text).optional().describe('Levels of approval, lowest first'),
  approvalKinds: z
    .array(z.enum(['proposal', 'review', 'legal-review', 'collective-discussion', 'approval']))
    .optional()
    .describe('What each of the levels of `approvals` is, for cases that are walked through them'),
  reports: z.array(text).optional(),
});

const escalation = z.strictObject({
  trigger: text,
  steps: z
    .array(
      z.strictObject({
        step: escalationStep,
        when: text,
        approval: role.nullable().describe('Role that approves; null: recorded, taken on the spot'),
        cite,
        documents: z.array(text).optional(),
        tell: z.array(text).optional(),
        provisions,
        follows: z
          .literal('unrectified')
          .optional()
          .describe('Drafted when the period of the order before it has passed and nothing came'),
      }),
    )
    .min(1),
  ordered: z.boolean().describe('false: means to choose from, in no fixed order'),
  against: z
    .array(z.enum(keysOf(relationWords)))
    .min(1)
    .optional()
    .describe('Which of a subject’s parties its papers are directed against, the first that there is'),
});

export const ruleSource = z.strictObject({
  id: kebab,
  kind: z.enum(keysOf(ruleKindWords)),
  title: text,
  cite,
  covers: z.array(z.string().regex(/^(HJ|SX|LQ|BX|LN)-\d{3}$/)),
  from: day.nullable().describe('First day in force; null: the document bears no date'),
  to: day.optional(),
  basis: z.array(basisEntry).optional().describe('In place of the file’s own list'),
  figures: z.record(z.string(), figure).optional(),
  discretionary: z.record(z.string(), discretionaryFigure).optional(),
  readings: z.record(z.string(), reading).optional(),
  notes: z.array(text).optional(),
  deadline: deadline.optional(),
  quota: quota.optional(),
  procedure: procedure.optional(),
  escalation: escalation.optional(),
});

export const rulebookSource = z.strictObject({
  regime: kebab,
  title: text,
  document: documentCode,
  office: officeName,
  basis: z.array(basisEntry).min(1),
  notes: z.array(text).optional(),
  rules: z.array(ruleSource).min(1),
});

export type RuleSource = z.infer<typeof ruleSource>;
export type RulebookSource = z.infer<typeof rulebookSource>;
export type Deadline = z.infer<typeof deadline>;
export type Due = Deadline['due'];
export type OfficeName = z.infer<typeof officeName>;
export type Role = z.infer<typeof role>;
export type Scope = z.infer<typeof scope>;
export type { SubjectKind } from '../vocabulary/kinds.ts';
export type { EscalationStep } from '../vocabulary/measures.ts';
