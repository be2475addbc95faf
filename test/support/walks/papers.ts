import { documentForms } from '../../../shared/documents/parts.ts';
import { textOfDocx } from '../files/docx-text.ts';
import { downloaded } from '../files/downloads.ts';
import type { WalkScene } from './scene.ts';

/** A paper as its reader sees it, without empty lines. */
export interface Paper {
  readonly title: string;
  readonly lines: readonly string[];
  readonly docx: Uint8Array;
}

const claims = ({ system: { jurisdiction, office } }: WalkScene) => ({
  ...{ role: 'bureau-officer', jurisdiction, office },
});

/** A paper, or nothing where it does not exist. */
export async function paperAt(scene: WalkScene, path: string): Promise<Paper | undefined> {
  const { status, name, bytes } = await downloaded(
    scene.server,
    `${scene.bureau.path}/${path}`,
    claims(scene),
  );
  if (status !== 200) return undefined;
  const title = decodeURIComponent(/filename\*=UTF-8''([^;]+)/u.exec(name ?? '')?.[1] ?? path);
  const paper = { title, lines: textOfDocx(bytes).filter((line) => line.trim() !== ''), docx: bytes };
  scene.papers.push(paper);
  return paper;
}

/** Every paper of an escalation. */
export async function papersOf(scene: WalkScene, id: string): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const form of documentForms) {
    const paper = await paperAt(scene, `escalations/${id}/document.docx?form=${form}`);
    if (paper) papers.push(paper);
  }
  return papers;
}

/** As a golden holds it; what goes with every paper in the same way, by its name alone. */
export const printed = ({ title, lines }: Paper): string[] => [
  `--- ${title}`,
  ...(title.startsWith('送达回证') ? [] : lines.map((line) => `    ${line}`)),
];
