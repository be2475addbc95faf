import fc from 'fast-check';
import { z } from 'zod';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { repetitionRecord } from '../../shared/records/repetition.ts';
import { folded, icsOf } from '../../shared/calendar/ics.ts';
import { listOf, staff } from '../../shared/contract/answers.ts';
import { feed, feedMade } from '../../shared/contract/feeds.ts';
import { person, personLeft } from '../../shared/contract/people.ts';
import { day } from '../../shared/domain/time/day.ts';
import { idOf } from '../../shared/domain/ids.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { closeSub } from '../../shared/usecases/persons/claims.ts';
import { bureauOf, registrationAfterStart, type Bureau } from '../support/bureaus/bureau.ts';
import type { Client } from '../support/product/client.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const NOW = '2026-03-02T10:00:00+08:00';

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly status: unknown;
  readonly summary: string;
  readonly description: string;
}

/** The entries as a reader that is not ours understands them. */
function entriesOf(text: string): Entry[] {
  const calendar = new ICAL.Component(z.array(z.unknown()).parse(ICAL.parse(text)));
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      status: part.getFirstPropertyValue('status'),
      summary: event.summary,
      description: event.description,
    };
  });
}

const read = (server: TestServer, url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${url}`, { headers });

async function entries(server: TestServer, url: string): Promise<Entry[]> {
  const answer = await read(server, url);
  expect(answer.status).toBe(200);
  return entriesOf(await answer.text());
}

const make = ({ path }: Bureau, by: Client, body: object = {}) =>
  by.send(feedMade, 'POST', `${path}/feeds`, body);
const list = ({ path }: Bureau, by: Client) => by.get(listOf(feed), `${path}/feeds`);

async function scene() {
  const server = await serverForTest(NOW);
  const bureau = await bureauOf(server, 'hongjiang');
  const parent = await bureau.enter({ kind: 'unit', name: '建设局' });
  const project = await bureau.enter({
    kind: 'project',
    name: '一号桥',
    parentId: parent.id,
    facts: { startedOn: '2026-02-20' },
  });
  const other = await bureau.enter({ kind: 'project', name: '二号路', facts: { startedOn: '2026-02-20' } });
  const duty = await bureau.obligation(project.id, registrationAfterStart);
  const uid = `${duty.id}@archive-duty`;
  const unit = await bureau.unit(parent.id);
  return { server, bureau, parent, project, other, duty, uid, unit };
}

describe('a feed', () => {
  test('of a unit shows what is its own and its children’s, by day, with rule and clause', async () => {
    const { server, bureau, unit, duty, uid, other } = await scene();
    const { url, name } = await make(bureau, unit);
    expect(name).toBe('建设局档案工作期限');
    const answer = await read(server, url);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const found = entriesOf(await answer.text());
    const own = found.find((entry) => entry.uid === uid);
    expect(own).toMatchObject({ start: duty.dueOn, status: 'CONFIRMED', sequence: duty.version });
    expect(own?.summary).toMatch(/^【截止】.+——一号桥$/);
    expect(own?.description).toContain('责任主体：一号桥');
    expect(own?.description).toContain(`规则编号：${registrationAfterStart}`);
    expect(own?.description).toMatch(/制度条款：.+/);
    expect(found.filter((entry) => entry.uid.startsWith(other.id))).toEqual([]);
    const provisional = found.filter((entry) => entry.summary.startsWith('【截止，暂定】'));
    expect(provisional.length).toBeGreaterThan(0);
    for (const entry of provisional) expect(entry.description).toContain('暂定，放假安排公布后可能调整');
  });

  test('of an officer shows the bureau, or one subject of it', async () => {
    const { server, bureau, other, uid, project } = await scene();
    const whole = await entries(server, (await make(bureau, bureau.officer)).url);
    expect(whole.map((entry) => entry.uid)).toContain(uid);
    expect(whole.some((entry) => entry.uid.startsWith(other.id))).toBe(true);
    const one = await entries(server, (await make(bureau, bureau.leader, { subjectId: project.id })).url);
    expect(one.map((entry) => entry.uid)).toContain(uid);
    expect(one.filter((entry) => !entry.uid.startsWith(project.id))).toEqual([]);
    expect(one.find((entry) => entry.uid === uid)?.summary).not.toContain('——');
  });

  test('keeps the entry of a duty whose day changes, with a higher sequence; what is closed is cancelled', async () => {
    const { server, bureau, unit, uid, duty, project } = await scene();
    const { url } = await make(bureau, unit);
    const at = async () => (await entries(server, url)).find((entry) => entry.uid === uid);
    const first = await at();
    await bureau.patch(project.id, { facts: { startedOn: '2026-02-27' } });
    const moved = await at();
    expect(moved?.start).not.toBe(first?.start);
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 99);
    await bureau.act(duty.id, 'extension', { until: '2026-09-01', reason: '疫情' }, bureau.leader);
    const extended = await at();
    expect(extended).toMatchObject({ start: '2026-09-01', status: 'CONFIRMED' });
    expect(extended?.summary).toMatch(/^【延期截止】/);
    await bureau.act(duty.id, 'fulfilment', { on: '2026-03-02' });
    const done = await at();
    expect(done).toMatchObject({ status: 'CANCELLED' });
    expect(done?.summary).toMatch(/^【已办结】/);
    expect(done?.sequence).toBeGreaterThan(extended?.sequence ?? 99);
  });

  test('that did not change is not sent again', async () => {
    const { server, bureau, unit, project } = await scene();
    const { url } = await make(bureau, unit);
    const etag = (await read(server, url)).headers.get('etag') ?? '';
    await server.advance('2026-03-03T10:00:00+08:00');
    const again = await read(server, url, { 'if-none-match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await bureau.patch(project.id, { facts: { startedOn: '2026-02-27' } });
    expect((await read(server, url, { 'if-none-match': etag })).status).toBe(200);
  });

  test('shows a duty by the hour at its hour, and a case without its name', async () => {
    const server = await serverForTest(NOW);
    const bureau = await bureauOf(server, 'baixiang');
    const found = await bureau.enter({
      kind: 'case',
      name: '张三案',
      facts: { discoveredOn: '2026-03-02', evidenceSecuredAt: '2026-03-02T09:30:00+08:00' },
    });
    const hourly = (await bureau.obligations({ subjectId: found.id })).find(({ dueAt }) => dueAt);
    const shown = await entries(server, (await make(bureau, bureau.officer)).url);
    const entry = shown.find(({ uid }) => uid === `${hourly?.id ?? ''}@archive-duty`);
    expect(instant(entry?.start ?? '')).toBe(instant(hourly?.dueAt ?? ''));
    expect(entry?.summary).toMatch(/——行政处罚案件$/);
    expect(JSON.stringify(shown)).not.toContain('张三');
  });
});

describe('its address', () => {
  test('is shown once, kept nowhere, and leads nowhere once revoked', async () => {
    const { server, bureau, unit } = await scene();
    const made = await make(bureau, unit);
    const token = made.url.slice('/v1/calendars/'.length, -'.ics'.length);
    expect(JSON.stringify(await list(bureau, unit))).not.toContain(token.split('~')[1]);
    const kept = await server.product.deps.store.query({ pk: 'hongjiang#FEED' });
    expect(kept.items).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(token.split('~')[1]);
    await unit.send(feed, 'DELETE', `${bureau.path}/feeds/${made.id}`);
    const gone = await read(server, made.url);
    const unknown = await read(server, '/v1/calendars/hongjiang~nothing.ics');
    expect([gone.status, unknown.status]).toEqual([404, 404]);
    expect(await gone.text()).toBe(await unknown.text());
    for (const odd of ['x', 'hongjiang.ics', '~.ics', '%2e%2e~x.ics', `${'a'.repeat(80)}~x.ics`])
      expect((await read(server, `/v1/calendars/${odd}`)).status).toBe(404);
    await unit.refused(404, 'DELETE', `${bureau.path}/feeds/${made.id}`);
  });

  test('asked for again with the same key makes one feed, whose address is the last one told', async () => {
    const { server, bureau, unit, parent } = await scene();
    const key = { 'idempotency-key': 'feed-1' };
    const ask = () => unit.send(feedMade, 'POST', `${bureau.path}/feeds`, {}, key);
    const [first, second] = [await ask(), await ask()];
    expect((await list(bureau, unit)).items.map(({ id }) => id)).toEqual([second.id]);
    expect((await read(server, first.url)).status).toBe(404);
    expect((await read(server, second.url)).status).toBe(200);
    const caller = ['hongjiang', 'unit', 'local-unit', parent.id, '', 'feed-1'];
    const kept = await server.product.deps.store.get(
      repetitionRecord.key({ jurisdiction: 'hongjiang', hash: idOf('idempotency', ...caller) }),
    );
    expect(kept).toMatchObject({ request: expect.any(String) });
    expect(JSON.stringify(kept)).not.toContain('~');
  });
});

describe('whose it is', () => {
  test('is its maker’s: no other person lists or revokes it, an administrator does', async () => {
    const { server, bureau, unit, other } = await scene();
    const made = await make(bureau, unit);
    const stranger = await bureau.unit(other.id);
    const abroad = await bureauOf(server, 'shexian');
    for (const by of [stranger, bureau.officer]) {
      expect((await list(bureau, by)).items).toEqual([]);
      await by.refused(404, 'DELETE', `${bureau.path}/feeds/${made.id}`);
    }
    for (const by of [abroad.officer, abroad.admin]) {
      await by.refused(404, 'GET', `${bureau.path}/feeds`);
      await by.refused(404, 'DELETE', `${bureau.path}/feeds/${made.id}`);
      await by.refused(404, 'DELETE', `${abroad.path}/feeds/${made.id}`);
    }
    await stranger.refused(404, 'POST', `${bureau.path}/feeds`, { subjectId: made.subjectId });
    expect((await read(server, made.url)).status).toBe(200);
    expect((await list(bureau, bureau.admin)).items.map(({ id }) => id)).toEqual([made.id]);
    await bureau.admin.send(feed, 'DELETE', `${bureau.path}/feeds/${made.id}`);
    expect((await read(server, made.url)).status).toBe(404);
  });

  test('opens nothing once its maker has left, however they left, nor after a leaving that stopped half-way', async () => {
    const server = await serverForTest(NOW);
    const bureau = await bureauOf(server, 'hongjiang');
    const { admin, path } = bureau;
    const made = async (sub: string): Promise<string> =>
      (await make(bureau, await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang', sub }))).url;
    const enter = (name: string) =>
      admin.send(person, 'POST', `${path}/people`, { name, role: 'bureau-officer' });
    const [leaving, stopped, kept] = [await enter('甲'), await enter('乙'), await enter('丙')];
    const listed = { sub: 'listed', name: '丁', role: 'bureau-officer' };
    const { items } = await admin.get(staff, `${path}/staff`);
    await admin.send(staff, 'PUT', `${path}/staff`, [...items, listed]);
    const urls = [await made(leaving.id), await made(stopped.id), await made('listed'), await made(kept.id)];
    const statuses = async () => Promise.all(urls.map(async (url) => (await read(server, url)).status));
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    await admin.send(personLeft, 'DELETE', `${path}/people/${leaving.id}`, {});
    await closeSub(server.product.deps.store, { jurisdiction: 'hongjiang' }, stopped.id, instant(NOW));
    await admin.send(
      staff,
      'PUT',
      `${path}/staff`,
      (await admin.get(staff, `${path}/staff`)).items.slice(0, 2),
    );
    expect(await statuses()).toEqual([404, 404, 404, 200]);
  });

  test('may have ten of them, and is told what to do about the eleventh', async () => {
    const { bureau, unit } = await scene();
    for (let count = 0; count < 10; count += 1) await make(bureau, unit, { name: `日历${count}` });
    const problem = await unit.refused(409, 'POST', `${bureau.path}/feeds`, {});
    expect(problem.detail).toContain('revoke one');
    expect((await list(bureau, unit)).items).toHaveLength(10);
    await unit.refused(400, 'POST', `${bureau.path}/feeds`, { name: '' });
  });
});

describe('the text of a calendar', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' });

  test('folds at 75 octets, cuts no character and unfolds to what it was', () => {
    fc.assert(
      fc.property(words, (line) => {
        const text = line.replaceAll(/[\r\n]/g, '');
        const lines = folded(text).split('\r\n');
        for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
        expect(lines.map((one, index) => (index === 0 ? one : one.slice(1))).join('')).toBe(text);
        expect(Buffer.from(lines.join('')).toString('utf8')).toBe(lines.join(''));
      }),
    );
  });

  test('carries every word to the reader', () => {
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const event = {
          uid: 'u',
          sequence: 1,
          changedAt: instant(NOW),
          on: { day: day('2026-12-31') },
          cancelled: false,
        };
        const text = icsOf({ name: summary, description, events: [{ ...event, summary, description }] });
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const [entry] = entriesOf(text);
        const plain = (one: string) => one.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ');
        expect(entry).toMatchObject({
          start: '2026-12-31',
          summary: plain(summary),
          description: plain(description),
        });
      }),
    );
  });
});
