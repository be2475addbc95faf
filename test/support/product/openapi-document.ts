import { z } from 'zod';

/** The parts of an OpenAPI 3.1 document that this API uses; any other field is a mistake. */
const schemaObject = z.record(z.string(), z.unknown());
const content = z.record(
  z.string(),
  z.strictObject({ schema: schemaObject, example: z.unknown().optional() }),
);
const text = z.string().min(1);
const parameter = z.strictObject({
  in: z.enum(['path', 'query', 'header']),
  name: text,
  schema: schemaObject,
  required: z.boolean().optional(),
  description: z.string().optional(),
  example: z.string().optional(),
});
const header = parameter.omit({ in: true, name: true, required: true });
const response = z.strictObject({
  description: text,
  headers: z.record(z.string(), header).default({}),
  content: content.optional(),
});
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][a-zA-Z]+$/),
  tags: z.tuple([text]),
  summary: text,
  description: text.optional(),
  parameters: z.array(parameter).default([]),
  requestBody: z.strictObject({ content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), response),
  security: z.array(z.unknown()).optional(),
});
export const method = z.enum(['get', 'post', 'put', 'patch', 'delete']);
export const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: text,
    version: z.string(),
    description: text,
    license: z.strictObject({ name: text }),
  }),
  servers: z.tuple([z.strictObject({ url: z.literal('/'), description: text })]),
  security: z.tuple([z.strictObject({ token: z.tuple([]) })]),
  tags: z.array(z.strictObject({ name: text, description: text })),
  components: z.strictObject({
    securitySchemes: z.strictObject({
      token: z.strictObject({
        type: z.literal('http'),
        scheme: z.literal('bearer'),
        bearerFormat: z.literal('JWT'),
      }),
    }),
    schemas: z.record(z.string(), schemaObject),
    responses: z.record(z.string(), response),
    headers: z.record(z.string(), header),
    parameters: z.record(z.string(), parameter),
  }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(method, operation)),
});
export type Operation = z.infer<typeof operation>;

const parts = z.looseObject({
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const reference = z.strictObject({ $ref: z.string().regex(/^#\/components\/\w+\/\w+$/) });

/** The document with resolved references to parameters, answers and headers; references to schemas stay. */
export function followed(document: unknown): unknown {
  const { components } = parts.parse(document);
  const follow = (value: unknown): unknown => {
    const found = reference.safeParse(value);
    if (found.success && !found.data.$ref.includes('/schemas/')) {
      const [, , kind = '', name = ''] = found.data.$ref.split('/');
      const part = components[kind]?.[name];
      if (part === undefined) throw new Error(`${found.data.$ref} leads nowhere`);
      return follow(part);
    }
    if (Array.isArray(value)) return value.map(follow);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, follow(inner)]));
  };
  return follow(document);
}

/** A schema of the document as a schema of zod, with those that it refers to. */
export function schemaOf(document: z.infer<typeof openApi>, schema: unknown): z.ZodType {
  const own = withoutFormats(schema);
  const wanted = new Map<string, Record<string, unknown>>();
  const gather = (from: unknown): void => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (wanted.has(name)) continue;
      const found = document.components.schemas[name];
      if (!found) throw new Error(`there is no schema ${name}`);
      wanted.set(name, withoutFormats(found));
      gather(wanted.get(name));
    }
  };
  gather(own);
  return z.fromJSONSchema({ ...own, $defs: Object.fromEntries(wanted) });
}

/** Formats are for readers; `2026-09-30T09:00:00+08:00` is a date-time whatever a library makes of it. */
function withoutFormats(value: unknown): Record<string, unknown> {
  const plain = JSON.stringify(value, (key, entry: unknown) =>
    key === 'format' && typeof entry === 'string' ? undefined : entry,
  );
  return schemaObject.parse(JSON.parse(plain.replaceAll('"#/components/schemas/', '"#/$defs/')));
}
