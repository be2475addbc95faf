import { expect, test } from 'vitest';
import { basisFlaw } from '../../shared/domain/escalations/legal-basis.ts';

test.each([
  ['《中华人民共和国档案法》第四十五条', undefined],
  ['《河北省档案条例》（2024年修订）第五十六条第三项', undefined],
  ['《中华人民共和国行政处罚法》第28条、《某省办法》第十二条第二款', undefined],
  ['第XX条', 'no-article'],
  ['《中华人民共和国档案法》第XX条', 'no-article'],
  ['《中华人民共和国档案法》第四十五条、第__条', 'no-article'],
  ['《中华人民共和国档案法》第 条', 'no-article'],
  ['《中华人民共和国档案法》', 'no-article'],
  ['档案法第四十五条', 'no-article'],
  ['有关法律法规', 'no-article'],
  ['《洪江区档案局责任清单事中事后监管制度》三(一)五(一)', 'county-list'],
  ['《档案法》第四十五条和《涉县档案局责任清单事中事后监督管理制度》', 'county-list'],
  ['《某县权责清单》第三条', 'county-list'],
  ['辽委办发〔2015〕14号第二条', 'county-list'],
])('%s', (text, flaw) => {
  expect(basisFlaw(text, ['辽委办发〔2015〕14号'])).toBe(flaw);
});
