import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { OnLoadResult, Plugin, PluginBuild } from 'esbuild';
import { z } from 'zod';

export interface Contents {
  /**
   * The rules that a function reads: all with all their texts; those from which dates and letters are made;
   * these and the measures against defaults; or these and the quotas of checks.
   */
  readonly rules: 'whole' | 'deadlines' | 'ladders' | 'quotas';
  /** Whether it publishes its schemas as JSON Schema. */
  readonly jsonSchema: boolean;
  /** Whether it answers people, who read a problem’s sentence. The other functions only need its kind. */
  readonly sentences: boolean;
}

const credentials = fileURLToPath(new URL('../functions/lambda/credentials.ts', import.meta.url));

/**
 * Leaves out of a bundle what its function cannot reach and esbuild cannot detect: half of what would otherwise
 * be loaded at every cold start. If such a part is called all the same, it throws with these words.
 */
export function leavingOut({ rules, jsonSchema, sentences }: Contents): Plugin {
  return {
    name: 'leaving-out',
    setup: (build) => {
      // Lambda’s credentials are in the environment: no profiles, no single sign-on, no instance metadata.
      build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: credentials }));
      if (!sentences) leaveSentences(build);
      // `import { z }` includes the whole of zod with fifty languages; with `* as z` unused parts are
      // dropped.
      transform(build, /[\\/](shared|functions)[\\/].*\.ts$/, (text) =>
        text.replace("import { z } from 'zod'", "import * as z from 'zod'"),
      );
      // Mails have no attachments named after files, and are sent to one server by its address.
      replace(build, /nodemailer[\\/].*mime-funcs[\\/]mime-types\.js$/, [
        'detectMimeType',
        'detectExtension',
      ]);
      replace(build, /nodemailer[\\/].*well-known[\\/]index\.js$/, [], '() => false');
      for (const other of [...otherTransports, 'fetch', 'dkim', 'xoauth2'])
        replace(build, new RegExp(`nodemailer[\\\\/].*[\\\\/]${other}[\\\\/]index\\.js$`), [], 'leftOut');
      // DynamoDB needs no discovery of endpoints, so their cache is never used.
      build.onLoad({ filter: /@aws-sdk[\\/]endpoint-cache[\\/].*\.js$/ }, () => ({
        contents: 'export class EndpointCache {}',
        loader: 'js',
      }));
      if (!jsonSchema) leaveJsonSchema(build);
      packRules(build, rules);
    },
  };
}

const otherTransports = ['ses-transport', 'sendmail-transport', 'stream-transport', 'json-transport'];

const LEFT_OUT = `const leftOut = () => { throw new Error('left out of this bundle by infra/leaving-out.ts'); };`;

function transform(build: PluginBuild, filter: RegExp, change: (text: string) => string): void {
  build.onLoad({ filter }, ({ path }): OnLoadResult => {
    return { contents: change(readFileSync(path, 'utf8')), loader: 'ts' };
  });
}

/** Replaces a module by its exported names only. */
function replace(build: PluginBuild, filter: RegExp, names: readonly string[], standard?: string): void {
  const contents = [
    LEFT_OUT,
    ...names.map((name) => `export const ${name} = leftOut;`),
    ...(standard === undefined ? [] : [`export default ${standard};`]),
  ].join('\n');
  build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
}

function leaveJsonSchema(build: PluginBuild): void {
  const leave = (filter: RegExp, value: string): void => {
    build.onLoad({ filter }, ({ path }): OnLoadResult => {
      const exported = readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm);
      const lines = [...exported].map(([, name]) => `export const ${name ?? ''} = ${value};`);
      return { contents: [LEFT_OUT, ...lines, 'export { leftOut as process };'].join('\n'), loader: 'js' };
    });
  };
  leave(/zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/, 'leftOut');
  // Each schema looks up its methods when it is made: they exist, and throw.
  leave(/zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/, '() => leftOut');
}

const problemTable = z.object({ problems: z.record(z.string(), z.object({ kind: z.string() })) });

/** Keeps the kind of each problem. The table is read as the product reads it. */
function leaveSentences(build: PluginBuild): void {
  build.onLoad(
    { filter: /[\\/]shared[\\/]problems[\\/]table\.ts$/ },
    async ({ path }): Promise<OnLoadResult> => {
      const { outputFiles } = await build.esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
      });
      const module = outputFiles[0]?.text ?? '';
      const table: unknown = await import(`data:text/javascript,${encodeURIComponent(module)}`);
      const { problems } = problemTable.parse(table);
      const codes: Record<string, string[]> = {};
      for (const [code, { kind }] of Object.entries(problems)) (codes[kind] ??= []).push(code);
      const contents = [
        'export const problems = {};',
        `const codes = ${JSON.stringify(codes)};`,
        'for (const kind in codes) for (const code of codes[kind]) problems[code] = { kind };',
        'export const isProblemCode = (code) => Object.hasOwn(problems, code);',
      ].join('\n');
      return { contents, loader: 'js' };
    },
  );
}

const compiled = z.record(
  z.string(),
  z.object({
    version: z.string(),
    regimes: z.array(z.looseObject({ rules: z.array(z.looseObject({})) })),
  }),
);

/** Packs the rulebooks to a fifth of their size. Each cold start unpacks them once. */
function packRules(build: PluginBuild, rules: Contents['rules']): void {
  build.onLoad({ filter: /[\\/]rulebooks[\\/]compiled\.json$/ }, ({ path }): OnLoadResult => {
    const text = readFileSync(path, 'utf8');
    const kept = rules === 'whole' ? text : JSON.stringify(keepDeadlines(text, besides[rules]));
    const packed = deflateRawSync(kept, { level: 9 }).toString('base64');
    const contents = [
      `import { inflateRawSync } from 'node:zlib';`,
      `export default JSON.parse(inflateRawSync(Buffer.from('${packed}', 'base64')).toString());`,
    ].join('\n');
    return { contents, loader: 'js' };
  });
}

const besides = { deadlines: undefined, ladders: 'escalation', quotas: 'quota' } as const;

/** Keeps the rules that are deadlines, without the texts that only the console shows. The versions stay. */
function keepDeadlines(
  text: string,
  more: 'escalation' | 'quota' | undefined,
): Readonly<Record<string, unknown>> {
  const books = compiled.parse(JSON.parse(text));
  const kept = Object.entries(books).map(([id, { version, regimes }]): [string, object] => [
    id,
    {
      version,
      regimes: regimes
        .map((regime) => ({
          ...regime,
          notes: undefined,
          rules: regime.rules
            .filter(
              (rule) => rule['deadline'] !== undefined || (more !== undefined && rule[more] !== undefined),
            )
            .map((rule) => ({
              ...rule,
              ...notRead,
              ...(more === undefined ? {} : { [more]: rule[more] }),
            })),
        }))
        .filter((regime) => regime.rules.length > 0),
    },
  ]);
  return Object.fromEntries(kept);
}

const notRead = {
  covers: [],
  notes: undefined,
  quota: undefined,
  procedure: undefined,
  escalation: undefined,
};
