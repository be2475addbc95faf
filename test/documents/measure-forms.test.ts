import { expect, test } from 'vitest';
import { documentFor } from '../../shared/documents/escalations/compose.ts';
import { plainText } from '../../shared/documents/escalations/plain.ts';
import type { DocumentForm, DocumentParts } from '../../shared/documents/parts.ts';
import { day } from '../../shared/domain/time/day.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { issued, partsOf } from './samples.ts';

const desk = { address: '柏乡县槐阳路1号', telephone: '0319-7700000', contact: '孙科员' } as const;
const organ = { name: '柏乡县自然资源局', nature: 'organ' } as const;

const between: Partial<DocumentParts> = {
  ...issued,
  desk,
  regime: 'administrative-litigation',
  office: 'legal-affairs',
  bureau: '柏乡县司法局',
  government: '柏乡县人民政府',
  owner: organ.name,
  party: organ,
  about: undefined,
  clause: '柏乡县事中事后监督管理制度 (三)五, 六',
  number: '柏司监〔2026〕1号',
  text: '经评查，你局办理的三件行政处罚案件未履行事先告知程序。',
  named: ['监督通知书'],
};

const law = (article: string): readonly string[] => [`《行政执法监督条例》${article}`];

const papers: readonly (readonly [string, DocumentParts, DocumentForm?])[] = [
  ['监督意见书', partsOf('opinion', { ...between, law: law('第二十八条') })],
  ['监督通知书', partsOf('order-to-rectify', { ...between, law: ['《河北省行政执法监督条例》第二十条'] })],
  ['督办函', partsOf('opinion', { ...between, supervision: 'urging', law: law('第二十七条') })],
  [
    '监督决定书',
    partsOf('order-to-rectify', { ...between, supervision: 'decision', law: law('第二十九条') }),
  ],
  [
    '复议意见书',
    partsOf('opinion', {
      ...between,
      regime: 'administrative-reconsideration',
      about: '柏政复决〔2026〕2号',
      named: [],
      law: ['《中华人民共和国行政复议法》第七十六条'],
    }),
  ],
  [
    '涉嫌犯罪案件移送书',
    partsOf('transfer', { ...issued, desk, transfer: 'crime', circulation: ['洪江区公安局'] }),
  ],
  [
    '移送函',
    partsOf('transfer', { ...issued, desk, transfer: 'violation', circulation: ['洪江区文旅广体局'] }),
  ],
  [
    '处理建议书',
    partsOf('discipline-recommendation', {
      ...issued,
      circulation: ['洪江区委组织部'],
      investigation: { on: day('2026-07-14'), text: '经调查，档案室负责人未按制度保管档案。' },
    }),
  ],
  [
    '约谈记录',
    partsOf('interview', {
      ...issued,
      interview: {
        at: instant('2026-07-20T09:00:00+08:00'),
        place: '洪江区档案局会议室',
        attendees: '周八、王科员',
      },
    }),
    'interview-record',
  ],
];

const named = papers.map(([name, parts, form = 'document']) => ({ name, parts, form }));

test.each(named)('$name reads as recorded', async ({ name, parts, form }) => {
  const model = documentFor(parts, form);
  if (!model) throw new Error(name);
  await expect(plainText(model)).toMatchFileSnapshot(`../golden/documents/forms/${name}.txt`);
});

test('what one organ writes to another tells of no citizen’s remedies, and no officer shows a certificate', () => {
  for (const [, parts] of papers.slice(0, 5)) {
    const model = documentFor(parts);
    const words = model ? plainText(model) : '';
    expect(words).toContain('柏乡县自然资源局：');
    for (const not of ['行政诉讼', '申请行政复议', '执法证件号', '送达当事人'])
      expect(words).not.toContain(not);
  }
});
