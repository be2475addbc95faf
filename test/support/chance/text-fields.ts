import { z } from 'zod';

/** The parts of a JSON Schema made by zod that concern texts. */
interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly items?: Schema | undefined;
}

const schema: z.ZodType<Schema> = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  get anyOf() {
    return z.array(schema).optional();
  },
  get oneOf() {
    return z.array(schema).optional();
  },
  get allOf() {
    return z.array(schema).optional();
  },
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), schema]).optional();
  },
  get items() {
    return schema.optional();
  },
});

/** The place of a text: names of fields, `0` for an entry of a list. */
export type Place = readonly (string | number)[];

/** Every place of a body or a query where a text is allowed. A record with any names has one of them. */
export function textFieldsOf(type: z.ZodType): Place[] {
  const found = new Map<string, Place>();
  const look = (of: Schema, place: Place): void => {
    for (const branch of [...(of.anyOf ?? []), ...(of.oneOf ?? []), ...(of.allOf ?? [])]) look(branch, place);
    for (const [name, inner] of Object.entries(of.properties ?? {})) look(inner, [...place, name]);
    if (typeof of.additionalProperties === 'object') look(of.additionalProperties, [...place, 'name']);
    if (of.items) look(of.items, [...place, 0]);
    const open = of.type === undefined && !of.anyOf && !of.oneOf && !of.allOf;
    if (of.type === 'string' || of.type?.includes('string') === true || open)
      found.set(place.join('.'), place);
  };
  look(schema.parse(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })), []);
  return [...found.values()];
}

/** A value with the text at that place and nothing else. */
export function holding(place: Place, text: string): unknown {
  return place.reduceRight<unknown>(
    (inner, at) => (typeof at === 'number' ? [inner] : { [at]: inner }),
    text,
  );
}
