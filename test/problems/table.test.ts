import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languageOf, say } from '../../shared/problems/say.ts';
import type { ProblemParams } from '../../shared/problems/sentence.ts';
import { isProblemCode, problems, type ProblemCode } from '../../shared/problems/table.ts';
import { zhWords } from '../../shared/problems/words.ts';
import { englishIn } from '../support/chance/english-in.ts';

const codes = Object.keys(problems).filter(isProblemCode);
const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, name = '', vocabulary]) => ({ name, vocabulary }));

test('every code of the table is raised somewhere', () => {
  const sources = globSync(['shared/**/*.ts', 'functions/**/*.ts', 'local/**/*.ts'], {
    exclude: ['shared/problems/**'],
  });
  const tools = ['shared/problems/issues.ts'];
  const raised = new Set(
    [...sources, ...tools].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, code = '']) => code),
    ),
  );
  expect(codes.filter((code) => !raised.has(code))).toEqual([]);
});

test('every code is an area and a name', () => {
  expect(codes.filter((code) => !/^[a-z]+\.[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
});

/** A word for each parameter: one of the vocabulary where there is one. */
function paramsFor(code: ProblemCode): ProblemParams {
  const names = [...placeholders(problems[code].en), ...placeholders(problems[code].zh)];
  return Object.fromEntries(
    names.map(({ name, vocabulary }) => [
      name,
      vocabulary === undefined ? '甲' : (Object.keys(zhWords[vocabulary] ?? {})[0] ?? '甲'),
    ]),
  );
}

test.each(codes)('%s is wholly Chinese to whoever reads Chinese, and English to the others', (code) => {
  const params = paramsFor(code);
  expect(englishIn(say({ code, params }, 'zh'))).toEqual([]);
  expect(say({ code, params }, 'zh')).toMatch(/[一-鿿]/);
  expect(say({ code, params }, 'en')).not.toMatch(/[{}]/);
  expect(problems[code].zh.replaceAll(/\{[^}]*\}/g, '')).not.toMatch(/[一-鿿][,;:?!]|[,;:?!][一-鿿]/);
});

test('every vocabulary that a sentence names is there', () => {
  const named = codes.flatMap((code) =>
    [problems[code].en, problems[code].zh].flatMap((sentence) =>
      placeholders(sentence).flatMap(({ vocabulary }) => vocabulary ?? []),
    ),
  );
  expect([...new Set(named)].filter((name) => zhWords[name] === undefined)).toEqual([]);
});

test('a value that is no word of its vocabulary is said as it was sent', () => {
  for (const trait of ['nothing-known', 'constructor', 'toString'])
    expect(say({ code: 'subject.trait-none', params: { kind: 'case', trait } }, 'zh')).toContain(
      `“${trait}”`,
    );
});

test('a list is joined by the mark of its language, its words said in Chinese alone', () => {
  const raised = {
    code: 'request.role',
    params: { roles: ['bureau-leader', 'unit'], role: 'auditor' },
  } as const;
  expect(say(raised, 'zh')).toBe('此事由局（馆）领导、单位办理；您的身份是审计人员。');
  expect(say(raised, 'en')).toBe('Only bureau-leader, unit may do this; the token says auditor.');
});

test('days and instants are written as Chinese texts write them', () => {
  const code = 'local.clock-back';
  expect(say({ code, params: { now: '2026-09-01T09:05:00+08:00' } }, 'zh')).toContain(
    '现为2026年9月1日09:05，',
  );
  expect(say({ code, params: { now: '2026-10-11' } }, 'zh')).toContain('现为2026年10月11日，');
  expect(say({ code, params: { now: '2026-10-11' } }, 'en')).toContain('at 2026-10-11 and');
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['fr', 'en'],
  ['zh-CN', 'zh'],
  ['ZH-Hant-TW;q=0.9, en;q=0.8', 'zh'],
  ['en;q=0.8, zh;q=0.9', 'zh'],
  ['en-GB, zh;q=0.9', 'en'],
  ['zh, en', 'zh'],
  ['en, zh', 'en'],
  ['zh;q=0, en;q=0.1', 'en'],
  ['zh;q=x', 'zh'],
])('Accept-Language %o is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
