import { describe, expect, test } from 'vitest';
import { concernOf, namedWith, partyLacks, partyOf } from '../../shared/domain/register/party.ts';
import { subjectKind, type SubjectKind } from '../../shared/rules/schema.ts';
import { relationsOf } from '../../shared/vocabulary/parties.ts';

type Told = Parameters<typeof partyOf>[0];

const subject = (id: string, kind: SubjectKind, more: Partial<Told> = {}): Told => ({
  id,
  kind,
  name: id,
  facts: {},
  contacts: [],
  ...more,
});
const known = (...all: readonly Told[]): ReadonlyMap<string, Told> =>
  new Map(all.map((one) => [one.id, one]));

const bureau = subject('水利局', 'unit', {
  code: '11431200',
  nature: 'organ',
  facts: { address: '沅江路1号', representative: '赵一', volumes: 3 },
  contacts: [{ name: '张三' }, { name: '李四', telephone: '0745-7631234' }],
});
const whole = {
  subjectId: '水利局',
  name: '水利局',
  code: '11431200',
  nature: 'organ',
  address: '沅江路1号',
  representative: '赵一',
  telephone: '0745-7631234',
};

describe('the party of a subject', () => {
  test('is the unit itself, with what the register has of it', () => {
    expect(partyOf(bureau, known())).toEqual(whole);
    expect(partyOf(subject('学校', 'unit'), known())).toMatchObject({ name: '学校', nature: undefined });
  });

  test.each(['government', 'bureau', 'enforcement-organ'] as const)('is the %s itself, an organ', (kind) => {
    expect(partyOf(subject('x', kind, { parentId: '水利局' }), known(bureau))).toMatchObject({
      name: 'x',
      nature: 'organ',
    });
  });

  test('is the first of those that it names', () => {
    const work = subject('人防工程1号', 'civil-defence-work', {
      parentId: '水利局',
      parties: [
        { relation: 'user', name: '某物业公司', nature: 'private', address: '槐阳大街2号' },
        { relation: 'builder', name: '某建设公司' },
      ],
    });
    expect(partyOf(work, known(bureau))).toEqual({
      relation: 'user',
      name: '某物业公司',
      nature: 'private',
      address: '槐阳大街2号',
    });
  });

  describe('of a work with several', () => {
    const [builder, user] = [
      { relation: 'builder', name: '某建设公司' },
      { relation: 'user', name: '某物业公司' },
    ] as const;
    const work = subject('人防工程1号', 'civil-defence-work', {
      parentId: '水利局',
      parties: [builder, user],
    });

    test('is the one that the rule of the paper asks for', () => {
      expect(partyOf(work, known(bureau), ['user'])).toEqual(user);
      expect(partyOf(work, known(bureau), ['owner', 'builder'])).toEqual(builder);
    });

    test('is nobody where none of them is that, and the unit above where none is entered', () => {
      expect(partyOf(work, known(bureau), ['maintainer'])).toBeUndefined();
      expect(partyOf({ ...work, parties: undefined }, known(bureau), ['maintainer'])).toEqual(whole);
    });

    test('is the same for what is about the work, a case', () => {
      const about = subject('案', 'case', { parentId: '人防工程1号' });
      expect(partyOf(about, known(bureau, work), ['user'])).toMatchObject({ name: '某物业公司' });
    });

    test('is read from the unit of that relation alone', () => {
      const named = [builder, { relation: 'maintainer', subjectId: '水利局' }] as const;
      const found = partyOf({ ...work, parties: [...named] }, known(bureau), ['maintainer']);
      expect(found).toEqual({ ...whole, relation: 'maintainer' });
    });
  });

  describe('that has gone', () => {
    const gone = { retiredOn: '2026-03-01' };
    const project = subject('水厂', 'project', {
      parties: [{ relation: 'construction-unit', subjectId: '旧局' }],
    });

    test('is its successor, and that one’s', () => {
      const old = subject('旧局', 'unit', { ...gone, successorId: '新局' });
      const next = subject('新局', 'unit', { ...gone, successorId: '水利局' });
      const expected = { ...whole, relation: 'construction-unit' };
      expect(partyOf(project, known(old, next, bureau))).toEqual(expected);
      const below = subject('桥', 'project', { parentId: '旧局' });
      expect(partyOf(below, known(old, next, bureau))).toEqual(expected);
    });

    test('is nobody without one', () => {
      expect(partyOf(project, known(subject('旧局', 'unit', gone)))).toBeUndefined();
    });

    test('is itself of what was its own', () => {
      expect(partyOf(subject('旧局', 'unit', gone), known())).toMatchObject({ name: '旧局' });
    });
  });

  test('is the unit that a party names, as the register has it now', () => {
    const project = subject('水厂', 'project', {
      parties: [{ relation: 'construction-unit', subjectId: '水利局' }],
    });
    expect(partyOf(project, known(bureau))).toEqual({ ...whole, relation: 'construction-unit' });
  });

  test.each(subjectKind.options.filter((kind) => relationsOf[kind].length === 1))(
    'of a %s is the unit above where nobody is named, in the relation that there is',
    (kind) => {
      expect(partyOf(subject('x', kind, { parentId: '水利局' }), known(bureau))).toEqual({
        ...whole,
        relation: relationsOf[kind][0],
      });
    },
  );

  test('of a civil-defence work or an archivist is the unit above, whatever it is to it', () => {
    for (const kind of ['civil-defence-work', 'archivist'] as const)
      expect(partyOf(subject('x', kind, { parentId: '水利局' }), known(bureau))).toEqual(whole);
  });

  test('of a case about a project is that of the project', () => {
    const project = subject('水厂', 'project', { parentId: '水利局' });
    expect(partyOf(subject('案', 'case', { parentId: '水厂' }), known(project, bureau))).toEqual({
      ...whole,
      relation: 'party',
    });
  });

  test('is not known where nobody is named and nobody stands above', () => {
    expect(partyOf(subject('许可第1号', 'permit'), known(bureau))).toBeUndefined();
    expect(partyOf(subject('x', 'project', { parentId: 'gone' }), known(bureau))).toBeUndefined();
    const [a, b] = [subject('a', 'project', { parentId: 'b' }), subject('b', 'project', { parentId: 'a' })];
    expect(partyOf(a, known(a, b))).toBeUndefined();
  });

  test('lacks a name or a nature until somebody enters them', () => {
    expect(partyLacks(undefined)).toEqual(['party']);
    expect(partyLacks({ name: '学校' })).toEqual(['party.nature']);
    expect(partyLacks({ name: '学校', nature: 'institution' })).toEqual([]);
  });
});

