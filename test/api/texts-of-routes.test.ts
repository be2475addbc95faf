import { describe, expect, test } from 'vitest';
import { documentRoutes } from '../../functions/api/documents.ts';
import { exportRoutes } from '../../functions/api/exports.ts';
import { importRoutes } from '../../functions/api/imports.ts';
import { fileBody, type Input, type Route } from '../../functions/api/route.ts';
import { routes } from '../../functions/api/routes.ts';
import { noAccounts } from '../../shared/ports.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { holding, textFieldsOf } from '../support/chance/text-fields.ts';

const all: readonly Route[] = [...routes, ...documentRoutes, ...exportRoutes, ...importRoutes];

const touched = (): never => {
  throw new Error('a text that is refused reaches nothing');
};
const untouchable: Deps = {
  store: {
    get: touched,
    getMany: touched,
    put: touched,
    putMany: touched,
    deleteMany: touched,
    query: touched,
  },
  queue: { send: touched },
  clock: { now: touched },
  channels: { email: { send: touched }, sms: { send: touched } },
  accounts: noAccounts,
  lease: { owner: 'nobody', isVoid: touched },
  log: touched,
  ids: { fresh: touched },
};

const asked = (given: Partial<Input<unknown, unknown>>): Input<unknown, unknown> => ({
  deps: untouchable,
  principal: { sub: 's', role: 'bureau-officer', jurisdiction: 'hongjiang' },
  params: {},
  body: {},
  query: {},
  ifMatch: undefined,
  repeatable: undefined,
  language: 'en',
  ...given,
});

const unfit = ['甲\u0000乙', '甲\u0007乙', '甲\u202e乙', '甲\ud842乙', '甲\ufffe乙'];

async function refusals(route: Route, given: Partial<Input<unknown, unknown>>): Promise<unknown> {
  const outcome = await route.run(asked(given));
  return outcome.ok ? 'taken' : 'errors' in outcome.failure && outcome.failure.errors;
}

const bodyFieldsOf = ({ body }: Route): ReturnType<typeof textFieldsOf> =>
  body === undefined || Object.is(body, fileBody) ? [] : textFieldsOf(body);

describe.each(all.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  const body = bodyFieldsOf(route);
  const params = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => [name]);

  if (body.length > 0)
    test('refuses in every field of its body what no file can carry', async () => {
      for (const place of body)
        for (const text of unfit)
          expect(await refusals(route, { body: holding(place, text) }), place.join('.')).toEqual([
            { path: place.join('.'), code: expect.stringMatching(/^text\./u), params: expect.any(Object) },
          ]);
    });

  test('refuses it in its path and in every field of its query', async () => {
    for (const place of textFieldsOf(route.query))
      expect(await refusals(route, { query: holding(place, '甲\u0007乙') }), place.join('.')).toMatchObject([
        { path: place.join('.') },
      ]);
    for (const [name = ''] of params)
      expect(await refusals(route, { params: { [name]: 'a\u0000b' } })).toMatchObject([{ path: name }]);
  });
});

test('The fields are really found: those that people fill in are among them', () => {
  const places = all.flatMap((route) =>
    bodyFieldsOf(route).map((place) => `${route.method} ${route.path} ${place.join('.')}`),
  );
  const J = '/v1/jurisdictions/{j}';
  expect(places).toEqual(
    expect.arrayContaining([
      `POST ${J}/subjects name`,
      `POST ${J}/subjects contacts.0.telephone`,
      `POST ${J}/subjects facts.name`,
      `PUT ${J}/staff 0.certificate.number`,
      `PATCH ${J}/settings alerts.leaders.0`,
      `POST ${J}/inspections findings.0.text`,
      `POST ${J}/subjects/{id}/events text`,
      `PATCH ${J}/escalations/{id} refusal.text`,
    ]),
  );
  expect(places.length).toBeGreaterThan(150);
});
