import { z } from 'zod';
import { dayField, emailField, lineField } from '../fields.ts';
import { mobileOf } from '../domain/address.ts';
import { officeName } from '../rules/schema.ts';
import { issueOf } from '../problems/issues.ts';
import { staffDuty, staffRole } from '../records/staff.ts';
import { signInEventWords } from '../vocabulary/sign-ins.ts';
import { keysOf } from '../vocabulary/table.ts';
import { pageQuery } from './bodies.ts';
import { dayText, instantText } from './parts.ts';

/** The people of a bureau, a superior or a unit, and who is signed in: requests and answers. */

const name = lineField.min(1).max(200);
const id = z.string().min(1).max(200);
const mobile = z
  .string()
  .overwrite((text) => mobileOf(text) ?? text)
  .refine((text) => mobileOf(text) !== undefined, issueOf('person.mobile'));
const certificate = z.strictObject({ number: lineField.min(1).max(100), validUntil: dayField });
const deputyFor = z.strictObject({ sub: id, from: dayField, to: dayField });
const duties = z
  .array(staffDuty)
  .max(3)
  .describe('Section heads and legal officers act on their level of a case alone');

export const personBody = z.strictObject({
  name,
  email: emailField
    .optional()
    .describe('Nobody else of the installation may have it: people sign in with it'),
  mobile: mobile.optional(),
  role: staffRole,
  office: officeName.optional(),
  duties: duties.optional(),
  certificate: certificate.optional(),
  deputyFor: deputyFor.optional().describe('The absent leader, and the days of absence'),
});

export const personPatch = z.strictObject({
  name: name.optional(),
  email: emailField.nullable().optional(),
  mobile: mobile.nullable().optional(),
  role: staffRole.optional(),
  office: officeName.nullable().optional(),
  duties: duties.optional().describe('Replaces all of them'),
  certificate: certificate.nullable().optional(),
  deputyFor: deputyFor.nullable().optional(),
});

export const unitPersonBody = z.strictObject({
  name,
  email: personBody.shape.email,
  mobile: personBody.shape.mobile,
  role: z.literal('unit').default('unit'),
});

export const unitPersonPatch = z.strictObject({
  name: name.optional(),
  email: personPatch.shape.email,
  mobile: personPatch.shape.mobile,
});

export const leaveBody = z.strictObject({
  handOverTo: id.optional().describe('Who takes over what is open; without it, it stays with nobody'),
});

export const invitationBody = z.strictObject({
  byHand: z
    .boolean()
    .optional()
    .describe('The link is in the answer, once, to be handed over; nothing is sent'),
});

export const peopleQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(['active', 'left', 'all']).default('active'),
});

const invitation = z
  .object({
    status: z
      .enum(['leaving', 'sent', 'by-hand', 'captured', 'failed', 'none'])
      .describe('captured: no mail is connected, it stayed on the server; none: nothing left, see `reason`'),
    reason: z
      .enum(['no-accounts', 'no-address'])
      .optional()
      .describe('no-accounts: people sign in elsewhere, not with accounts of this product'),
    at: instantText.optional(),
    until: instantText.optional(),
    link: z.string().optional().describe('Only once, and only by hand'),
    password: z
      .string()
      .optional()
      .describe('Beside a link that is only the place to sign in: good once, to be replaced there'),
  })
  .describe('The last invitation to set up sign-in');

export const person = z.object({
  id: z.string().describe('The `sub` of the person’s tokens'),
  name: z.string(),
  role: z.string(),
  office: officeName.optional(),
  email: z.string().optional(),
  mobile: z.string().optional(),
  duties: z.array(staffDuty).optional(),
  certificate: z
    .object({ number: z.string(), validUntil: dayText, daysLeft: z.number() })
    .optional()
    .describe('Negative days left: it has ended'),
  deputyFor: z
    .object({ sub: z.string(), name: z.string().optional(), from: dayText, to: dayText, now: z.boolean() })
    .optional()
    .describe('`now`: the rights hold today'),
  unitId: z.string().optional(),
  status: z.enum(['active', 'left']),
  leftOn: dayText.optional(),
  handedTo: z.string().optional(),
  invitation: invitation.optional(),
  version: z.number(),
});

const openItem = z.object({ id: z.string(), name: z.string() });

export const personLeft = person.extend({
  open: z
    .object({
      subjects: z.array(openItem),
      obligations: z.array(openItem),
      escalations: z.array(openItem),
    })
    .describe('What was open for the person; it moves to `handedTo` if there is one'),
});

export const session = z.object({
  id: z.string(),
  sub: z.string(),
  name: z.string().optional(),
  startedAt: instantText,
  lastUsedAt: instantText,
  endsAt: instantText,
  device: z.string().optional(),
});

export const sessions = z.object({
  items: z.array(session),
  nextCursor: z.null(),
  accounts: z.boolean().describe('False where people do not sign in with accounts of this product'),
  listed: z
    .boolean()
    .describe(
      'False where the issuer tells nobody who is signed in: a person’s id in place of a session’s ends all',
    ),
});

export const signInsQuery = z.strictObject({
  ...pageQuery,
  sub: z.string().max(200).optional().describe('Of one person'),
  event: z.enum(keysOf(signInEventWords)).optional().describe('What happened: refusals alone, for instance'),
});

const signIn = z.object({
  at: instantText,
  event: z.string().describe('`signed-in`, `refused`, `invited`, `password-set`, `factor-set`, `ended`'),
  sub: z.string(),
  name: z.string().optional(),
  way: z.string().optional().describe('`password`, `link`, `code`, `invitation`, `factor`'),
  device: z.string().optional().describe('Browser and system; never an address'),
});

export const signIns = z.object({
  items: z.array(signIn),
  nextCursor: z.string().nullable(),
  accounts: z.boolean().describe('False where people do not sign in with accounts of this product'),
});

export const sessionEnded = z.object({ id: z.string() });

export type PersonBody = z.output<typeof personBody>;
export type PersonPatch = z.output<typeof personPatch>;
export type LeaveBody = z.output<typeof leaveBody>;
