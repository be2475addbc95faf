import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { openTableOf } from '../../local/sqlite/engine.ts';
import { servedFrom } from '../support/product/kept-server.ts';
import { runTool } from '../support/product/run-tool.ts';
import { main as restore } from '../../tools/restore.ts';

/**
 * What `npm run backup` of the first release (0.1, LevelDB) wrote of its demonstration data, which are made up:
 * started at 2026-03-02T08:00+08:00, its clock moved on to 2026-04-10T12:00+08:00.
 */
const ARCHIVE = fileURLToPath(new URL('first-release/demonstration-2026-04-10.gz', import.meta.url));
const TAKEN = '2026-04-10T12:00:00+08:00';
const ITEMS = 1054;

/** What the first release itself answered when the archive was taken. */
const counted = {
  hongjiang: { subjects: 15, obligations: 27, notices: 76, escalations: 2 },
  luquan: { subjects: 14, obligations: 2, notices: 17, escalations: 0 },
  shexian: { subjects: 13, obligations: 28, notices: 59, escalations: 2 },
  baixiang: { subjects: 17, obligations: 30, notices: 100, escalations: 1 },
  liaoning: { subjects: 11, obligations: 22, notices: 0, escalations: 0 },
};
const DUTY = {
  id: 'b7g74uqoob2s6j7ql4awapt4na.cszn2qoev265r',
  ruleId: 'key-project-archives/registration-after-start',
  ruleVersion: '541e14ec5818',
  arisesOn: '2024-01-02',
  dueOn: '2024-07-02',
  actBy: '2024-07-02',
  overdueFrom: '2024-07-03',
  status: 'overdue',
  history: [{ at: '2026-03-02T08:00:00+08:00', by: 'bureau-officer:demo', what: 'created', text: '生成' }],
};

/** What the first release sent in the two weeks after: to the superiors, of quotas that were missed. */
const NEXT = ['handan', 'huaihua', 'shijiazhuang', 'xingtai', 'xingtai'].map(
  (city) => `2026-04-15T09:10:00+08:00 ${city}-superior@example.com`,
);

const listed = z.looseObject({ id: z.string() });

test('an archive of the first release is restored whole, and goes on without sending anything twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-duty-first-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const ran = await runTool(restore, ['--data', data, '--in', ARCHIVE, '--sent-nothing']);
  expect([ran.code, ran.errors]).toEqual([0, '']);
  expect(existsSync(`${ARCHIVE}.not-sent-again.csv`)).toBe(false);

  const { table, close } = openTableOf(data);
  const kinds = { items: 0, holds: 0 };
  for await (const { sk } of table.scan()) kinds[sk === 'HOLD' ? 'holds' : 'items'] += 1;
  close();
  expect(kinds).toEqual({ items: ITEMS, holds: 5 });

  const sentBefore = await servedFrom(data, TAKEN, async (server) => {
    const before = new Set<string>();
    for (const [jurisdiction, counts] of Object.entries(counted)) {
      const officer = await server.as({ role: 'bureau-officer', jurisdiction });
      const path = `/v1/jurisdictions/${jurisdiction}`;
      const found: Record<string, number> = {};
      for (const list of Object.keys(counts))
        found[list] = (await officer.all(listed, `${path}/${list}?limit=200`)).length;
      expect([jurisdiction, found]).toEqual([jurisdiction, counts]);
      const notices = await officer.all(answers.notice, `${path}/notices?limit=200`);
      for (const { id, status } of notices) if (status !== 'queued') before.add(id);
    }
    const officer = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const duty = await officer.ask('GET', `/v1/jurisdictions/hongjiang/obligations/${DUTY.id}`);
    expect(duty.body).toMatchObject(DUTY);
    return before;
  });
  expect(sentBefore.size).toBeGreaterThan(200);

  expect((await runTool(restore, ['--data', data, '--release'])).code).toBe(0);
  await servedFrom(data, TAKEN, async (server) => {
    await server.advance('2026-04-24T12:00:00+08:00');
    const sent = await server.mailbox();
    // The daily mail leaves every working day since what stays late stands in it.
    const single = sent.filter(({ subject }) => !subject.startsWith('【每日情况】'));
    expect(single.map((mail) => `${mail.sentAt} ${mail.to}`).sort()).toEqual(NEXT);
    expect(sent.filter(({ noticeId }) => sentBefore.has(noticeId))).toEqual([]);
  });
});
