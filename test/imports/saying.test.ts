import { expect, test } from 'vitest';
import { importProgress } from '../../shared/contract/imports.ts';
import { portionRecord, portionsOf } from '../../shared/records/import.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest } from '../support/product/server.ts';

const NOW = '2026-03-02T10:00:00+08:00';
const chinese = { headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' } };

const file = [
  '类别,名称,代码,上级单位,开工日期',
  '建设项目,一号桥,P-1,没有的单位,',
  '建设项目,二号桥,P-2,,二月初',
  '飞船,三号,S-1,,',
  '单位,,U-9,,',
].join('\n');

test('what is wrong with a row is said in the language of the request, under the same code', async () => {
  const admin = await importing(await serverForTest(NOW), 'hongjiang');
  const query = '?dryRun=true';
  const english = await admin.done(file, { query });
  const said = await admin.done(file, { ...chinese, query });
  expect(said.rejected.map(({ row, message }) => [row, message])).toEqual([
    [2, '没有代码或者名称为“没有的单位”的监管对象，请先登记，或者把它所在的行移到上面'],
    [3, '“二月初”不是日期，请写作2026-03-01或者2026年3月1日，年份写全'],
    [4, expect.stringMatching(/^“飞船”不认识，请填其中之一：单位、建设项目、.+[^、]$/)],
    [5, '没有代码为U-9的单位；新登记的须填名称'],
  ]);
  expect(english.rejected.map(({ message }) => message)).toEqual([
    'no subject has the id, code or name “没有的单位”: enter it first, or put its row above',
    '“二月初” is not a day: write 2026-03-01 or 2026年3月1日, with the whole year',
    expect.stringMatching(/^“飞船” is not known: write one of 单位, 建设项目, /),
    'no unit has the code U-9: a new one needs a name',
  ]);
  const coded = ({ rejected }: typeof said): unknown =>
    rejected.map(({ row, path, code, params }) => ({ row, path, code, params }));
  expect(coded(said)).toEqual(coded(english));
});

test('a file that cannot be read is refused in Chinese with all that is wrong with its headings', async () => {
  const admin = await importing(await serverForTest(NOW), 'hongjiang');
  const refused = await admin.refused(400, '机构全称,类型,类别\n甲局,机关,单位\n', chinese);
  expect(refused.errors?.map(({ path, message }) => [path, message])).toEqual([
    ['column A', 'A列的表头“机构全称”不认识，请说明它是哪一项，或者不导入该列'],
    ['column C', '“B 类型”和“C 类别”两列是同一项，请说明其中一列是哪一项，或者不导入该列'],
    ['row 1', '第1行应为表头，但没有“名称”或者“代码”列，请参照模板'],
  ]);
  expect(refused.detail).toBe(refused.errors?.[0]?.message);
});

test('a row that was refused before problems had codes keeps the sentence that was stored', async () => {
  const server = await serverForTest(NOW);
  const admin = await importing(server, 'hongjiang');
  const { id } = await admin.done('名称,开工日期\n一号桥,二月初\n');
  const { store } = server.product.deps;
  const { items } = await store.query(portionsOf({ jurisdiction: 'hongjiang', id }));
  const earlier = { row: 2, path: 'facts.startedOn', column: 'B 开工日期', message: '“二月初” is no day' };
  for (const item of items) {
    const { result } = portionRecord.of(item);
    await store.putMany([{ ...item, result: { ...result, rejected: [earlier] } }]);
  }
  const progress = importProgress.parse(await (await admin.get(`imports/${id}`)).json());
  expect(progress.rejected).toEqual([
    { ...earlier, code: 'import.earlier', params: { message: earlier.message } },
  ]);
});
