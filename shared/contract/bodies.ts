import { z } from 'zod';
import { channelNames, channelSettings } from '../vocabulary/channels.ts';
import { keysOf } from '../vocabulary/table.ts';
import { statusWords } from '../vocabulary/value-words.ts';
import { noticeStates } from '../domain/notices/state.ts';
import { isTelephone, placedNumbers, telephoneOf } from '../domain/address.ts';
import { plainCode } from '../domain/code.ts';
import { officeName, role, scope, subjectKind } from '../rules/schema.ts';
import { dayField, instantField, lineField, emailField } from '../fields.ts';
import { papersPatch } from './papers.ts';
import { codeOf, issueOf } from '../problems/issues.ts';
import { staffDuty, staffRole } from '../records/staff.ts';
import { nature, partyRelation } from '../records/party.ts';

/** The bodies of requests. Unknown fields are refused. */

const name = lineField.min(1).max(200);
const note = z.string().trim().min(1).max(2000);
const numberField = z.string().overwrite(telephoneOf).refine(isTelephone, issueOf('field.telephone'));
const mobileField = numberField
  .max(50)
  .describe(
    'Notices are sent to it if it is 1 and ten digits after +86, 0086, 86, spaces and dashes have been removed; these eleven digits are stored. Any other number is stored as the telephone',
  );
const telephoneField = numberField
  .max(120)
  .describe('Any number; no notice is sent to it. A mobile number is stored as the mobile if there is none');

export const contact = z
  .strictObject({
    name,
    email: emailField.optional(),
    mobile: mobileField.optional(),
    telephone: telephoneField.optional(),
    role: lineField.max(100).optional(),
  })
  .overwrite(({ mobile, telephone, ...others }) => ({ ...others, ...placedNumbers({ mobile, telephone }) }));

const factsObject = z.record(z.string(), z.unknown());

const codeField = lineField
  .overwrite(plainCode)
  .describe('Unique per jurisdiction and kind; full-width letters and digits become plain ones');

const natureField = nature.describe('For a unit: it decides which documents may be directed against it');

export const party = z.strictObject({
  relation: partyRelation,
  subjectId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('A unit of the register. The other fields then come from it, and are refused here'),
  name: name.optional(),
  code: codeField.min(1).max(100).optional(),
  nature: nature.optional(),
  address: lineField.min(1).max(300).optional(),
  representative: lineField.min(1).max(100).optional(),
  telephone: numberField.max(120).optional(),
});

const partiesField = z
  .array(party)
  .max(10)
  .describe('Who answers for it, in order: documents are directed against the first');

const handlerField = z
  .string()
  .min(1)
  .max(200)
  .describe('Whose work it is: the id of somebody who works at the bureau');

export const subjectBody = z.strictObject({
  kind: subjectKind,
  name,
  code: codeField.min(1).max(100).optional(),
  parentId: z.string().min(1).max(100).optional(),
  nature: natureField.optional(),
  parties: partiesField.optional(),
  traits: z.array(z.string()).max(50).default([]),
  facts: factsObject.default({}),
  contacts: z.array(contact).max(50).default([]),
});

export const subjectPatch = z.strictObject({
  name: name.optional(),
  code: codeField.optional(),
  parentId: z.string().min(1).max(100).nullable().optional(),
  nature: natureField.nullable().optional(),
  parties: partiesField.optional().describe('Replaces all of them; an empty list removes them'),
  traits: z.array(z.string()).max(50).optional(),
  facts: factsObject.optional().describe('Merged into the facts; null removes one'),
  contacts: z.array(contact).max(50).optional(),
  handler: handlerField.nullable().optional(),
  successorId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Of a retired subject, alone: who succeeded it, where that was not known on the day'),
});

export const handlerBody = z.strictObject({ handler: handlerField.nullable() });

export const retireBody = z.strictObject({ on: dayField.optional(), successorId: z.string().optional() });

export const fulfilmentBody = z.strictObject({
  on: z.union([dayField, instantField]),
  document: lineField.max(500).optional(),
  note: note.optional(),
});

const fulfilmentItems = z
  .array(fulfilmentBody.extend({ obligationId: z.string().min(1) }))
  .min(1)
  .max(200);
export const fulfilmentsBody = z.union([
  fulfilmentItems,
  z.strictObject({ items: fulfilmentItems }).transform((body) => body.items),
]);

export const reportDecisionBody = z.strictObject({
  decision: z.enum(['confirm', 'return']),
  reason: note.optional(),
});
export const waiverBody = z.strictObject({ reason: note });
export const extensionBody = z.strictObject({ until: dayField, reason: note });
export const emptyBody = z.strictObject({});

export const previewBody = z.strictObject({
  jurisdiction: z.string().min(1),
  subject: z.strictObject({
    kind: subjectKind,
    traits: z.array(z.string()).max(50).default([]),
    facts: factsObject.default({}),
  }),
  from: dayField,
  to: dayField,
});

export const workCalendarBody = z.strictObject({
  holidays: z.array(dayField).max(120),
  workdays: z.array(dayField).max(60),
  source: lineField.min(1, codeOf('calendar.no-notice')).max(300),
});

