import { runForOneUser, tool, type Terminal } from '../local/command-line.ts';
import { jsonOfFile } from '../local/person-file.ts';
import { ToldError } from '../local/told-error.ts';
import { address } from './address.ts';
import { createApi, type Api } from './settings/api.ts';
import { bundle, readBundle, type Bundle } from './settings/bundle.ts';
import { differenceOf, type Change } from './settings/changes.ts';

const usage = `npm run -s settings -- export --url U > FILE
npm run -s settings -- import --url U --in FILE [--dry-run] [--track-from]
  carries what a bureau decided (settings, staff, entered years, a superior’s figures) from one product to another,
  through the API; shows each difference first. FILE holds names and addresses of staff.
  --token T         or ARCHIVE_DUTY_TOKEN; role bureau-admin, for a superior’s figures superior
  --jurisdiction J  where the token is a superior’s, or has none
  --track-from      takes over from when on duties are pursued, too
exits 0 where all is carried over, 1 where something was refused`;

interface Options {
  readonly api: Api;
  readonly file: string | undefined;
  readonly dry: boolean;
  readonly trackFrom: boolean;
}

interface Words {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly in?: string | undefined;
  readonly 'dry-run': boolean;
  readonly 'track-from': boolean;
}

function optionsOf(act: string, values: Words): Options {
  const token = values.token ?? process.env['ARCHIVE_DUTY_TOKEN'];
  const complete = act === 'export' || (act === 'import' && values.in !== undefined);
  if (!complete || values.url === undefined) throw new ToldError(usage);
  if (token === undefined) throw new ToldError('Say who asks: --token, or ARCHIVE_DUTY_TOKEN.');
  return {
    api: createApi(address(values.url), token, values.jurisdiction),
    file: values.in,
    dry: values['dry-run'],
    trackFrom: values['track-from'],
  };
}

function readFile(file: string): Bundle {
  let value: unknown;
  try {
    value = jsonOfFile(file);
  } catch (error) {
    throw new ToldError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = bundle.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ToldError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

async function importFile(
  { api, dry, trackFrom }: Options,
  file: string,
  terminal: Terminal,
): Promise<number> {
  const { say } = terminal;
  const wanted = readFile(file);
  if (wanted.jurisdiction !== api.jurisdiction)
    throw new ToldError(
      `${file} is of ${wanted.jurisdiction}, the token of ${api.jurisdiction}: their rules differ.`,
    );
  const { bundle: target, versions } = await readBundle(api);
  // A superior has no calendar.
  const asked = api.role === 'superior' ? { ...wanted, years: [] } : wanted;
  const { changes, notes } = differenceOf(asked, target, versions, trackFrom);
  for (const note of notes) say(`stays: ${note}`);
  for (const { what, lines } of changes) for (const line of lines) say(`${what}: ${line}`);
  if (changes.length === 0) say('The target decides as the file says already.');
  let refused = 0;
  if (!dry) for (const change of changes) refused += await apply(api, change, terminal);
  return refused > 0 ? 1 : 0;
}

/**
 * Makes the changes one after the other and reports each. If one is refused, the others are made all the same.
 * Returns the refused ones.
 */
async function apply(
  api: Api,
  { what, method, path, body, version, role }: Change,
  { say }: Terminal,
): Promise<number> {
  const refusal =
    api.role === role
      ? await api.change(method, path, body, version)
      : `needs a token with the role ${role}; this one is ${api.role}: run the same command with it`;
  say(refusal === undefined ? `done: ${what}` : `REFUSED: ${what}: ${refusal}`);
  return refusal === undefined ? 0 : 1;
}

export const main = tool({
  usage,
  flags: {
    url: { type: 'string' },
    token: { type: 'string' },
    jurisdiction: { type: 'string' },
    in: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'track-from': { type: 'boolean', default: false },
  },
  takesWords: true,
  run: async ({ values, positionals: [act = ''] }, terminal) => {
    const options = optionsOf(act, values);
    if (act === 'import') return importFile(options, options.file ?? '', terminal);
    terminal.say(JSON.stringify((await readBundle(options.api)).bundle, null, 2));
    return 0;
  },
});

await runForOneUser(import.meta.url, main);
