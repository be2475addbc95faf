import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/api/routes.ts';
import * as answers from '../../shared/contract/answers.ts';
import { check, exact, routeOf } from '../support/product/checked-answer.ts';

describe('the check that every answer of these tests goes through', () => {
  const answered = (status: number, body: object, headers: Record<string, string> = {}) => {
    const kind = status >= 400 ? 'problem+json' : 'json';
    const always = { 'content-type': `application/${kind}; charset=utf-8`, 'cache-control': 'no-store' };
    return { status, body, text: JSON.stringify(body), headers: new Headers({ ...always, ...headers }) };
  };
  const problem = {
    type: '/problems/request.key-used',
    title: 'Conflict',
    status: 409,
    code: 'request.key-used',
    params: {},
    detail: 'Read it again.',
  };
  const settings = '/v1/jurisdictions/hongjiang/settings';

  test('finds the route of every path', () => {
    for (const route of routes)
      expect(routeOf(route.method, route.path.replace(/\{\w+\}/g, 'x'))).toBe(route);
    expect(routeOf('GET', '/v1/nothing')).toBeUndefined();
  });

  test('refuses a field that the contract does not have, at any depth, and one that is missing', () => {
    const health = { status: 'ok', version: '1' };
    expect(() => exact('health', answers.health, health)).not.toThrow();
    expect(() => exact('health', answers.health, { ...health, pk: 'secret' })).toThrow('holds more');
    expect(() => exact('health', answers.health, { status: 'ok' })).toThrow('is not as its schema says');
    const list = { items: [{ ...health, sk: 'secret' }], nextCursor: null };
    expect(() => exact('list', answers.listOf(answers.health), list)).toThrow('holds more');
  });

  test('refuses a problem that helps nobody, and an answer in the wrong dress', () => {
    expect(() => check('GET', settings, answered(409, problem))).not.toThrow();
    expect(() => check('GET', settings, answered(422, { ...problem, status: 422 }))).toThrow(
      'names no field',
    );
    expect(() => check('GET', settings, answered(404, problem))).toThrow('the document says 409');
    expect(() => check('GET', settings, answered(409, { ...problem, detail: '' }))).toThrow(
      'no title or no detail',
    );
    expect(() => check('GET', settings, answered(500, { ...problem, status: 500 }))).toThrow('500');
    expect(() => check('GET', settings, answered(409, problem, { 'content-type': 'text/plain' }))).toThrow(
      'content-type',
    );
    expect(() => check('GET', '/health', answered(201, { status: 'ok', version: '1' }))).toThrow(
      'in place of 200',
    );
    expect(() =>
      check('GET', '/health', answered(200, { status: 'ok', version: '1' }, { 'cache-control': 'public' })),
    ).toThrow('cache-control');
  });

  test('asks for the version of what can be changed as its ETag', () => {
    const year = { year: 2027, status: 'entered', holidays: [], workdays: [], source: 'x', version: 3 };
    const path = '/v1/work-calendar/2027';
    expect(() => check('GET', path, answered(200, year, { etag: '"3"' }))).not.toThrow();
    expect(() => check('GET', path, answered(200, year, { etag: '"2"' }))).toThrow('etag');
  });
});
