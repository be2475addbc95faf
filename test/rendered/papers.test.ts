import { beforeAll, expect, test } from 'vitest';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import { documentFor } from '../../shared/documents/escalations/compose.ts';
import { dutyForms } from '../../shared/vocabulary/duty-forms.ts';
import { partOf } from '../support/files/docx-text.ts';
import { startServer } from '../support/product/server.ts';
import { describePages, pagesOf, type PrintedPage } from '../support/files/rendered.ts';
import { paperAt, type Paper } from '../support/walks/papers.ts';
import { MORNING, sceneOf, type WalkScene } from '../support/walks/scene.ts';
import { walkIn } from '../support/walks/system.ts';
import { systems } from '../support/walks/systems.ts';
import { issued, longName, partsOf } from '../documents/samples.ts';

/** The papers of these walks, which have every layout, as LibreOffice prints them. */
const walked: readonly (readonly [string, 'public' | 'private'])[] = [
  ['洪江区重点建设项目档案', 'public'],
  ['洪江区重点建设项目档案', 'private'],
  ['洪江区档案安全', 'public'],
  ['洪江区志书编纂', 'private'],
  ['涉县电子档案', 'public'],
  ['涉县出卖、出境档案', 'private'],
  ['柏乡县人防工程', 'private'],
  ['柏乡县行政复议', 'public'],
  ['柏乡县行政诉讼', 'public'],
  ['柏乡县人防行政处罚裁量权', 'public'],
  ['柏乡县档案案件查处和裁量', 'public'],
  ['辽宁省档案违法行为处理', 'private'],
];

async function papersOfWalk(name: string, party: 'public' | 'private'): Promise<readonly Paper[]> {
  const system = systems.find((one) => one.name === name);
  if (!system) throw new Error(`there is no system ${name}`);
  const server = await startServer(MORNING);
  try {
    const scene = await sceneOf(system, party === 'public' ? system.public : 'private', server);
    await walkIn(scene);
    await formsIn(scene);
    return scene.papers;
  } finally {
    await server.close();
  }
}

/** The forms beside what is owed, and of the projects. */
async function formsIn(scene: WalkScene): Promise<void> {
  const owed = await scene.bureau.obligations({});
  const rules = new Map(owed.map(({ ruleId, id }) => [ruleId, `obligations/${id}`]));
  const subjects = new Set(owed.map(({ subjectId }) => `subjects/${subjectId}`));
  for (const path of [...rules.values(), ...[...subjects].slice(-3)])
    for (const form of dutyForms) await paperAt(scene, `${path}/document.docx?form=${form}`);
}

/** 关于…的提示函 is one kind, 送达回证 another. */
const kindOf = (title: string): string =>
  /^关于.*的?(?<kind>提示函|催报函|报告|通报|处理建议书|函)\.docx$/u.exec(title)?.groups?.['kind'] ?? title;

/** Of each kind the longest, the shortest and one between them. */
function chosen(papers: readonly Paper[]): Paper[] {
  const kinds = new Map<string, Paper[]>();
  for (const paper of papers) {
    const kind = kindOf(paper.title);
    kinds.set(kind, [...(kinds.get(kind) ?? []), paper]);
  }
  return [...kinds.values()].flatMap((some) => {
    const sorted = some.toSorted((one, other) => lengthOf(one) - lengthOf(other));
    const wanted = [0, Math.floor((sorted.length - 1) / 2), sorted.length - 1];
    return sorted.filter((_, index) => wanted.includes(index));
  });
}
const lengthOf = ({ lines }: Paper): number => lines.join('').length;

/** Letters whose last paragraph is long, so that the signature falls to each place of a page. */
async function longLetters(): Promise<Paper[]> {
  const party = { name: longName, nature: 'private' } as const;
  const letters: Paper[] = [];
  for (const count of [2, 5, 8, 11, 14, 17]) {
    const text = `经查，${'档案库房漏水，部分档案受潮。'.repeat(count)}`;
    const model = documentFor(partsOf('order-to-rectify', { ...issued, text, party }));
    if (!model) throw new Error('no letter');
    letters.push({ title: `${model.name}.docx`, lines: [], docx: await docxOf(model) });
  }
  return letters;
}

interface Printed extends Paper {
  readonly pages: readonly PrintedPage[];
}

