import { expect, test } from 'vitest';
import { z } from 'zod';
import { keptTypes } from '../../infra/kept.ts';
import type { Part, Synthesised } from '../support/aws/synthesised.ts';

const everything = z.object({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      DeletionPolicy: z.string().optional(),
      UpdateReplacePolicy: z.string().optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.looseObject({ Export: z.unknown().optional() })).default({}),
});

const partsOf = ({ stacks }: Synthesised): Part[] => [
  'state',
  'service',
  'observability',
  ...(stacks.web ? (['web'] as const) : []),
];

/** The resources of a stage that hold what cannot be made again. */
const kept = (stage: Synthesised) =>
  partsOf(stage).flatMap((part) =>
    Object.entries(everything.parse(stage.template(part).toJSON()).Resources)
      .filter(([, { Type }]) => keptTypes.includes(Type))
      .map(([id, resource]) => ({ part, id, ...resource })),
  );

/** One line for each, by the name that CloudFormation knows it under. */
export const keptPage = (stage: Synthesised): string =>
  [
    `# ${stage.stacks.stage.name}`,
    ...kept(stage)
      .map(({ part, id, Type }) => `${part} ${id} ${Type}`)
      .sort(),
  ].join('\n');

/** What a mistake, a failed first deployment or a change of the code must not take away, in every stage. */
export function whatSurvives(name: string, stageOf: (name: string) => Synthesised): void {
  test('what cannot be made again outlives its stack and every update, and only what is protected stays when its creation fails', () => {
    const found = kept(stageOf(name));
    expect(found.length).toBeGreaterThan(10);
    for (const { id, Type, DeletionPolicy, UpdateReplacePolicy } of found) {
      const isProtected = Type === 'AWS::DynamoDB::Table' || Type === 'AWS::Cognito::UserPool';
      expect([id, DeletionPolicy]).toEqual([id, isProtected ? 'Retain' : 'RetainExceptOnCreate']);
      expect([id, UpdateReplacePolicy]).toEqual([id, 'Retain']);
    }
  });

  test('queues are beside the table, and the stacks that people rely on cannot be deleted', () => {
    const { state, service, web } = stageOf(name).stacks;
    expect(stageOf(name).resources('service', 'AWS::SQS::Queue')).toEqual({});
    for (const stack of [state, service, ...(web ? [web] : [])])
      expect([stack.stackName, stack.terminationProtection]).toEqual([stack.stackName, true]);
  });

  test('no stack holds another: a function or an address can go or be called otherwise', () => {
    for (const part of partsOf(stageOf(name))) {
      const template = stageOf(name).template(part).toJSON();
      expect(JSON.stringify(template)).not.toContain('Fn::ImportValue');
      const { Outputs } = everything.parse(template);
      expect(Object.values(Outputs).filter(({ Export }) => Export !== undefined)).toEqual([]);
    }
  });
}