export const overrideBody = z.strictObject({
  figures: z
    .record(z.string(), z.number().min(0))
    .refine((figures) => Object.keys(figures).length > 0, issueOf('quota.no-figures')),
  issuedBy: lineField.min(1, codeOf('quota.no-issuer')).max(200),
  documentNumber: lineField.min(1, codeOf('quota.no-number')).max(100),
  from: dayField,
  to: dayField,
});

const figure = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.array(z.union([z.number(), z.string(), z.boolean()])),
]);
const leads = z.array(z.number().int().min(0).max(365)).max(10);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, codeOf('field.time'));
const count = z.number().int().min(1).max(365);

export const settingsPatch = z.strictObject({
  trackFrom: dayField.optional(),
  sendHour: z.number().int().min(0).max(23).optional(),
  quietHours: z.strictObject({ from: clock, to: clock }).optional(),
  rectificationDays: count
    .nullable()
    .optional()
    .describe('Holds for every rule; null leaves the period to each rule'),
  defenceWorkingDays: count.nullable().optional(),
  checksPerWorkingDay: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'How many checks an office makes on a working day. The last safe days of quotas follow from it',
    ),
  enterpriseYearlyCap: z
    .number()
    .int()
    .min(0)
    .max(365)
    .nullable()
    .optional()
    .describe('The most checks in a calendar year at one enterprise; null removes the cap'),
  reminderLeads: z
    .strictObject({
      long: leads.optional(),
      upTo30Days: leads.optional(),
      upTo7Days: leads.optional(),
      hours: leads.optional(),
    })
    .optional(),
  channels: z.partialRecord(z.enum(keysOf(channelSettings)), z.array(z.enum(channelNames)).min(1)).optional(),
  alerts: z
    .strictObject({
      leaders: z.array(emailField).max(20).optional(),
      superiors: z.array(emailField).max(20).optional(),
      leaderAfterWorkingDays: count.optional(),
      superiorAfterWorkingDays: count.optional(),
      unservedAfterWorkingDays: count.optional(),
    })
    .optional(),
  secondFactor: z
    .array(staffRole)
    .max(10)
    .optional()
    .describe('The roles whose people sign in with a second factor, where the product has its own accounts'),
  figures: z.record(z.string(), z.record(z.string(), figure.nullable())).optional(),
  readings: z.record(z.string(), z.record(z.string(), z.string().nullable())).optional(),
  papers: papersPatch.optional(),
});

export const staffMemberBody = z.strictObject({
  sub: lineField.min(1).max(200),
  name,
  role: staffRole,
  office: officeName.optional(),
  email: emailField.optional(),
  certificate: z.strictObject({ number: lineField.min(1).max(100), validUntil: dayField }).optional(),
  deputyFor: z.strictObject({ sub: z.string().min(1), from: dayField, to: dayField }).optional(),
  duties: z
    .array(staffDuty)
    .max(3)
    .optional()
    .describe('Section heads and legal officers act on their level of a case alone'),
});

const staffItems = z.array(staffMemberBody).max(500);
export const staffBody = z.union([
  staffItems,
  z.strictObject({ items: staffItems }).transform((body) => body.items),
]);

export const tokenBody = z.strictObject({
  role,
  jurisdiction: z.string().min(1).optional().describe('Everybody has one but the operator'),
  scopes: z.array(scope).optional().describe('For a machine'),
  unitId: z.string().optional(),
  sub: z.string().optional(),
  office: officeName.optional(),
});
export const clockBody = z.strictObject({ now: instantField });

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};

export const statusName = z.enum(keysOf(statusWords));

export const subjectsQuery = z.strictObject({
  ...pageQuery,
  kind: subjectKind.optional(),
  trait: z.string().optional(),
  q: z.string().max(200).optional(),
  handler: z.string().max(200).optional(),
});
export const obligationsQuery = z.strictObject({
  ...pageQuery,
  subjectId: z.string().optional(),
  ruleId: z.string().optional(),
  status: statusName.optional(),
  dueFrom: dayField.optional(),
  dueTo: dayField.optional(),
  handler: z
    .string()
    .max(200)
    .optional()
    .describe('Whose work it is: their own duties and those of the subjects that they handle'),
});
export const noticeStatus = z
  .enum(noticeStates)
  .describe(
    'unknown: the whole message was sent, and whether it was taken is not known; captured: stored only on this machine, because no channel is connected',
  );
export const resendBody = z.union([
  z.strictObject({ ids: z.array(z.string().min(1).max(300)).min(1).max(500) }),
  z.strictObject({
    status: z
      .enum(['failed', 'unknown', 'captured', 'bounced', 'suppressed'])
      .describe('failed includes notices that wait because their provider is down'),
    from: z.union([dayField, instantField]).describe('The first day on which they were made'),
    to: z.union([dayField, instantField]).describe('The last one'),
  }),
]);
export const noticesQuery = z.strictObject({
  ...pageQuery,
  subjectId: z.string().optional(),
  status: noticeStatus.optional(),
  kind: z.string().max(50).optional(),
  channel: z.enum(channelNames).optional(),
  from: dayField.optional().describe('The first and the last day on which it was made'),
  to: dayField.optional(),
});
export const rulesQuery = z.strictObject({ ...pageQuery, on: dayField.optional() });
export const listQuery = z.strictObject(pageQuery);
export const noQuery = z.strictObject({});
