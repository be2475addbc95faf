import { z } from 'zod';
import type { Resource, Synthesised } from './synthesised.ts';

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const statement = z.object({
  Action: several,
  Effect: z.literal('Allow'),
  Resource: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
  Condition: z.record(z.string(), z.record(z.string(), several)).optional(),
});
const document = z.object({ Statement: z.array(statement) });

/** One permission of a role: an action on a resource, and the keys. */
export interface Allowed {
  readonly action: string;
  readonly on: string;
  readonly keys: readonly string[];
  readonly through: readonly string[];
}

/** The permissions of a function’s role, from its policies. */
export function allowedTo(stage: Synthesised, roleId: string): Allowed[] {
  const policies = Object.values(stage.resources('service', 'AWS::IAM::Policy')).filter((policy) =>
    rolesOf(policy).includes(roleId),
  );
  const statements = policies.flatMap(
    (policy) => document.parse(policy.Properties['PolicyDocument']).Statement,
  );
  return statements.flatMap((one) =>
    one.Action.flatMap((action) =>
      one.Resource.map((on) => ({
        action,
        on: nameOf(on),
        keys: one.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [],
        through: Object.entries(one.Condition?.['StringEquals'] ?? {}).flatMap(([key, values]) =>
          values.map((value) => `${key} ${value}`),
        ),
      })),
    ),
  );
}

const roles = z.array(z.object({ Ref: z.string() }));
const rolesOf = (policy: Resource): string[] => roles.parse(policy.Properties['Roles']).map(({ Ref }) => Ref);

/** The name of an output without the kind of reference and the hashes around the resource. */
const published = z.object({ 'Fn::GetStackOutput': z.object({ OutputName: z.string() }) });

const reference = z.union([
  published.transform((found) =>
    found['Fn::GetStackOutput'].OutputName.replace(
      /^PublishOutput(?:FnGetAtt|Ref)(\w+?)[0-9A-F]{8}.*$/,
      '$1',
    ),
  ),
  z.object({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((found) => found['Fn::GetAtt'][0]),
]);

/** A resource with a readable name: references without CDK’s hashes, texts joined. */
export function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(value);
  if (joined.success) return joined.data['Fn::Join'][1].map(nameOf).join(joined.data['Fn::Join'][0]);
  const named = reference.safeParse(value);
  if (!named.success) return JSON.stringify(value);
  return named.data.replace(/^AWS::AccountId$/, 'ACCOUNT').replace(/[0-9A-F]{8}$/, '');
}
