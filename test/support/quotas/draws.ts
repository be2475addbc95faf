import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { main as drawVerify } from '../../../tools/draw-verify.ts';
import * as answers from '../../../shared/contract/answers.ts';
import * as contract from '../../../shared/contract/draws.ts';
import { bureauOf, pathOf, type Bureau, type Subject } from '../bureaus/bureau.ts';
import type { Client } from '../product/client.ts';
import { runTool } from '../product/run-tool.ts';
import { serverForTest } from '../product/server.ts';

export type Draw = z.infer<typeof contract.draw>;

/** A quota of every month whose population are units with professional archives. */
export const monthly = 'archives-security/daily-check';
/** A quota of the year whose population are all units. */
export const yearly = 'archives-security/special-check';
export const draws = `${pathOf('hongjiang')}/draws`;

/** Units of the monthly quota, one after the other. */
export async function unitsIn(bureau: Bureau, count: number, traits: string[] = []): Promise<Subject[]> {
  const units: Subject[] = [];
  for (let index = 0; index < count; index += 1)
    units.push(
      await bureau.enter({
        kind: 'unit',
        name: `第${index + 1}单位`,
        code: `U${traits.join('-')}${index}`,
        traits: ['professional-archives', ...traits],
      }),
    );
  return units;
}

export const commit = (client: Client, body: object): Promise<Draw> =>
  client.send(contract.draw, 'POST', draws, { ruleId: monthly, size: 2, beacon: { kind: 'local' }, ...body });

export const reveal = (client: Client, { id }: Draw, value?: unknown): Promise<Draw> =>
  client.send(contract.draw, 'POST', `${draws}/${id}/reveal`, value === undefined ? {} : { value });

export const read = (client: Client, { id }: Draw): Promise<Draw> =>
  client.get(contract.draw, `${draws}/${id}`);

/** Before round 657413 of quicknet, which became public on 15 September 2023 at 19:00:03. */
export const NAMED = '2023-09-14T10:00:00+08:00';
export const AFTER = '2023-09-18T10:00:00+08:00';
export const drand = { kind: 'drand', round: 657_413 };
export const signature =
  'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b';
export const dice = { kind: 'dice', witnesses: ['孙某', '周某'] };
export const ledger = `${pathOf('hongjiang')}/ledger`;
const staff = [
  {
    sub: 'a',
    name: '王执法',
    role: 'bureau-officer',
    certificate: { number: '湘1', validUntil: '2023-12-31' },
  },
  {
    sub: 'b',
    name: '李执法',
    role: 'bureau-officer',
    certificate: { number: '湘2', validUntil: '2023-09-13' },
  },
  { sub: 'c', name: '赵科员', role: 'bureau-officer' },
];

export async function scene(count = 6) {
  const server = await serverForTest(NAMED);
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
  return { server, ...bureau, units: await unitsIn(bureau, count) };
}

export const ids = (entries: readonly { readonly id?: string; readonly subjectId?: string }[]): string[] =>
  entries.map(({ id, subjectId }) => id ?? subjectId ?? '').sort();

/** `npm run draw:verify` on a file with this content. */
export async function verified(
  content: string | Uint8Array,
  ...args: readonly string[]
): Promise<{ code: number; told: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'draw-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'draw.json');
  writeFileSync(file, content);
  const { code, output, errors } = await runTool(drawVerify, [file, ...args]);
  return { code, told: output + errors };
}
