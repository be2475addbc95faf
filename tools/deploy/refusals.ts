import type { Stage } from '../../infra/stage.ts';
import { signInFindings } from '../doctor/outside.ts';

/** DynamoDB’s limit for one item. */
const ITEM_BYTES = 400 * 1024;

export interface Planned {
  readonly stage: Stage;
  /** As `git describe` says it. */
  readonly version: string;
  /** The compiled rulebooks by jurisdiction. */
  readonly rulebooks: Readonly<Record<string, unknown>>;
}

/** What would stop a deployment half-way, or let something in that cannot be told later: each with its remedy. */
export async function refusals({ stage, version, rulebooks }: Planned): Promise<string[]> {
  const uncommitted = stage.name !== 'dev' && version.endsWith('-dirty');
  const issuer = await signInFindings(stage);
  const large = Object.entries(rulebooks)
    .map(([jurisdiction, book]) => ({ jurisdiction, bytes: Buffer.byteLength(JSON.stringify(book)) }))
    .filter(({ bytes }) => bytes > ITEM_BYTES);
  return [
    ...(uncommitted
      ? [
          `there are changes that no commit has, so that nobody could tell later what stage ${stage.name} runs: commit them, or git stash`,
        ]
      : []),
    ...issuer.map(
      ({ what, mend }) => `${what}: API Gateway asks it when the stack is made, and refuses. ${mend}`,
    ),
    ...large.map(
      ({ jurisdiction, bytes }) =>
        `the rulebook of ${jurisdiction} has ${bytes} bytes, and an item of the table ${ITEM_BYTES} at most: shorten the texts of shared/rulebooks/${jurisdiction}, or move what holds everywhere to shared/rulebooks/national`,
    ),
  ];
}
