import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FunctionName } from '../shared/functions.ts';
import { eachFunction, settled } from './each-function.ts';
import { leavingOut, type Contents } from './leaving-out.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Providers {
  readonly mail: 'ses' | 'smtp';
  readonly sms: 'aws' | 'gateway' | 'none';
  readonly signIn: 'cognito' | 'oidc';
}

const lean: Contents = { rules: 'deadlines', jsonSchema: false, sentences: false };
const contents: Readonly<Record<FunctionName, Contents>> = {
  api: { rules: 'whole', jsonSchema: true, sentences: true },
  plan: lean,
  sweep: lean,
  deliver: { ...lean, rules: 'ladders' },
  report: { ...lean, rules: 'quotas' },
  receipts: lean,
  documents: { rules: 'whole', jsonSchema: false, sentences: true },
  imports: { rules: 'whole', jsonSchema: false, sentences: true },
};

const conditions = { ses: [], smtp: ['smtp'], aws: [], gateway: ['gateway'], none: ['no-sms'] } as const;
const signsIn = { cognito: [], oidc: ['no-accounts'] } as const;

export interface Bundle {
  /** The asset folder: one module, and the map by which a stack names files and lines of the sources. */
  readonly folder: string;
  readonly bytes: number;
}

export type Bundles = Readonly<Record<FunctionName, Bundle>>;

/** Bundles every function of the registry for a stage’s providers into `folder`. */
export async function bundleFunctions(folder: string, providers: Providers): Promise<Bundles> {
  const started = eachFunction((name) => bundle(name, folder, providers));
  return settled(started);
}

async function bundle(name: FunctionName, folder: string, providers: Providers): Promise<Bundle> {
  const file = `${folder}/${name}/index.mjs`;
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`functions/lambda/${name}.ts`],
    outfile: file,
    bundle: true,
    write: false,
    minify: true,
    sourcemap: 'linked',
    // The sources themselves are in the repository.
    sourcesContent: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    // The files for `#mail`, `#sms` and `#accounts`, see package.json.
    conditions: [
      'module',
      ...conditions[providers.mail],
      ...conditions[providers.sms],
      ...signsIn[providers.signIn],
    ],
    plugins: [leavingOut(contents[name])],
  });
  const module = result.outputFiles.find((output) => output.path.endsWith('index.mjs'));
  const sourceMap = result.outputFiles.find((output) => output.path.endsWith('.map'));
  if (!module || !sourceMap) throw new Error(`esbuild wrote no module for ${name}`);
  const asset = `${folder}/${name}`;
  rmSync(asset, { recursive: true, force: true });
  mkdirSync(asset, { recursive: true });
  writeFileSync(`${asset}/index.mjs`, module.contents);
  writeFileSync(`${asset}/index.mjs.map`, sourceMap.contents);
  return { folder: asset, bytes: module.contents.byteLength };
}
