import { expect, test } from 'vitest';
import type { CheckParts } from '../../shared/documents/checks/parts.ts';
import { checkPaper } from '../../shared/documents/checks/papers.ts';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import { plainText } from '../../shared/documents/escalations/plain.ts';
import { day } from '../../shared/domain/time/day.ts';
import type { CheckForm } from '../../shared/vocabulary/check-forms.ts';
import { printed } from '../support/files/docx-layout.ts';
import { check } from './samples.ts';

const again: Partial<CheckParts> = {
  findings: [],
  signature: { by: '张主任' },
  rechecked: [
    {
      text: '库房除湿机停用三个月，相对湿度超过60%。',
      foundOn: day('2026-09-15'),
      rectifyBy: day('2026-09-30'),
      papers: ['洪档责〔2026〕12号'],
      result: 'rectified',
      note: '除湿机已修复，当日相对湿度52%。',
    },
    {
      text: '灭火器压力不足。',
      foundOn: day('2026-09-15'),
      rectifyBy: day('2026-09-30'),
      papers: [],
      result: 'partly',
      note: undefined,
    },
  ],
};

/** Nobody has entered anything besides what the API asks for. */
const bare: Partial<CheckParts> = {
  desk: {},
  until: undefined,
  party: undefined,
  place: undefined,
  host: undefined,
  certificatesShown: undefined,
  rightsTold: undefined,
  checklist: [],
  findings: [],
  signature: undefined,
  law: [],
  system: undefined,
};

const joined: Partial<CheckParts> = {
  mode: 'joint',
  about: '沅江大桥及连接线工程',
  joined: [
    {
      body: '洪江区发展和改革局',
      part: '检查项目审批和竣工验收准备情况',
      officers: [{ name: '钱科员', certificate: '湘12000009' }],
    },
    { body: '洪江区住房和城乡建设局' },
  ],
};

const written: Partial<CheckParts> = {
  mode: 'written',
  target: '洪江区教育局',
  about: '《洪江区志·教育篇》编纂',
  checklist: [{ item: '编纂进度', result: '完成初稿三章，落后计划两个月' }],
  findings: [{ text: '初稿进度落后。', handling: '书面催促，报送赶工计划' }],
  law: ['《地方志工作条例》第五条'],
  signature: undefined,
};

const cases: readonly (readonly [string, CheckForm, Partial<CheckParts>])[] = [
  ['record', 'record', {}],
  ['record of which little was entered', 'record', bare],
  ['record of a joint check', 'record', joined],
  ['record of a joint check of which nobody entered with whom', 'record', { ...joined, joined: [] }],
  ['record of a check in writing', 'record', written],
  ['record of a review of files', 'record', { mode: 'file', target: '涉县行政审批局' }],
  ['record of civil defence', 'record', { certificates: 'work-id', certificatesShown: false }],
  ['patrol', 'patrol-record', {}],
  ['return visit', 'patrol-record', again],
  ['opinion', 'opinion', {}],
  ['opinion without a problem', 'opinion', { findings: [] }],
  ['opinion of a joint check', 'opinion', joined],
  ['opinion of a check in writing', 'opinion', written],
  ['recheck', 'recheck-opinion', again],
  [
    'recheck without anything left',
    'recheck-opinion',
    { ...again, rechecked: again.rechecked?.slice(0, 1) ?? [] },
  ],
];

test('the papers of a check read as recorded', async () => {
  const pages = cases.map(
    ([name, form, more]) => `==== ${name}\n${plainText(checkPaper({ ...check, ...more }, form))}`,
  );
  await expect(pages.join('\n')).toMatchFileSnapshot('../golden/documents/check.txt');
});

test('the record of a check has the layout that is recorded', async () => {
  const docx = await docxOf(checkPaper(check, 'record'));
  await expect(printed(docx)).toMatchFileSnapshot('../golden/documents/inspection.txt');
});
