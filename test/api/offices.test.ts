import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '../../functions/api/routes.ts';
import * as answers from '../../shared/contract/answers.ts';
import type { OfficeName, Role } from '../../shared/rules/schema.ts';
import { pathOf } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';
import { bodyFor, ENTERED, marksIn, officesOf, pathFor, type Holding } from '../support/bureaus/tenants.ts';

/** Baixiang, whose three offices share units and nothing else. */
const shared = sharedServer(ENTERED, officesOf);
const path = pathOf('baixiang');
const people: readonly Role[] = ['bureau-officer', 'bureau-leader', 'bureau-admin', 'auditor'];
const offices: readonly OfficeName[] = ['archives', 'civil-defence', 'legal-affairs'];

const as = (role: Role, office: OfficeName) => shared().server.as({ role, jurisdiction: 'baixiang', office });

/** What an office does not see; the notices and duties of the shared unit are the archives’ own. */
function foreignTo(office: OfficeName): Holding[] {
  const { unit, archives, defence, legal } = shared().scene;
  const others: Readonly<Record<OfficeName, Holding[]>> = {
    archives: [defence, legal],
    'civil-defence': [archives, legal, unit.child],
    'legal-affairs': [archives, defence, unit.child],
  };
  return others[office];
}

const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));
const withId = named.filter(({ route }) => route.path.includes('{id}'));
const lists = named.filter(
  ({ route }) => route.method === 'GET' && route.path.includes('{j}') && !route.path.includes('{id}'),
);

describe('what another office of the same county holds', () => {
  test.each(withId)('is not there: $name', async ({ route }) => {
    for (const office of offices) {
      for (const role of people) {
        const client = await as(role, office);
        for (const foreign of foreignTo(office)) {
          const wanted = pathFor(route, 'baixiang', foreign);
          if (wanted === undefined) continue;
          const answer = await client.ask(route.method, wanted, bodyFor(route, 'baixiang'));
          expect([office, role, foreign.mark, answer.status]).toEqual([
            office,
            role,
            foreign.mark,
            route.roles.includes(role) ? 404 : 403,
          ]);
          expect(marksIn(answer.text)).toEqual([]);
        }
      }
    }
  });

  test.each(lists)('never shows in a list: $name', async ({ route }) => {
    for (const office of offices) {
      for (const role of people.filter((one) => route.roles.includes(one))) {
        const answer = await (
          await as(role, office)
        ).ask('GET', pathFor(route, 'baixiang', shared().scene.unit) ?? '');
        for (const foreign of foreignTo(office)) {
          expect(marksIn(answer.text), office).not.toContain(foreign.mark);
          for (const id of [foreign.subject, foreign.obligation, foreign.notice].filter((one) => one !== ''))
            expect(answer.text).not.toContain(id);
        }
      }
    }
  });

  test.each(['obligations', 'notices'])('is not found in the %s by its subject either', async (list) => {
    const { archives, defence } = shared().scene;
    const found = async (office: OfficeName, { subject }: Holding) =>
      (await as('auditor', office)).all(z.unknown(), `${path}/${list}?subjectId=${subject}`);
    expect(await found('archives', archives)).not.toEqual([]);
    expect(await found('archives', defence)).toEqual([]);
    expect(await found('civil-defence', archives)).toEqual([]);
    expect(await found('legal-affairs', defence)).toEqual([]);
  });

  test('is entered by nobody of another office', async () => {
    const cases: readonly (readonly [OfficeName, object])[] = [
      ['archives', { kind: 'case', name: 'x', facts: { office: 'civil-defence' } }],
      ['archives', { kind: 'civil-defence-work', name: 'x' }],
      ['civil-defence', { kind: 'case', name: 'x' }],
      ['civil-defence', { kind: 'project', name: 'x' }],
      ['legal-affairs', { kind: 'permit', name: 'x' }],
    ];
    for (const [office, body] of cases) {
      const problem = await (
        await as('bureau-officer', office)
      ).refused(403, 'POST', `${path}/subjects`, body);
      expect(problem.detail).toMatch(/Your office may not enter/);
    }
    const own = await as('bureau-officer', 'archives');
    const { archives } = shared().scene;
    const moved = { facts: { office: 'civil-defence' } };
    await own.refused(403, 'PATCH', `${path}/subjects/${archives.subject}`, moved);
  });
});

describe('a unit that the offices share', () => {
  test('is seen by each of them', async () => {
    const { unit } = shared().scene;
    for (const office of offices) {
      const client = await as('bureau-officer', office);
      expect(await client.get(answers.subject, `${path}/subjects/${unit.subject}`)).toMatchObject({
        name: unit.mark,
      });
    }
  });

  test('shows each office what that office asks of it, and no letter of another', async () => {
    const { unit } = shared().scene;
    const seen = async (office: OfficeName) => {
      const client = await as('bureau-officer', office);
      const status = await client.get(answers.subjectStatus, `${path}/status/${unit.subject}`);
      return {
        obligations: (await client.all(answers.obligation, `${path}/obligations?subjectId=${unit.subject}`))
          .length,
        notices: (await client.all(answers.notice, `${path}/notices?subjectId=${unit.subject}`)).length,
        open: status.summary.open,
        lastNotice: status.lastNotice?.id,
      };
    };
    const notice = (
      await (
        await as('bureau-officer', 'archives')
      ).all(answers.notice, `${path}/notices?subjectId=${unit.subject}`)
    )[0]?.id;
    expect(notice).toBeDefined();
    expect(await seen('archives')).toEqual({ obligations: 2, notices: 1, open: 1, lastNotice: notice });
    expect(await seen('civil-defence')).toEqual({
      obligations: 0,
      notices: 0,
      open: 0,
      lastNotice: undefined,
    });
    for (const list of ['obligations', 'notices'] as const) {
      const client = await as('auditor', 'civil-defence');
      const id = list === 'notices' ? unit.notice : unit.obligation;
      await client.refused(404, 'GET', `${path}/${list}/${id}`);
    }
  });
});

test('whoever names no office sees all three', async () => {
  const client = await shared().server.as({ role: 'bureau-leader', jurisdiction: 'baixiang' });
  const { archives, defence, legal, unit } = shared().scene;
  const text = (await client.ask('GET', `${path}/subjects?limit=200`)).text;
  for (const { mark } of [archives, defence, legal, unit, unit.child]) expect(text).toContain(mark);
});
