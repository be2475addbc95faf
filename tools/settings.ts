import { parseArgs } from 'node:util';
import { jsonOfFile } from '../local/person-file.ts';
import { BackupError } from './backup/archive.ts';
import { address, command } from './backup/command.ts';
import { createApi, type Api } from './settings/api.ts';
import { bundle, readBundle, type Bundle } from './settings/bundle.ts';
import { differenceOf, type Change } from './settings/changes.ts';

const USAGE = `npm run -s settings -- export --url U > FILE
npm run -s settings -- import --url U --in FILE [--dry-run] [--track-from]
  carries what a bureau decided (settings, staff, entered years, a superior’s figures) from one product to another,
  through the API; shows each difference first. FILE holds names and addresses of staff.
  --token T         or ARCHIVE_DUTY_TOKEN; role bureau-admin, for a superior’s figures superior
  --jurisdiction J  where the token is a superior’s, or has none
  --track-from      takes over from when on duties are pursued, too`;

interface Options {
  readonly api: Api;
  readonly file: string | undefined;
  readonly dry: boolean;
  readonly trackFrom: boolean;
}

function readOptions(): Options & { readonly act: string } {
  const { values, positionals } = parseArgs({
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      jurisdiction: { type: 'string' },
      in: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'track-from': { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [act = ''] = positionals;
  const token = values.token ?? process.env['ARCHIVE_DUTY_TOKEN'];
  const complete =
    values.url !== undefined && (act === 'export' || (act === 'import' && values.in !== undefined));
  if (!complete || values.url === undefined) throw new BackupError(USAGE);
  if (token === undefined) throw new BackupError('Say who asks: --token, or ARCHIVE_DUTY_TOKEN.');
  return {
    act,
    api: createApi(address(values.url), token, values.jurisdiction),
    file: values.in,
    dry: values['dry-run'] === true,
    trackFrom: values['track-from'] === true,
  };
}

function readFile(file: string): Bundle {
  let value: unknown;
  try {
    value = jsonOfFile(file);
  } catch (error) {
    throw new BackupError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = bundle.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new BackupError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

async function importFile({ api, dry, trackFrom }: Options, file: string): Promise<void> {
  const wanted = readFile(file);
  if (wanted.jurisdiction !== api.jurisdiction)
    throw new BackupError(
      `${file} is of ${wanted.jurisdiction}, the token of ${api.jurisdiction}: their rules differ.`,
    );
  const { bundle: target, versions } = await readBundle(api);
  // A superior has no calendar of its own.
  const asked = api.role === 'superior' ? { ...wanted, years: [] } : wanted;
  const { changes, notes } = differenceOf(asked, target, versions, trackFrom);
  for (const note of notes) console.log(`stays: ${note}`);
  for (const { what, lines } of changes) for (const line of lines) console.log(`${what}: ${line}`);
  if (changes.length === 0) console.log('The target decides as the file says already.');
  if (!dry) for (const change of changes) await apply(api, change);
}

/** One after the other, each reported: what one of them is refused leaves the others done. */
async function apply(api: Api, { what, method, path, body, version, role }: Change): Promise<void> {
  const refusal =
    api.role === role
      ? await api.change(method, path, body, version)
      : `needs a token with the role ${role}; this one is ${api.role}: run the same command with it`;
  console.log(refusal === undefined ? `done: ${what}` : `REFUSED: ${what}: ${refusal}`);
  if (refusal !== undefined) process.exitCode = 1;
}

await command(async () => {
  const options = readOptions();
  if (options.act === 'export') console.log(JSON.stringify((await readBundle(options.api)).bundle, null, 2));
  else await importFile(options, options.file ?? '');
});
