import { ToldError } from '../../local/told-error.ts';
import { parseInstant, type Instant } from '../../shared/domain/time/instant.ts';

export const usage = `npm run restore -- --data DIR --in FILE (--sent-until INSTANT | --sent-nothing)
npm run restore -- --stage prod --in FILE (--sent-until INSTANT | --sent-nothing)
  --sent-until    the old product went on sending until then: what fell due before it is not sent again
  --sent-nothing  nothing has left since the backup: all that fell due leaves late
  --replace --confirm   where the table is not empty; on one machine the old one is kept beside it
a table that AWS has restored to a moment, before the stage uses it (tableName in cdk.json):
npm run restore -- --stage prod --table NAME --taken-at INSTANT (--sent-until INSTANT | --sent-nothing)
nothing leaves after a restore until a person lifts the hold:
npm run restore -- --data DIR --release     or     --stage prod --release
exits 0 where it is done, 1 where it is not; a FILE that is refused has changed nothing`;

export interface Options {
  readonly data: string | undefined;
  readonly stage: string | undefined;
  readonly table: string | undefined;
  readonly in: string | undefined;
  /** The moment to which AWS has restored the table. */
  readonly takenAt: Instant | undefined;
  readonly sentUntil: Instant | undefined;
  readonly replace: boolean;
  readonly release: boolean;
}

interface Words {
  readonly data?: string | undefined;
  readonly stage?: string | undefined;
  readonly table?: string | undefined;
  readonly in?: string | undefined;
  readonly 'taken-at'?: string | undefined;
  readonly 'sent-until'?: string | undefined;
  readonly 'sent-nothing': boolean;
  readonly replace: boolean;
  readonly confirm: boolean;
  readonly release: boolean;
}

export function optionsOf(values: Words): Options {
  const { data, stage, table, in: file, replace, release } = values;
  const until = values['sent-until'];
  const [takenAt, sentUntil] = [instantOf('taken-at', values['taken-at']), instantOf('sent-until', until)];
  const asked = [file !== undefined, takenAt !== undefined, release].filter(Boolean).length;
  if ((data === undefined) === (stage === undefined) || asked !== 1) throw new ToldError(usage);
  if (takenAt !== undefined && (stage === undefined || table === undefined))
    throw new ToldError('--taken-at is for a table that AWS has restored: say --stage and --table, too');
  if (!release && (until === undefined) === !values['sent-nothing'])
    throw new ToldError(
      `Say what has left since the backup, --sent-until INSTANT or --sent-nothing:\n${usage}`,
    );
  if (replace && !values.confirm)
    throw new ToldError(
      '--replace takes everything away that is in the table now: back it up first, then say --confirm too.',
    );
  return { data, stage, table, in: file, takenAt, sentUntil, replace, release };
}

function instantOf(flag: string, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const found = parseInstant(text);
  if (found !== undefined) return found;
  throw new ToldError(
    `--${flag} ${text} is no instant with an offset, for instance 2026-03-02T09:00:00+08:00`,
  );
}
