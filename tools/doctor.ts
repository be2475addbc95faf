import { parseArgs } from 'node:util';
import { ConfigError } from '../infra/config.ts';
import { parseInstant, toInstant } from '../shared/domain/time/instant.ts';
import { CannotAsk, readStage } from './aws/stage.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';

const USAGE = `npm run doctor -- --stage prod [--json] [--now INSTANT]
  says what a stage lacks, what a person loses by it and how to mend it; changes nothing
  --json   for scripts: { stage, findings: [{ id, level, what, loss, mend }] }
  --now    as if it were then, for instance 2026-12-01T09:00:00+08:00
exits 0 where all is well (hints do not count), 1 with findings, 2 where AWS could not be asked`;

const heads: Readonly<Record<Finding['level'], string>> = {
  missing: 'MISSING',
  hint: 'HINT',
  unasked: 'NOT ASKED',
};

const lineOf = ({ id, level, what, loss, mend }: Finding): string =>
  `${heads[level]}  ${what}  [${id}]\n  loses: ${loss}\n  mend:  ${mend}\n`;

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string' },
      json: { type: 'boolean' },
      now: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  if (values.stage === undefined)
    throw new ConfigError(`Say which stage of cdk.json: --stage prod\n${USAGE}`);
  const now = values.now === undefined ? toInstant(Date.now()) : parseInstant(values.now);
  if (now === undefined)
    throw new ConfigError(
      `--now ${values.now ?? ''} is no instant with an offset: 2026-12-01T09:00:00+08:00`,
    );
  const stage = readStage(values.stage);
  const findings = await examine(stage, now);
  const bad = findings.filter(({ level }) => level !== 'hint');
  if (values.json === true) console.log(JSON.stringify({ stage: stage.name, findings }, null, 2));
  else {
    for (const finding of findings) console.log(lineOf(finding));
    console.log(
      bad.length === 0
        ? `Stage ${stage.name} lacks nothing.`
        : `${bad.length} findings in stage ${stage.name}.`,
    );
  }
  if (bad.some(({ level }) => level === 'missing')) return 1;
  return bad.length === 0 ? 0 : 2;
}

try {
  process.exitCode = await run();
} catch (error) {
  const usage = error instanceof TypeError && 'code' in error;
  if (!(error instanceof CannotAsk || error instanceof ConfigError || usage)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
