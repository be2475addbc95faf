import * as answers from '../../../shared/contract/answers.ts';
import type { Subject } from '../bureaus/bureau.ts';
import { move, upToClosing, upToProposal, type Move } from '../cases/case-moves.ts';
import { toService } from '../cases/law-walk.ts';
import { paperAt, printed } from './papers.ts';
import { refusal } from './refusal.ts';
import type { WalkScene } from './scene.ts';
import type { System } from './systems.ts';

const paid: readonly Move[] = [
  move('2026-10-09', 'officer', { event: 'payment', on: '2026-10-09', amount: 20_000, receipt: '票据0001' }),
  move('2026-10-09', 'officer', { event: 'closing', on: '2026-10-09' }),
];

/** What officers write in each event, where the moves are bare. */
const written = ({ found, office }: System): Readonly<Record<string, object>> => {
  const basis = `《中华人民共和国${office === 'civil-defence' ? '人民防空法' : '档案法'}》第四十九条`;
  return {
    'discovery-record': { place: '人民路1号', text: `现场查看，${found}。` },
    'filing-proposal': { text: `经初步调查，当事人${found}。`, legalBasis: basis },
    'investigation-report': {
      text: `经查，当事人${found}。`,
      legalBasis: basis,
      discretion: '违法行为已经停止，未造成严重后果，属于一般情节',
      recommendation: '警告，并处罚款20000元',
    },
    closing: { text: '罚款已缴纳，当事人已改正' },
  };
};

/** A penalty case from its discovery to its closing, and every paper that it made. */
export async function walkCase(scene: WalkScene, subject: Subject): Promise<string[]> {
  const { bureau, hands, system } = scene;
  const path = `${bureau.path}/subjects/${subject.id}`;
  const moves: readonly Move[] =
    system.jurisdiction === 'baixiang'
      ? [...upToProposal(system.office), ...upToClosing(system.office, false)]
      : [...toService, ...paid];
  const lines = [`## 案件：${subject.name}`];
  const more = written(system);
  for (const { on, hand, body: bare } of moves) {
    const body = { ...bare, ...more[bare.event] };
    await scene.goTo(on);
    const told = await hands[hand].ask('POST', `${path}/events`, { body });
    lines.push(`${on} ${bare.event}${told.status < 300 ? '' : ` 不予登记 ${refusal(told)}`}`);
  }
  const { stage } = await hands.officer.get(answers.subjectDetail, path);
  for (const form of stage?.documents ?? []) {
    const paper = await paperAt(scene, `subjects/${subject.id}/document.docx?form=${form}`);
    if (paper) lines.push(...printed(paper));
  }
  return lines;
}
