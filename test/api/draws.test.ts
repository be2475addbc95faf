import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/draws.ts';
import { link } from '../../shared/contract/escalations.ts';
import { verifyDraw } from '../../shared/domain/draws/verify.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { pathOf } from '../support/bureaus/bureau.ts';
import {
  AFTER,
  commit,
  dice,
  drand,
  draws,
  ids,
  ledger,
  monthly,
  read,
  reveal,
  scene,
  signature,
  verified,
  yearly,
} from '../support/quotas/draws.ts';

describe('a draw by a round of drand that was named in advance', () => {
  test(
    'is committed to, revealed, and computed again by a stranger from its file alone',
    { timeout: 120_000 },
    async () => {
      const { server, officer, units } = await scene();
      const [first] = units;
      const pair = [
        { name: '王执法', certificate: '湘1', recuse: [first?.id] },
        { name: '外请甲', certificate: '国1' },
        { name: '外请乙', certificate: '国2' },
      ];
      const open = await commit(officer, { size: undefined, ratio: 0.5, officers: pair, beacon: drand });
      expect(open).toMatchObject({ status: 'committed', version: 1, provable: true, size: 3, number: 1 });
      expect(open).toMatchObject({ period: '2023-09', beacon: { publicAt: '2023-09-15T19:00:03+08:00' } });
      expect(ids(open.roster)).toEqual(ids(units));
      expect(open.officers.map(({ unverified }) => unverified)).toEqual([undefined, true, true]);
      expect(Object.keys(open)).not.toContain('seed');

      await server.advance(AFTER);
      const done = await reveal(officer, open, signature);
      expect(done).toMatchObject({
        status: 'drawn',
        version: 2,
        commitment: open.commitment,
        value: signature,
      });
      expect(new Set(done.drawn).size).toBe(3);
      for (const { subjectId, officers } of done.assigned ?? []) {
        expect(officers).toHaveLength(2);
        if (subjectId === first?.id) expect(officers.map(({ name }) => name)).not.toContain('王执法');
      }
      expect(await read(officer, open)).toEqual(done);

      const file = JSON.stringify(await read(officer, open));
      const good = await verified(file, '--commitment', open.commitment);
      expect(good).toMatchObject({ code: 0, told: expect.stringContaining(done.seed ?? 'no seed') });
      expect(await verified(file)).toMatchObject({ code: 0, told: expect.stringContaining('--commitment') });
      const other = await verified(file, '--commitment', 'ab'.repeat(32));
      expect(other).toMatchObject({ code: 1, told: expect.stringContaining('published beforehand') });
      const swapped = JSON.stringify({ ...done, drawn: [...(done.drawn ?? [])].reverse() });
      expect(await verified(swapped)).toMatchObject({
        code: 1,
        told: expect.stringContaining('drawn is not'),
      });
      expect(await verified('{}')).toMatchObject({ code: 1 });
      expect(await verified('no JSON')).toMatchObject({ code: 2 });
      for (const saved of [`\ufeff${file}\r\n`, Buffer.from(`\ufeff${file}`, 'utf16le')])
        expect(await verified(saved), 'as an editor saves it').toMatchObject({ code: 0 });
    },
  );

  test('stands in the chain of decisions before its seed exists', async () => {
    const { server, officer } = await scene();
    const open = await commit(officer, { beacon: drand });
    const before = await officer.all(link, ledger);
    expect(before.map(({ content }) => content)).toMatchObject([
      { action: 'draw-committed', drawId: open.id, commitment: open.commitment, rosterHash: open.rosterHash },
    ]);
    await server.advance(AFTER);
    const done = await reveal(officer, open, signature);
    const links = await officer.all(link, ledger);
    expect(links.at(-1)?.content).toMatchObject({
      action: 'draw-revealed',
      seed: done.seed,
      resultHash: done.resultHash,
    });
    expect(verifyChain(links).holds).toBe(true);
  });

  test('is not drawn by another value, and stays open for the right one', async () => {
    const { server, officer } = await scene();
    const open = await commit(officer, { beacon: drand });
    await server.advance(AFTER);
    const wrong = `${signature.slice(0, -1)}c`;
    for (const value of [wrong, 'ab'.repeat(48), 'fc1873a1', '']) {
      const problem = await officer.refused(422, 'POST', `${draws}/${open.id}/reveal`, { value });
      expect(problem.errors?.[0]?.path).toBe('value');
    }
    await officer.refused(400, 'POST', `${draws}/${open.id}/reveal`, {});
    expect(await read(officer, open)).toEqual(open);
    await reveal(officer, open, signature);
    await officer.refused(409, 'POST', `${draws}/${open.id}/reveal`, { value: signature });
  });
});