const isNumber = (text: string): boolean => /^—\d+—$/u.test(text);
/** What is no text beside which a seal may stand; 特此函告 is text. */
const isFormal = (text: string): boolean =>
  isNumber(text) ||
  /【印章】|【此处签名】|^(?:抄送|\d{4}年\d+月\d+日$)|印发$|^年月日$|局$|办$|馆$|^签名$/u.test(text);

const isForm = ({ docx }: Paper): boolean =>
  /<w:tbl>(?!.*<w:tblpPr)/su.test(partOf(docx, 'word/document.xml'));
const isLetter = ({ docx }: Paper): boolean =>
  /<w:titlePg(?: w:val="true")?\/>/u.test(partOf(docx, 'word/document.xml'));

/** The lines of a title, in 二号, as the file breaks them. */
const titleOf = ({ docx }: Paper): string[] =>
  Array.from(partOf(docx, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gsu), ([paragraph]) => paragraph)
    .filter((paragraph) => paragraph.includes('<w:sz w:val="44"/>'))
    .map((paragraph) =>
      Array.from(paragraph.matchAll(/<w:t[^>]*>([^<]*)</gu), ([, text = '']) => text).join(''),
    );

/** The lower edge of the text area, in points. */
const FOOT = ((297 - 35) / 25.4) * 72;

/** The forms that take more than one page. A filing form has a sheet for those who draft it. */
const allowed: Readonly<Record<string, number>> = {
  '档案工作情况自查报告.docx': 2,
  '现场检查笔录.docx': 2,
  '立案审批表.docx': 3,
  '案件调查终结报告.docx': 2,
  '行政处罚决定审批表.docx': 2,
  '行政处罚案卷评查表.docx': 2,
};

describePages('the papers on their pages', () => {
  let printed: readonly Printed[] = [];

  beforeAll(async () => {
    const papers: Paper[] = await longLetters();
    for (const [name, party] of walked) papers.push(...(await papersOfWalk(name, party)));
    const some = chosen(papers);
    const pages = await pagesOf(some.map(({ docx }) => docx));
    printed = some.map((paper, index) => ({ ...paper, pages: pages[index] ?? [] }));
  }, 900_000);

  const failing = (is: (paper: Printed) => boolean): string[] =>
    printed
      .filter((paper) => !is(paper))
      .map(({ title, pages }) => `${title}：${pages.map((page) => page.length).join('、')}`);

  test('are of many kinds, and each has a page', () => {
    expect(new Set(printed.map(({ title }) => kindOf(title))).size).toBeGreaterThan(35);
    expect(failing(({ pages }) => pages.length > 0)).toEqual([]);
  });

  test('have no page without text', () => {
    expect(failing(({ pages }) => pages.every((page) => page.some(({ text }) => !isNumber(text))))).toEqual(
      [],
    );
  });

  test('have no page on which a seal or a signature stands without text', () => {
    expect(
      failing(({ pages }) =>
        pages.every(
          (page) =>
            !page.some(({ text }) => /【印章】|【此处签名】/u.test(text)) ||
            page.some(({ text }) => !isFormal(text)),
        ),
      ),
    ).toEqual([]);
  });

  test('have the 版记 at the foot of their last page', () => {
    expect(
      failing(({ pages }) =>
        pages.every((page, index) =>
          page.every(
            ({ text, bottom }) =>
              !/\d日印发$/u.test(text) || (index === pages.length - 1 && Math.abs(bottom - FOOT) < 14),
          ),
        ),
      ),
    ).toEqual([]);
  });

  test('have a title whose lines are those that were chosen', () => {
    expect(
      failing((paper) => {
        const lines = paper.pages.flat().map(({ text }) => text);
        return titleOf(paper).every((line) => lines.includes(line.replaceAll(' ', '')));
      }),
    ).toEqual([]);
  });

  test('have no number on the first page of a letter, and one on every other page', () => {
    expect(
      failing((paper) =>
        paper.pages.every(
          (page, index) => page.some(({ text }) => isNumber(text)) === !(isLetter(paper) && index === 0),
        ),
      ),
    ).toEqual([]);
  });

  test('are forms on no more pages than are set for them', () => {
    const more = printed.flatMap((paper) =>
      !isForm(paper) || paper.pages.length <= (allowed[paper.title] ?? 1)
        ? []
        : [
            `${paper.title} ${paper.pages.length}：${
              paper.pages
                .at(-1)
                ?.map(({ text }) => text)
                .join('／') ?? ''
            }`,
          ],
    );
    expect(more.toSorted()).toEqual([]);
  });
});
