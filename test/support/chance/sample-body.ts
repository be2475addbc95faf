import { z } from 'zod';
import type { Route } from '../../../functions/api/route.ts';

/** The parts of a JSON Schema made by zod that a sample needs. */
interface Schema {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly minItems?: number | undefined;
  readonly minimum?: number | undefined;
}

const schema: z.ZodType<Schema> = z.looseObject({
  // Of a field that may be null, the first.
  type: z.union([z.string(), z.array(z.string()).transform(([first]) => first)]).optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  get anyOf() {
    return z.array(schema).optional();
  },
  get oneOf() {
    return z.array(schema).optional();
  },
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  required: z.array(z.string()).optional(),
  get items() {
    return schema.optional();
  },
  minItems: z.number().optional(),
  minimum: z.number().optional(),
});

const texts: Readonly<Record<string, string>> = {
  date: '2026-08-31',
  'date-time': '2026-08-31T09:00:00+08:00',
  email: 'sample@unit.example.com',
};

function sampleOf(of: Schema): unknown {
  if (of.const !== undefined) return of.const;
  if (of.enum) return of.enum[0];
  const [first] = of.anyOf ?? of.oneOf ?? [];
  if (first) return sampleOf(first);
  switch (of.type) {
    case 'object':
      return Object.fromEntries(
        (of.required ?? []).map((name) => [name, sampleOf(of.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: of.minItems ?? 0 }, () => sampleOf(of.items ?? {}));
    case 'integer':
    case 'number':
      return of.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return texts[of.format ?? ''] ?? 'sample';
  }
}

/** Bodies that do not follow from the schema alone, by method and path. */
const own: Readonly<Record<string, unknown>> = {
  'POST /v1/jurisdictions/{j}/subjects/{id}/events': { event: 'closing', on: '2026-08-31' },
  'PUT /v1/jurisdictions/{j}/overrides/{regime}/{rule}': {
    figures: { checks: 2 },
    issuedBy: '上级档案局',
    documentNumber: '1号',
    from: '2026-01-01',
    to: '2026-12-31',
  },
};

/** A body that the route takes, made from its schema; undefined for routes without one. */
export function sampleBody(route: Route): unknown {
  if (!route.body) return undefined;
  const name = `${route.method} ${route.path}`;
  const made =
    own[name] ?? sampleOf(schema.parse(z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' })));
  if (!route.body.safeParse(made).success)
    throw new Error(`no sample body for ${name}: enter one in test/support/chance/sample-body.ts`);
  return made;
}