describe('a draw by dice and a draw by a local secret', () => {
  test('dice: with the advised number of throws there is nothing to add but the witnesses', async () => {
    const { officer } = await scene();
    const open = await commit(officer, { beacon: dice });
    const done = await reveal(officer, open, '3 5 1 6 2 4 4 1 6');
    expect(verifyDraw(done, open.commitment)).toMatchObject({ holds: true, notes: [expect.anything()] });
  });

  test('local: nothing tells the secret before the reveal, and it is marked as not provable', async () => {
    const { officer } = await scene();
    const open = await commit(officer, { beacon: { kind: 'local' } });
    expect(open).toMatchObject({ provable: false, beacon: { kind: 'local' } });
    const told = [
      await officer.ask('GET', `${draws}/${open.id}`),
      await officer.ask('GET', draws),
      await officer.ask('GET', ledger),
    ].map(({ text }) => text);
    await officer.refused(422, 'POST', `${draws}/${open.id}/reveal`, { value: 'mine' });
    const done = await reveal(officer, open);
    for (const text of told) expect(text).not.toContain(done.value);
    expect(verifyDraw(done, open.commitment)).toMatchObject({
      holds: true,
      notes: [expect.stringContaining('not provable')],
    });
  });
});

describe('the roster', () => {
  test('is the population of the quota today, without the retired, and key-monitored units are outside', async () => {
    const { officer, enter, units } = await scene(4);
    await enter({ kind: 'unit', name: '无专业档案', traits: ['backup-register'] });
    const key = await enter({
      kind: 'unit',
      name: '重点单位',
      traits: ['professional-archives', 'key-monitored'],
    });
    await officer.send(answers.subject, 'DELETE', `${pathOf('hongjiang')}/subjects/${units[0]?.id}`, {});
    const excluded = { subjectId: units[1]?.id, reason: '三个月内已接受检查' };
    const open = await commit(officer, { size: 1, exclude: [excluded] });
    expect(ids(open.roster)).toEqual(ids(units.slice(2)));
    expect(open.excluded.map(({ subjectId, reason }) => [subjectId, reason]).sort()).toEqual(
      [
        [key.id, '重点监管对象，实施重点检查，不纳入随机抽查'],
        [units[1]?.id, '三个月内已接受检查'],
      ].sort(),
    );
  });

  test('stays as it was committed to, whatever becomes of the register', async () => {
    const { officer, enter, patch, units } = await scene(3);
    const open = await commit(officer, {});
    await patch(units[0]?.id ?? '', { name: '改名单位' });
    await enter({ kind: 'unit', name: '新单位', traits: ['professional-archives'] });
    expect((await read(officer, open)).roster).toEqual(open.roster);
    expect(verifyDraw(await reveal(officer, open), open.commitment)).toMatchObject({ holds: true });
  });
});

