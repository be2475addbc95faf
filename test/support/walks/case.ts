import * as answers from '../../../shared/contract/answers.ts';
import type { Subject } from '../bureaus/bureau.ts';
import { upToClosing, upToProposal, type Move } from '../cases/case-moves.ts';
import { toService } from '../cases/law-walk.ts';
import { paperAt, printed } from './papers.ts';
import { refusal } from './refusal.ts';
import type { WalkScene } from './scene.ts';

/** A penalty case from its discovery to its closing, and every paper that it made. */
export async function walkCase(scene: WalkScene, subject: Subject): Promise<string[]> {
  const { bureau, hands, system } = scene;
  const path = `${bureau.path}/subjects/${subject.id}`;
  const moves: readonly Move[] =
    system.jurisdiction === 'baixiang'
      ? [...upToProposal(system.office), ...upToClosing(system.office, false)]
      : toService;
  const lines = [`## 案件：${subject.name}`];
  for (const { on, hand, body } of moves) {
    await scene.goTo(on);
    const told = await hands[hand].ask('POST', `${path}/events`, { body });
    lines.push(`${on} ${body.event}${told.status < 300 ? '' : ` 不予登记 ${refusal(told)}`}`);
  }
  const { stage } = await hands.officer.get(answers.subjectDetail, path);
  for (const form of stage?.documents ?? []) {
    const paper = await paperAt(scene, `subjects/${subject.id}/document.docx?form=${form}`);
    if (paper) lines.push(...printed(paper));
  }
  return lines;
}
