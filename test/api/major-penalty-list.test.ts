import { expect, test } from 'vitest';
import { upToClosing, upToProposal } from '../support/cases/case-moves.ts';
import { START, walk, walkOf } from '../support/cases/case-walk.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest } from '../support/product/server.ts';

const rule = 'archives-cases/major-penalty-report';
const officer = { role: 'bureau-officer', jurisdiction: 'baixiang', office: 'archives' };

test('the list of major penalties names each decision of its half-year, beside the duty to file it', async () => {
  const server = await serverForTest(START);
  const walked = await walkOf(server, 'archives');
  const moves = [
    ...upToProposal('archives', { major: true, fine: 30_000 }),
    ...upToClosing('archives', true),
  ];
  await walk(server, walked, moves);
  const { bureau } = walked;
  const owed = await bureau.obligations({ ruleId: rule });
  const list = async (period: string) => {
    const id = owed.find((one) => one.period === period)?.id ?? '';
    const path = `${bureau.path}/obligations/${id}/document.docx?form=major-penalty-list`;
    const { status, bytes } = await downloaded(server, path, officer);
    expect(status).toBe(200);
    return textOfDocx(bytes);
  };
  const lines = await list('2026-H2');
  expect(lines.slice(0, 4)).toEqual([
    '柏乡县档案局',
    '重大行政处罚决定备案目录',
    expect.stringContaining('期间：2026年下半年　　报送：'),
    '重大行政处罚决定共1件。',
  ]);
  // Whom the source names, as it is called today.
  expect(lines[2]).toContain('司法局（原');
  for (const cell of ['柏档罚〔2026〕1号', '2026年9月24日', '罚款30000元', '（案件C-archives）'])
    expect(lines).toContain(cell);
  expect(lines.join('')).not.toContain('待填');
});
