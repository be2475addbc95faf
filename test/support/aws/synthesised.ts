import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { buildStacks, type Stacks } from '../../../infra/build.ts';

const file = fileURLToPath(new URL('../../../cdk.json', import.meta.url));
export const cdkJson = z
  .object({
    app: z.string(),
    context: z.looseObject({ stages: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

export type Part = 'state' | 'service' | 'observability' | 'edge' | 'web';

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
export type Resource = z.infer<typeof resource>;

export interface Synthesised {
  readonly stacks: Stacks;
  /** What `cdk synth` writes into `cdk.out`. */
  readonly assembly: string;
  template(part: Part): Template;
  /** Resources of a type by their logical ids. */
  resources(part: Part, type: string): Record<string, Resource>;
  /** The remaining findings of cdk-nag. */
  findings(): string[];
  remove(): void;
}

/** A stage of cdk.json, synthesised into a separate directory. `web` is the built console. */
export async function synthesise(stage: string, web = 'nowhere'): Promise<Synthesised> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-infra-'));
  const app = new App({ context: { ...cdkJson.context, stage }, outdir: join(directory, 'cdk.out') });
  const stacks = await buildStacks(app, { bundles: join(directory, 'functions'), built: web });
  const all: Stack[] = [stacks.state, stacks.service, stacks.observability];
  if (stacks.edge) all.push(stacks.edge);
  if (stacks.web) all.push(stacks.web);
  const stackOf = (part: Part): Stack => {
    const found = stacks[part];
    if (!found) throw new Error(`${stage} has no ${part} stack`);
    return found;
  };
  const templates = new Map(all.map((stack) => [stack, Template.fromStack(stack)]));
  const template = (part: Part): Template => {
    const found = templates.get(stackOf(part));
    if (!found) throw new Error(`no template of ${part}`);
    return found;
  };
  return {
    stacks,
    assembly: app.outdir,
    template,
    resources: (part, type) =>
      Object.fromEntries(
        Object.entries(template(part).findResources(type)).map(([id, found]) => [id, resource.parse(found)]),
      ),
    findings: () =>
      all.flatMap((stack) => {
        const annotations = Annotations.fromStack(stack);
        const about = Match.anyValue();
        return [...annotations.findError('*', about), ...annotations.findWarning('*', about)].map(
          (found) => `${found.id}: ${JSON.stringify(found.entry.data)}`,
        );
      }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
