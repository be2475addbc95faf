import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resource>;

const template = z.looseObject({
  Resources: z.record(z.string(), resource),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }),
    )
    .default({}),
});
export type Template = z.infer<typeof template>;

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      environment: z.string().optional(),
      properties: z
        .looseObject({ templateFile: z.string().optional(), file: z.string().optional() })
        .optional(),
    }),
  ),
});
const assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

export interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: Template;
}

/** What `cdk synth` wrote into a folder, and nothing else. */
export interface Assembly {
  readonly stacks: readonly Stack[];
  /** The file or folder of an asset, by the key under which a template names it. */
  readonly asset: (objectKey: string) => string;
}

/** The account of whoever deploys, where the stage names none. */
const ACCOUNT = '111122223333';

const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Reads an assembly. `change` alters the copy of a template in memory, to see what the environment says about it. */
export function readAssembly(
  directory: string,
  change: (template: Template, stack: string) => Template = (as) => as,
): Assembly {
  const artifacts = Object.entries(manifest.parse(read(directory, 'manifest.json')).artifacts);
  const stacks = artifacts.flatMap(([name, { environment = '', properties }]): Stack[] => {
    if (properties?.templateFile === undefined) return [];
    const [account = '', region = ''] = environment.replace('aws://', '').split('/');
    return [
      {
        name,
        account: /^\d+$/.test(account) ? account : ACCOUNT,
        region,
        template: change(template.parse(read(directory, properties.templateFile)), name),
      },
    ];
  });
  const places = new Map<string, string>();
  for (const [, { type, properties }] of artifacts) {
    if (type !== 'cdk:asset-manifest' || properties?.file === undefined) continue;
    for (const { source, destinations } of Object.values(
      assets.parse(read(directory, properties.file)).files,
    ))
      for (const { objectKey } of Object.values(destinations))
        places.set(objectKey, join(directory, source.path));
  }
  return {
    stacks,
    asset: (objectKey) => {
      const place = places.get(objectKey);
      if (place === undefined) throw new Error(`the assembly has no asset ${objectKey}`);
      return place;
    },
  };
}
