import { describe, expect, test } from 'vitest';
import * as contract from '../../shared/contract/draws.ts';
import { link } from '../../shared/contract/escalations.ts';
import { verifyDraw } from '../../shared/domain/draws/verify.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';
import { listOf } from '../../shared/records/keys.ts';
import {
  commit,
  drand,
  draws,
  ids,
  ledger,
  monthly,
  read,
  reveal,
  scene,
  yearly,
} from '../support/quotas/draws.ts';
import { subjectRecord } from '../../shared/records/subject.ts';

describe('what is refused, and changes nothing', () => {
  test('each with the field and the remedy', async () => {
    const { officer, units } = await scene(3);
    const body = { ruleId: monthly, size: 1, beacon: { kind: 'local' } };
    const [unit] = units;
    const named = { name: '外请甲', certificate: '国1' };
    const pair = [named, { name: '外请乙', certificate: '国2' }];
    const table: readonly (readonly [number, string, string, object])[] = [
      [422, 'size', 'draw.too-many', { size: 4 }],
      [400, 'size', 'field.too-small', { size: 0 }],
      [400, 'size', 'draw.no-size', { size: undefined }],
      [422, 'ratio', 'draw.size-and-ratio', { ratio: 0.5 }],
      [400, 'ratio', 'draw.ratio', { ratio: 1.1 }],
      [422, 'ruleId', 'draw.no-rule', { ruleId: 'archives-security/nothing' }],
      [422, 'ruleId', 'draw.no-quota', { ruleId: 'archives-security/self-inspection-report' }],
      [400, 'exclude.0.reason', 'field.missing', { exclude: [{ subjectId: unit?.id }] }],
      [400, 'exclude.0.reason', 'field.empty', { exclude: [{ subjectId: unit?.id, reason: ' ' }] }],
      [
        422,
        'exclude.0.subjectId',
        'draw.not-on-roster',
        { exclude: [{ subjectId: 'stranger', reason: '停业' }] },
      ],
      [
        422,
        'exclude.1.subjectId',
        'draw.excluded-twice',
        { exclude: Array(2).fill({ subjectId: unit?.id, reason: '停业' }) },
      ],
      [
        422,
        'ruleId',
        'draw.nobody-left',
        { exclude: units.map(({ id }) => ({ subjectId: id, reason: '停业' })) },
      ],
      [422, 'officers', 'draw.one-officer', { officers: [named] }],
      [422, 'officers', 'draw.one-officer', { officers: [] }],
      [422, 'officers.1.certificate', 'draw.certificate-twice', { officers: [named, named] }],
      [
        422,
        'officers.1.certificate',
        'draw.certificate-expired',
        { officers: [named, { name: '李执法', certificate: '湘2' }] },
      ],
      [
        422,
        'officers.1.certificate',
        'draw.other-certificate',
        { officers: [named, { name: '王执法', certificate: '湘9' }] },
      ],
      [
        422,
        'officers.1.certificate',
        'draw.no-certificate',
        { officers: [named, { name: '赵科员', certificate: '湘3' }] },
      ],
      [
        422,
        'officers.1.name',
        'draw.others-certificate',
        { officers: [named, { name: '冒名者', certificate: '湘1' }] },
      ],
      [422, 'officers.1.name', 'draw.officer-twice', { officers: [named, { ...named, certificate: '国9' }] }],
      [
        422,
        'officers.1.recuse.0',
        'draw.recusal-astray',
        { officers: [named, { ...pair[1], recuse: ['stranger'] }] },
      ],
      [422, 'officers', 'draw.few-officers', { officers: [named, { ...pair[1], recuse: [unit?.id] }] }],
      [422, 'beacon.round', 'draw.round-public', { beacon: { kind: 'drand', round: 1000 } }],
      [400, 'beacon.round', 'field.type', { beacon: { kind: 'drand', round: 1.5 } }],
      [400, 'beacon.kind', 'draw.beacon', { beacon: { kind: 'coin' } }],
      [400, 'beacon.witnesses', 'draw.two-witnesses', { beacon: { kind: 'dice', witnesses: ['孙某'] } }],
      [
        422,
        'beacon.witnesses.1',
        'draw.same-witness',
        { beacon: { kind: 'dice', witnesses: ['孙某', '孙某'] } },
      ],
    ];
    for (const [status, path, code, change] of table) {
      const problem = await officer.refused(status, 'POST', draws, { ...body, ...change });
      expect(problem.errors, JSON.stringify(change)).toMatchObject([{ path, code }]);
    }
    expect(await officer.all(contract.drawSummary, draws)).toEqual([]);
    expect(await officer.all(link, ledger)).toEqual([]);
  });

  test('a round that is public at the moment of the commitment, to the second', async () => {
    const { server, officer } = await scene(2);
    await server.advance('2023-09-15T19:00:03+08:00');
    const body = { ruleId: monthly, size: 1, beacon: drand };
    const problem = await officer.refused(422, 'POST', draws, body);
    expect(problem).toMatchObject({ code: 'draw.round-public', params: { round: 657_413, from: 657_414 } });
    const next = { kind: 'drand', round: 657_414 };
    expect(await commit(officer, { size: 1, beacon: next })).toMatchObject({ status: 'committed' });
  });
});

