import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { subjectKind, type SubjectKind } from '../../shared/rules/schema.ts';
import { relationsOf } from '../../shared/vocabulary/parties.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'baixiang'));

const refusal = async (body: object): Promise<readonly (readonly [string, string])[]> => {
  const { officer, path } = shared().scene;
  const problem = await officer.refused(422, 'POST', `${path}/subjects`, body);
  return (problem.errors ?? []).map((error) => [error.path, error.code] as const);
};

describe('the nature of a unit', () => {
  test('is entered, read back, changed and taken away', async () => {
    const { enter, patch, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '县一中', nature: 'institution' });
    expect(unit.nature).toBe('institution');
    expect(await patch(unit.id, { nature: 'organ' })).toMatchObject({ nature: 'organ' });
    expect(await patch(unit.id, { name: '县第一中学' })).toMatchObject({ nature: 'organ' });
    await patch(unit.id, { nature: null });
    expect(await officer.get(answers.subject, `${path}/subjects/${unit.id}`)).not.toHaveProperty('nature');
  });

  test('is refused of anything else', async () => {
    expect(await refusal({ kind: 'project', name: 'x', nature: 'organ' })).toEqual([
      ['nature', 'subject.nature'],
    ]);
  });
});

describe('the parties of a subject', () => {
  const named = {
    name: '冀南建设有限公司',
    code: '91130524MA00000001',
    nature: 'private',
    address: '柏乡县槐阳大街2号',
    representative: '钱二',
    telephone: '0319-1234567',
  } as const;

  test('are kept in order, with all that was said of them', async () => {
    const { enter, patch } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '县住建局', nature: 'organ' });
    const parties = [
      { relation: 'maintainer', subjectId: unit.id },
      { relation: 'builder', ...named },
    ] as const;
    const work = await enter({ kind: 'civil-defence-work', name: '人防工程1号', parties: [...parties] });
    expect(work.parties).toEqual(parties);
    expect(await patch(work.id, { name: '人防工程甲' })).toMatchObject({ parties });
    expect(await patch(work.id, { parties: [parties[1]] })).toMatchObject({ parties: [parties[1]] });
    expect(await patch(work.id, { parties: [] })).not.toHaveProperty('parties');
  });

  test.each(subjectKind.options.filter((kind) => kind !== 'bureau'))(
    'of a %s stand in a relation that fits it',
    async (kind: SubjectKind) => {
      const { enter } = shared().scene;
      for (const relation of relationsOf[kind])
        expect(
          await enter({ kind, name: `${kind} ${relation}`, parties: [{ relation, name: '甲公司' }] }),
        ).toMatchObject({ parties: [{ relation, name: '甲公司' }] });
      const [own] = relationsOf[kind];
      const other = own === 'holder' ? 'keeper' : 'holder';
      expect(await refusal({ kind, name: 'x', parties: [{ relation: other, name: '甲公司' }] })).toEqual([
        own === undefined ? ['parties.0', 'subject.no-parties'] : ['parties.0.relation', 'subject.relation'],
      ]);
    },
  );

  test('are named, or are a unit that stands for the rest', async () => {
    const { enter } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '县水务局' });
    const project = (party: object): object => ({
      kind: 'project',
      name: 'x',
      parties: [{ relation: 'construction-unit', ...party }],
    });
    expect(await refusal(project({ nature: 'private' }))).toEqual([['parties.0.name', 'subject.party-name']]);
    expect(await refusal(project({ subjectId: unit.id, name: '水务局', address: '某处' }))).toEqual([
      ['parties.0.name', 'subject.party-twice'],
      ['parties.0.address', 'subject.party-twice'],
    ]);
  });

  test('of the register are units that are there', async () => {
    const { enter, officer, path } = shared().scene;
    const other = await enter({ kind: 'project', name: '二号桥工程' });
    const gone = await enter({ kind: 'unit', name: '旧水利局' });
    await officer.send(answers.subject, 'DELETE', `${path}/subjects/${gone.id}`, {});
    const asked = (subjectId: string) =>
      refusal({ kind: 'project', name: 'x', parties: [{ relation: 'construction-unit', subjectId }] });
    expect(await asked('s-nobody')).toEqual([['parties.0.subjectId', 'subject.no-party']]);
    expect(await asked(other.id)).toEqual([['parties.0.subjectId', 'subject.party-kind']]);
    expect(await asked(gone.id)).toEqual([['parties.0.subjectId', 'subject.party-retired']]);
    const project = await enter({ kind: 'project', name: '三号桥工程' });
    const problem = await officer.refused(422, 'PATCH', `${path}/subjects/${project.id}`, {
      parties: [{ relation: 'construction-unit', subjectId: other.id }],
    });
    expect(problem.code).toBe('subject.party-kind');
  });
});
