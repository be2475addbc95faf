import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));

test('A name is stored composed and without marks that nobody sees, and found however it is asked for', async () => {
  const { enter, officer, path } = shared().scene;
  const unit = await enter({ kind: 'unit', name: '\ufeffCafe\u0301\u200b 档案\u{f90a}\n馆 ' });
  expect(unit.name).toBe('Café 档案金 馆');
  const found = await officer.get(
    answers.listOf(answers.subject),
    `${path}/subjects?q=${encodeURIComponent('cafe\u0301')}`,
  );
  expect(found.items.map(({ id }) => id)).toEqual([unit.id]);
});

test('What no file can carry is refused by field, over HTTP too, and nothing is stored', async () => {
  const { officer, path } = shared().scene;
  const before = await officer.get(answers.listOf(answers.subject), `${path}/subjects?kind=unit`);
  const problem = await officer.refused(400, 'POST', `${path}/subjects`, {
    kind: 'unit',
    name: '甲\u0007乙',
    contacts: [{ name: '丙\ud842' }],
  });
  expect(problem.errors).toMatchObject([
    {
      path: 'name',
      code: 'text.control',
      message: 'contains a control character (U+0007) that no file can contain: remove it',
    },
    { path: 'contacts.0.name', code: 'text.half', message: 'contains half of a character: enter it again' },
  ]);
  expect(await officer.get(answers.listOf(answers.subject), `${path}/subjects?kind=unit`)).toEqual(before);
  await officer.refused(400, 'GET', `${path}/subjects?q=%07`);
  await officer.refused(400, 'GET', `${path}/subjects/a%00b`);
});

test('A text of several lines keeps them, a name has one', async () => {
  const { enter, patch } = shared().scene;
  const project = await enter({ kind: 'project', name: '一\t二\r\n三', facts: { startedOn: '2026-01-15' } });
  expect(project.name).toBe('一 二 三');
  expect((await patch(project.id, { name: '四\u2028五' })).name).toBe('四 五');
});

test('A row of a file is held to the same', async () => {
  const admin = await importing(shared().server, 'hongjiang');
  const { rejected, created } = await admin.done(
    'kind,name\nunit,甲\u0007局\nunit,乙\u202e局\nunit,丙\u200b局\n',
  );
  expect(created).toBe(1);
  expect(rejected).toMatchObject([
    { row: 2, path: 'name', code: 'text.control', params: { character: 'U+0007' } },
    { row: 3, path: 'name', code: 'text.direction', params: { character: 'U+202E' } },
  ]);
});

test.each(['__proto__\u200b', 'na\u200bme', 'cafe\u0301'])(
  'The name of a field that is another once it is cleaned is refused: %j',
  async (name) => {
    const { officer, path } = shared().scene;
    const facts = await officer.refused(400, 'POST', `${path}/subjects`, {
      kind: 'unit',
      name: '甲',
      facts: { [name]: '乙' },
    });
    expect(facts.errors).toMatchObject([{ path: 'facts.?', code: 'text.name' }]);
    const body = { kind: 'unit', name: '甲', [name]: '乙' };
    expect((await officer.refused(400, 'POST', `${path}/subjects`, body)).errors).toMatchObject([
      { path: '?', code: 'text.name' },
    ]);
  },
);