describe('who sees a draw', () => {
  test('every unit of the jurisdiction reads the published record; another jurisdiction and office do not', async () => {
    const { server, officer, unit, units } = await scene(3);
    const open = await commit(officer, {});
    const own = await unit(units[0]?.id ?? '');
    expect(await read(own, open)).toEqual(open);
    expect(ids(await own.all(contract.drawSummary, draws))).toEqual([open.id]);
    await own.refused(403, 'POST', `${draws}/${open.id}/reveal`, {});
    await own.refused(403, 'GET', `${draws}/history`);
    const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang', office: 'civil-defence' } as const;
    const other = await server.as(claims);
    await other.refused(404, 'GET', `${draws}/${open.id}`);
    expect(await other.all(contract.drawSummary, draws)).toEqual([]);
    expect(await other.all(contract.drawShare, `${draws}/history`)).toEqual([]);
    await other.refused(422, 'POST', draws, { ruleId: monthly, size: 1, beacon: { kind: 'local' } });
    const abroad = await server.as({ role: 'bureau-officer', jurisdiction: 'shexian' });
    await abroad.refused(404, 'GET', `${draws}/${open.id}`);
  });
});

test('the history holds each unit’s draws against its fair share', async () => {
  const { officer, leader, units } = await scene(4);
  const drawn: string[] = [];
  for (const nth of [1, 2, 3]) {
    const done = await reveal(officer, await commit(officer, { size: 1 }));
    drawn.push(...(done.drawn ?? []));
    if (nth < 3) continue;
    const path = `${draws}/${done.id}/replacements`;
    const body = { subjectId: done.drawn?.[0], reason: '停业' };
    drawn.push((await leader.send(contract.draw, 'POST', path, body)).replacements[0]?.in ?? '');
  }
  await commit(officer, { ruleId: yearly });
  const shares = await officer.all(contract.drawShare, `${draws}/history?ruleId=${monthly}`);
  expect(ids(shares)).toEqual(ids(units));
  for (const { subjectId, ...share } of shares)
    expect(share).toMatchObject({
      rosters: 3,
      drawn: drawn.filter((id) => id === subjectId).length,
      expected: 0.25 + 0.25 + 0.5,
    });
  expect(shares.reduce((sum, share) => sum + share.drawn, 0)).toBe(4);
  expect(await officer.all(contract.drawShare, `${draws}/history?ruleId=none`)).toEqual([]);
});

test('a roster of 3,000 units with long names is committed to, drawn, repeated and read whole', async () => {
  const { server, officer } = await scene(0);
  const { store, clock } = server.product.deps;
  const units = Array.from({ length: 3000 }, (_, index) => {
    const id = `made-up-${String(index).padStart(20, '0')}`;
    return {
      ...subjectRecord.key({ jurisdiction: 'hongjiang', id }),
      v: 1,
      version: 1,
      lp: listOf('hongjiang', 'SUBJECT'),
      ls: `unit#${index}#${id}`,
      id,
      jurisdiction: 'hongjiang',
      kind: 'unit',
      name: `${'某某某某街道办事处档案室'.repeat(4)}${index}`,
      traits: ['professional-archives'],
      facts: {},
      recorded: {},
      contacts: [],
      createdAt: toInstant(clock.now() - 1),
    };
  });
  await store.putMany(units);
  const body = { ruleId: monthly, ratio: 0.9, beacon: { kind: 'local' } };
  const key = { 'idempotency-key': 'large' };
  const open = await officer.send(contract.draw, 'POST', draws, body, key);
  expect(open).toMatchObject({ size: 2700, status: 'committed' });
  // An answer of this size is not kept: the repetition finds the draw itself.
  expect(Buffer.byteLength(JSON.stringify(open))).toBeGreaterThan(350_000);
  expect(await officer.send(contract.draw, 'POST', draws, body, key)).toEqual(open);
  const again = { 'idempotency-key': 'large-reveal' };
  const path = `${draws}/${open.id}/reveal`;
  const done = await officer.send(contract.draw, 'POST', path, {}, again);
  expect(await officer.send(contract.draw, 'POST', path, {}, again)).toEqual(done);
  expect(new Set(done.drawn).size).toBe(2700);
  expect(await read(officer, open)).toEqual(done);
  expect(verifyDraw(done, open.commitment)).toMatchObject({ holds: true });
});
