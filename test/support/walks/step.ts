import { escalation as answer } from '../../../shared/contract/escalations.ts';
import { reachesParty } from '../../../shared/vocabulary/measures.ts';
import type { Escalation } from '../cases/escalations.ts';
import type { Subject } from '../bureaus/bureau.ts';
import { papersOf, printed } from './papers.ts';
import { refusal } from './refusal.ts';
import { officers, type WalkScene } from './scene.ts';

/** What an officer knows and enters, by the field that is asked for. */
const known: Readonly<Record<string, (scene: WalkScene, step: Step) => object>> = {
  refusal: () => ({ refusal: { text: '期限届满仍未办理，书面表示不再补办。' } }),
  circulation: (_, { tell }) => ({
    circulation: [{ name: addressee(tell), email: 'range@organ.example.com' }],
  }),
  legalReview: () => ({ legalReview: { by: '钱法制', opinion: '同意' } }),
  legalBasis: ({ system: { office } }) => ({
    legalBasis: `《中华人民共和国${office === 'civil-defence' ? '人民防空法' : '档案法'}》第四十九条`,
  }),
  evidence: () => ({ evidence: '现场检查笔录、现场照片' }),
  'discovery.on': () => ({ discovery: { on: '2026-09-07', source: '检查发现' } }),
  'discovery.source': () => ({ discovery: { on: '2026-09-07', source: '检查发现' } }),
  officers: () => ({ officers }),
  'interview.at': () => ({
    interview: { at: '2026-09-14T09:00:00+08:00', place: '本局会议室', attendees: '单位负责人' },
  }),
  text: () => ({ redraft: true }),
  investigation: (scene) => ({
    investigation: { on: scene.today(), text: '经调查，分管负责人未按制度落实档案工作责任。' },
  }),
  rectifyBy: () => ({ rectifyBy: '2026-10-15' }),
};

/** The body that an officer names where the source says only which kind it is. */
const addressee = (tell: readonly string[]): string => {
  const [kind = ''] = tell;
  if (kind.includes('信息和网络安全')) return '区委网络安全和信息化委员会办公室';
  if (kind.includes('任免机关')) return '市住房和城乡建设局';
  if (kind.includes('司法')) return '市公安局';
  return kind === '' ? '市住房和城乡建设局' : kind;
};

/** A step of a rule’s ladder. */
export interface Step {
  readonly ruleId: string;
  readonly step: Escalation['step'];
  readonly tell: readonly string[];
}

/** Drafts a step by hand and takes it as far as it goes; the lines say what came of it. */
export async function takeStep(
  scene: WalkScene,
  subject: Subject,
  step: Step,
  inspectionId: string | undefined,
): Promise<{ readonly lines: string[]; readonly last: Escalation | undefined }> {
  const { bureau, hands, system } = scene;
  const head = `## ${step.ruleId}：${step.step}`;
  const drafted = await hands.officer.ask('POST', `${bureau.path}/escalations`, {
    body: {
      step: step.step,
      ruleId: step.ruleId,
      subjectId: subject.id,
      text: `经查，${system.found}。`,
      ...(inspectionId === undefined ? {} : { inspectionId }),
    },
  });
  if (drafted.status !== 201) return { lines: [head, `不予起草 ${refusal(drafted)}`], last: undefined };
  const draft = answer.parse(drafted.body);
  // As officers do: the facts are theirs, the rest is drafted from the record.
  const again = await hands.officer.ask('PATCH', `${bureau.path}/escalations/${draft.id}`, {
    body: { redraft: true },
  });
  if (again.status !== 200) return { lines: [head, `不予改写 ${refusal(again)}`], last: undefined };
  return toTheEnd(scene, answer.parse(again.body), step, head);
}

/** Fills in what is asked for, once a field. */
async function filled(scene: WalkScene, step: Step, id: string, asked: readonly string[]): Promise<boolean> {
  const { bureau, hands } = scene;
  const bodies = asked.flatMap((path) => known[path]?.(scene, step) ?? []);
  if (bodies.length === 0) return false;
  const body: object = Object.assign({}, ...bodies);
  await hands.officer.send(answer, 'PATCH', `${bureau.path}/escalations/${id}`, body);
  return true;
}

/** From a draft to its issue and service. */
export async function toTheEnd(
  scene: WalkScene,
  draft: Escalation,
  step: Step,
  head: string,
): Promise<{ readonly lines: string[]; readonly last: Escalation | undefined }> {
  const { bureau, hands } = scene;
  const at = `${bureau.path}/escalations/${draft.id}`;
  const read = () => hands.officer.get(answer, at);
  const lines = [`${head}，作为 ${draft.paper}，对 ${draft.party?.name ?? '？'}`];
  const stop = (why: string) => ({ lines: [...lines, why], last: undefined });
  const asked = new Set<string>();
  for (;;) {
    const { lacks = [], openPlaces = [] } = await read();
    const fresh = [...lacks, ...openPlaces].map(({ path }) => path).filter((path) => !asked.has(path));
    fresh.forEach((path) => asked.add(path));
    if (fresh.length === 0 || !(await filled(scene, step, draft.id, fresh))) break;
  }
  const proposed = await hands.officer.ask('POST', `${at}/proposal`, { body: {} });
  if (proposed.status !== 200) return stop(`不予呈批 ${refusal(proposed)}`);
  const decision = { decision: 'approve', reason: '情况属实，同意' };
  const decided = await hands.head.ask('POST', `${at}/decision`, { body: decision });
  if (decided.status !== 200) return stop(`不予批准 ${refusal(decided)}`);
  const approved = await read();
  if (approved.caseId !== undefined) {
    const papers = (await papersOf(scene, draft.id)).flatMap(printed);
    return { lines: [...lines, '批准后立案', ...papers], last: approved };
  }
  const today = scene.today();
  const number = approved.nextNumber ?? `测试〔${today.slice(0, 4)}〕${scene.nextNumber()}号`;
  const issued = await hands.officer.ask('POST', `${at}/issue`, { body: { number, on: today } });
  if (issued.status !== 200) return stop(`不予印发 ${refusal(issued)}`);
  const { paper, unreached = [] } = answer.parse(issued.body);
  if (unreached.length > 0) lines.push(`未告知：${unreached.join('、')}`);
  if (reachesParty(paper)) {
    const service = {
      on: today,
      method: 'personal',
      receivedBy: '收件人',
      place: '人民路1号',
      deliverers: officers,
    };
    await hands.officer.send(answer, 'POST', `${at}/service`, service);
  }
  return { lines: [...lines, ...(await papersOf(scene, draft.id)).flatMap(printed)], last: await read() };
}
