import { runAtTerminal, tool, type Terminal } from '../local/command-line.ts';
import { ToldError } from '../local/told-error.ts';
import { parseInstant, toInstant } from '../shared/domain/time/instant.ts';
import { readStage } from './aws/stage.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';

const usage = `npm run doctor -- --stage prod [--json] [--now INSTANT]
  says what a stage lacks, what a person loses by it and how to mend it; changes nothing
  --json   for scripts: { stage, findings: [{ id, level, what, loss, mend }] }
  --now    as if it were then, for instance 2026-12-01T09:00:00+08:00
exits 0 where all is well (hints do not count), 1 with findings or on a wrong flag, 2 where nothing could be asked`;

const heads: Readonly<Record<Finding['level'], string>> = {
  missing: 'MISSING',
  hint: 'HINT',
  unasked: 'NOT ASKED',
};

const lineOf = ({ id, level, what, loss, mend }: Finding): string =>
  `${heads[level]}  ${what}  [${id}]\n  loses: ${loss}\n  mend:  ${mend}\n`;

/** Nothing could be asked: the stage is wrong, or AWS does not answer. */
const NOT_ASKED = 2;

interface Asked {
  readonly name: string | undefined;
  readonly at: string | undefined;
  readonly json: boolean;
}

async function report({ name, at, json }: Asked, { say }: Terminal): Promise<number> {
  if (name === undefined) throw new ToldError(`Say which stage of cdk.json: --stage prod\n${usage}`);
  const now = at === undefined ? toInstant(Date.now()) : parseInstant(at);
  if (now === undefined)
    throw new ToldError(`--now ${at ?? ''} is no instant with an offset: 2026-12-01T09:00:00+08:00`);
  const stage = readStage(name);
  const findings = await examine(stage, now);
  const bad = findings.filter(({ level }) => level !== 'hint');
  if (json) say(JSON.stringify({ stage: stage.name, findings }, null, 2));
  else {
    for (const finding of findings) say(lineOf(finding));
    say(
      bad.length === 0
        ? `Stage ${stage.name} lacks nothing.`
        : `${bad.length} findings in stage ${stage.name}.`,
    );
  }
  if (bad.some(({ level }) => level === 'missing')) return 1;
  return bad.length === 0 ? 0 : NOT_ASKED;
}

export const main = tool({
  usage,
  flags: { stage: { type: 'string' }, json: { type: 'boolean', default: false }, now: { type: 'string' } },
  run: async ({ values: { stage, now, json } }, terminal) => {
    try {
      return await report({ name: stage, at: now, json }, terminal);
    } catch (error) {
      throw error instanceof ToldError ? new ToldError(error.message, NOT_ASKED) : error;
    }
  },
});

await runAtTerminal(import.meta.url, main);
