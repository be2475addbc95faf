import { z } from 'zod';
import { SIGN_IN_TEMPLATE, smsTemplateCodes, smsVariables } from '../../shared/letters/sms.ts';
import { tableOf } from '../../shared/vocabulary/table.ts';

/**
 * An HTTP gateway for SMS as data: what the operator finds in the provider’s manual.
 *
 * Texts in `body` and `headers` may contain `${to}` (national number, without +86), `${template}` (the
 * provider’s code), `${noticeId}` and `${variables}`. A body text that is only `${variables}` becomes the
 * object or list itself; `${variablesJson}` is the same as JSON in a text.
 */
const variable = z.enum(smsVariables);

const template = z.strictObject({
  code: z.string().min(1).describe('The provider’s code of the approved template'),
  variables: z
    .union([z.array(variable), z.record(z.string().min(1), variable)])
    .describe('A list for numbered variables ({1}, {2}), or the provider’s name of each'),
});

const status = z.number().int().min(100).max(599);

export const gateway = z.strictObject({
  name: z.string().min(1).default('sms-gateway').describe('Shown in the record of a notice'),
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(['POST', 'PUT']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.record(z.string(), z.json()),
  templates: z.strictObject({
    ...tableOf(smsTemplateCodes, () => template),
    [SIGN_IN_TEMPLATE]: template.optional(),
  }),
  success: z.strictObject({
    statuses: z.array(status).min(1).default([200]),
    field: z
      .strictObject({ path: z.string().min(1), equals: z.union([z.string(), z.number(), z.boolean()]) })
      .optional()
      .describe('A field of the JSON answer, by its dotted path (`Response.SendStatusSet.0.Code`)'),
    idPath: z.string().min(1).optional().describe('The place of the provider’s message id in the answer'),
  }),
  /** 401 and 403 concern our credentials and not the number. Every 5xx is temporary as well. */
  temporaryStatuses: z.array(status).default([401, 403, 404, 408, 425, 429]),
  temporaryValues: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .default([])
    .describe('Values of the success field that are worth another try: limits, an empty account'),
  timeoutSeconds: z.number().positive().max(60).default(10),
});

export type Gateway = z.infer<typeof gateway>;
