import { expect, test } from 'vitest';
import { titleLines } from '../../shared/documents/docx/title.ts';
import { longName } from './samples.ts';

test.each([
  ['责令整改通知书'],
  ['关于办理《重点建设项目档案管理登记表》的提示函'],
  ['关于建议不予组织沅江大桥及连接线工程竣工验收的函'],
  ['关于通报洪江区自然资源局电子档案信息安全情况的函'],
  ['关于洪江区交通建设投资有限公司（沅江大桥及连接线工程）有关责任人员的处理建议书'],
  ['关于某鑫实业有限公司（第二自来水厂工程）有关情况的函'],
  [`关于通报${longName}电子档案信息安全情况的函`],
])('%s is broken between words', (title) => {
  const lines = titleLines(title);
  expect(lines.join('')).toBe(title);
  for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(20);
  expect(lines).toMatchSnapshot();
  const broken = lines.join('|');
  for (const word of ['信息', '安全', '档案', '情况', '怀化', '竣工', '验收', '工程', '公司', '人员'])
    expect(broken).not.toContain(Array.from(word).join('|'));
  expect(broken).not.toMatch(/\|[的，、）》]|[（《]\|/u);
});

test('a name without a single word is cut where a line is full', () => {
  expect(titleLines('甲'.repeat(45)).map((line) => line.length)).toEqual([20, 20, 5]);
});