describe('what a paper concerns', () => {
  test('is the party, and the thing that it answers for', () => {
    const project = subject('一号水厂工程', 'project');
    expect(concernOf(project, { ...bureau, subjectId: '水利局', relation: 'construction-unit' })).toEqual({
      owner: '水利局',
      about: '一号水厂工程',
      as: '建设单位',
    });
    expect(concernOf(bureau, partyOf(bureau, known()))).toEqual({ owner: '水利局' });
  });

  test.each([
    ['project', '甲建设单位'],
    ['civil-defence-work', '甲责任单位'],
    ['equipment', '甲保管单位'],
    ['compilation-task', '甲承编单位'],
    ['permit', '甲被许可人'],
    ['case', '甲当事人'],
    ['reconsideration-decision', '甲作出机关'],
    ['archivist', '甲所在单位'],
    ['unit', '甲'],
  ] as const)('of a %s without a known party is whoever answers for it', (kind, owner) => {
    expect(concernOf(subject('甲', kind), undefined).owner).toBe(owner);
  });

  test('reads in a title as the party with the thing behind it', () => {
    expect(namedWith({ owner: '水利局', about: '水厂' })).toBe('水利局（水厂）');
    expect(namedWith({ owner: '水利局', about: undefined })).toBe('水利局');
    expect(namedWith({ owner: '水厂建设单位', about: '水厂' })).toBe('水厂建设单位');
  });
});
