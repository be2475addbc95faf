import { expect, test } from 'vitest';
import { unzip } from '../../shared/files/zip.ts';
import { upToProposal } from '../support/cases/case-moves.ts';
import { START, walk, walkOf } from '../support/cases/case-walk.ts';
import {
  browserOfSuite,
  bytesOf,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  serveConsole,
  visit,
} from '../support/product/browser.ts';
import { textOfDocx } from '../support/files/docx-text.ts';

describeInBrowser('the papers of a case in the console', () => {
  const browser = browserOfSuite();

  test('are offered as the case comes to them, with the whole file', async () => {
    const server = await serveConsole(START);
    const walked = await walkOf(server, 'archives');
    const visitor = await visit(browser(), server.url);
    const { page } = visitor;
    await enterAs(visitor, server.url, { role: 'auditor', jurisdiction: 'baixiang' });
    const papers = page.getByRole('region', { name: '案件文书' });
    const names = async (): Promise<string[]> => {
      await open(page, `/subjects/${walked.subject.id}?tab=stage`);
      await papers.getByRole('button', { name: '下载案卷' }).waitFor();
      return papers.getByRole('button').allTextContents();
    };
    expect(await names()).toEqual(['下载案卷']);
    await walk(server, walked, upToProposal('archives').slice(0, 5));
    expect(await names()).toEqual([
      '下载现场检查（勘查）笔录',
      '下载立案审批表',
      '下载行政处罚事先告知书',
      '下载案卷',
    ]);
    await expectUsable(visitor, 'case-papers');
    await picture(page, 'case-papers');
    const fetched = async (name: string): Promise<{ name: string; bytes: Uint8Array }> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        papers.getByRole('button', { name, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
    };
    const form = await fetched('下载立案审批表');
    expect(form.name).toBe('立案审批表.docx');
    expect(textOfDocx(form.bytes)).toContain('立案审批表');
    const dossier = await fetched('下载案卷');
    expect(dossier.name).toBe(`${walked.subject.name}案卷.zip`);
    expect(Object.keys(unzip(dossier.bytes))).toContain('文书/02-立案审批表.docx');
    await visitor.close();
  });
});