describe('one open draw a rule and period', () => {
  test('a second waits until the first is drawn or abandoned; each stays listed under its number', async () => {
    const { server, officer, leader } = await scene();
    const first = await commit(officer, { beacon: drand });
    const body = { ruleId: monthly, size: 1, beacon: dice };
    const problem = await officer.refused(409, 'POST', draws, body);
    expect(problem.detail).toContain(first.id);
    expect(await commit(officer, { ruleId: yearly })).toMatchObject({ period: '2023', number: 1 });
    await officer.refused(403, 'POST', `${draws}/${first.id}/abandonment`, { reason: '名单有误' });
    await leader.refused(400, 'POST', `${draws}/${first.id}/abandonment`, {});
    await server.advance(AFTER);
    const gone = await leader.send(contract.draw, 'POST', `${draws}/${first.id}/abandonment`, {
      reason: '名单有误',
    });
    expect(gone).toMatchObject({ status: 'abandoned', abandoned: { afterBeacon: true, reason: '名单有误' } });
    expect(verifyDraw(gone, first.commitment)).toMatchObject({ holds: true });
    await officer.refused(409, 'POST', `${draws}/${first.id}/reveal`, { value: signature });
    await leader.refused(409, 'POST', `${draws}/${first.id}/abandonment`, { reason: '名单有误' });

    const second = await commit(officer, {});
    expect(second.number).toBe(2);
    await reveal(officer, second);
    await server.advance('2023-10-09T10:00:00+08:00');
    const next = await commit(officer, {});
    expect(next).toMatchObject({ period: '2023-10', number: 1 });
    const listed = await officer.all(contract.drawSummary, `${draws}?ruleId=${monthly}`);
    expect(listed.map(({ period, number, status }) => [period, number, status])).toEqual([
      ['2023-10', 1, 'committed'],
      ['2023-09', 2, 'drawn'],
      ['2023-09', 1, 'abandoned'],
    ]);
    expect(ids(await officer.all(contract.drawSummary, `${draws}?status=abandoned`))).toEqual([first.id]);
  });

  test('of several at the same moment one is stored', async () => {
    const { officer } = await scene(3);
    const body = { ruleId: monthly, size: 1, beacon: { kind: 'local' } };
    const tries = Array.from({ length: 5 }, () => officer.ask('POST', draws, { body }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409]);
    expect(await officer.all(contract.drawSummary, draws)).toHaveLength(1);
  });

  test('the same request twice is one draw; a stale version is refused', async () => {
    const { officer } = await scene(3);
    const body = { ruleId: monthly, size: 1, beacon: { kind: 'local' } };
    const key = { 'idempotency-key': 'once' };
    const one = await officer.send(contract.draw, 'POST', draws, body, key);
    expect(await officer.send(contract.draw, 'POST', draws, body, key)).toEqual(one);
    const path = `${draws}/${one.id}/reveal`;
    await officer.refused(409, 'POST', path, {}, { 'if-match': '"2"' });
    const done = await officer.send(
      contract.draw,
      'POST',
      path,
      {},
      { 'if-match': '"1"', ...key, 'idempotency-key': 'twice' },
    );
    expect(done.version).toBe(2);
  });
});

describe('replacements', () => {
  test('go on in the same order with the leader’s approval, until the roster is used up', async () => {
    const { officer, leader } = await scene(4);
    const open = await commit(officer, { size: 2 });
    const path = `${draws}/${open.id}/replacements`;
    const reason = '单位已停业';
    await leader.refused(409, 'POST', path, { subjectId: open.roster[0]?.subjectId, reason });
    const { drawn = [] } = await reveal(officer, open);
    const [out] = drawn;
    await officer.refused(403, 'POST', path, { subjectId: out, reason });
    await leader.refused(400, 'POST', path, { subjectId: out });
    const stranger = open.roster.find(({ subjectId }) => !drawn.includes(subjectId))?.subjectId;
    await leader.refused(422, 'POST', path, { subjectId: stranger, reason });
    const one = await leader.send(contract.draw, 'POST', path, { subjectId: out, reason });
    await leader.refused(422, 'POST', path, { subjectId: out, reason });
    expect(one.drawn).toEqual(drawn);
    const two = await leader.send(contract.draw, 'POST', path, {
      subjectId: one.replacements[0]?.in,
      reason,
    });
    expect(two).toMatchObject({
      version: 4,
      replacements: [{ out, by: 'bureau-leader:local-bureau-leader' }, {}],
    });
    expect(new Set([...drawn, ...two.replacements.map((each) => each.in)]).size).toBe(4);
    expect(verifyDraw(two, open.commitment)).toMatchObject({ holds: true });
    const [first, second] = two.replacements;
    const good = await verified(JSON.stringify(two), '--commitment', open.commitment);
    expect(good.told).toContain(
      `Replaced: ${out ?? ''} by ${first?.in ?? ''}, next in the same order (${reason};`,
    );
    const { told, code } = await verified(
      JSON.stringify({ ...two, replacements: [first, { ...second, in: out }] }),
    );
    expect({ code, told }).toMatchObject({
      code: 1,
      told: expect.stringContaining('replacements.1: the next'),
    });
    expect(good.told).toMatch(
      new RegExp(`To be checked, after 2 replaced: ${drawn[1] ?? ''}.*, ${second?.in ?? ''}`),
    );
    const last = { subjectId: drawn[1], reason };
    expect((await leader.refused(409, 'POST', path, last)).detail).toContain('drawn already');
    const links = await officer.all(link, ledger);
    expect(links.map(({ content }) => content?.['action'])).toEqual([
      'draw-committed',
      'draw-revealed',
      'draw-replaced',
      'draw-replaced',
    ]);
  });
});
