import { z } from 'zod';
import { escalation as answer } from '../../../shared/contract/escalations.ts';
import { inspection } from '../../../shared/contract/inspections.ts';
import { addDays, day, formatDay } from '../../../shared/domain/time/day.ts';
import type { Nature } from '../../../shared/vocabulary/parties.ts';
import type { Obligation, Subject } from '../bureaus/bureau.ts';
import { walkCase } from './case.ts';
import { paperAt, printed } from './papers.ts';
import { refusal } from './refusal.ts';
import { officers, sceneOf, type Rule, type WalkScene } from './scene.ts';
import { takeStep, toTheEnd, type Step } from './step.ts';
import type { System } from './systems.ts';

const ladder = z.looseObject({
  steps: z.array(z.looseObject({ step: answer.shape.step, tell: z.array(z.string()).default([]) })),
});
const procedure = z.looseObject({
  checklist: z.array(z.looseObject({ id: z.string() })).default([]),
});

/**
 * A system walked to its end: each rule of what is done about problems, on a subject of its own that was checked,
 * step by step. Before that each duty that has a ladder, missed, and an acceptance that fails; at last a case.
 */
export async function walkSystem(system: System, nature: Nature): Promise<string[]> {
  return walkIn(await sceneOf(system, nature));
}

export async function walkIn(scene: WalkScene): Promise<string[]> {
  const { system, nature } = scene;
  const lines = [`# ${system.name}（${nature}）`];
  const rules = scene.rules.filter(({ regime }) => system.regimes.includes(regime));
  for (const owed of await dutiesOf(scene, rules)) lines.push(...(await walkDuty(scene, owed)));
  if (system.subject.kind === 'project') lines.push(...(await walkAcceptance(scene, await scene.enter())));
  for (const rule of rules.filter(({ kind }) => kind === 'escalation')) {
    if (byItself.has(rule.id)) continue;
    const { steps } = ladder.parse(rule.escalation);
    const named = steps.map((step) => ({ ...step, ruleId: rule.id }));
    lines.push(...(await walkLadder(scene, rule.id, named)));
  }
  if (system.opensCase) lines.push(...(await walkCase(scene, await scene.enter())));
  return lines;
}

/** What the product drafts by itself: after a missed duty, and after an acceptance that failed. */
const byItself: ReadonlySet<string> = new Set([
  'key-project-archives/registration-ladder',
  'key-project-archives/acceptance-failed',
  'archives-security/self-inspection-ladder',
  // About the bureau’s own year, not about a unit.
  'archives-security/annual-assessment-circular',
]);

/** A check of the subject that finds what the system’s officers find. */
async function checked(scene: WalkScene, subject: Subject, regime: string): Promise<string | undefined> {
  const { bureau, hands, system, rules } = scene;
  const items = rules
    .filter((rule) => rule.regime === regime && rule.procedure !== undefined)
    .flatMap((rule) => procedure.parse(rule.procedure).checklist);
  const body = {
    regime,
    at: `${scene.today()}T09:30:00+08:00`,
    mode: system.mode,
    cause: 'planned',
    targets: [subject.id],
    officers,
    checklist: items.map(({ id }) => ({ item: id, result: '已检查' })),
    findings: [{ subjectId: subject.id, text: system.found, severity: 'serious', handling: '责令整改' }],
    signatures: [{ subjectId: subject.id, by: '李主任' }],
    sites: [{ subjectId: subject.id, place: '人民路1号', host: '李主任' }],
    certificatesShown: true,
    rightsTold: true,
  };
  const told = await hands.officer.ask('POST', `${bureau.path}/inspections`, { body });
  return told.status === 201 ? inspection.parse(told.body).id : undefined;
}

async function walkLadder(scene: WalkScene, ruleId: string, steps: readonly Step[]): Promise<string[]> {
  const subject = await scene.enter();
  const [regime = ''] = ruleId.split('/');
  const inspectionId = scene.system.mode === undefined ? undefined : await checked(scene, subject, regime);
  const lines: string[] = [];
  if (inspectionId !== undefined) {
    const record = await paperAt(scene, `inspections/${inspectionId}/document.docx?subjectId=${subject.id}`);
    if (record) lines.push(`## ${regime}：检查`, ...printed(record));
  }
  for (const step of steps) {
    const { lines: said, last } = await takeStep(scene, subject, step, inspectionId);
    lines.push(...said);
    if (last?.rectifyUntil !== undefined) await scene.goTo(later(last.rectifyUntil));
  }
  return lines;
}

/** A problem of a check that lapses is no duty of its own day: the check is walked by hand. */
const missed = z.looseObject({
  pursuit: z.literal('ladder'),
  due: z.looseObject({ type: z.enum(['after', 'yearly']) }),
});

/** What must be known of a subject so that it owes the duty soon. */
const owing: Readonly<Record<string, object>> = {
  'key-project-archives/registration-after-acceptance': {
    startedOn: '2024-01-15',
    archivesAcceptedOn: '2025-11-17',
  },
};

/** The duties that have a ladder, each of a subject of its own, in the order of their days. */
async function dutiesOf(scene: WalkScene, rules: readonly Rule[]): Promise<Obligation[]> {
  const owed: Obligation[] = [];
  for (const { id: ruleId, deadline } of rules) {
    if (!missed.safeParse(deadline).success) continue;
    const subject = await scene.enter(owing[ruleId]);
    const all = await scene.bureau.obligations({ subjectId: subject.id, ruleId });
    const next = all.find(({ overdueFrom }) => overdueFrom > scene.today());
    if (!next) throw new Error(`${subject.name} owes nothing under ${ruleId}`);
    owed.push(next);
  }
  return owed.toSorted((one, other) => (one.overdueFrom < other.overdueFrom ? -1 : 1));
}

/** A duty that is missed: the product drafts each step, people take it to its end. */
async function walkDuty(scene: WalkScene, duty: Obligation): Promise<string[]> {
  const { bureau, hands } = scene;
  const lines = [`## ${duty.ruleId}：${duty.dueOn ?? ''} 到期，${duty.overdueFrom} 起逾期`];
  await scene.goTo(later(duty.overdueFrom));
  const seen = new Set<string>();
  for (;;) {
    const drafts = await hands.officer.all(answer, `${bureau.path}/escalations?obligationId=${duty.id}`);
    const next = drafts.find(({ id }) => !seen.has(id));
    if (!next) return lines;
    seen.add(next.id);
    const { lines: said, last } = await toTheEnd(scene, next, { ...next, tell: [] }, `### ${next.step}`);
    lines.push(...said);
    if (last?.rectifyUntil !== undefined) await scene.goTo(later(last.rectifyUntil));
  }
}

const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** An acceptance that fails: the recommendation is drafted by the product. */
async function walkAcceptance(scene: WalkScene, project: Subject): Promise<string[]> {
  const { bureau, hands } = scene;
  const on = scene.today();
  const events = [
    { event: 'application', on, parts: all(6), selfScore: 88.5 },
    {
      event: 'group',
      chair: '甲',
      members: [
        { name: '甲', from: scene.system.jurisdiction === 'hongjiang' ? '区档案局' : '县档案局' },
        { name: '乙', from: scene.system.jurisdiction === 'hongjiang' ? '区重点办' : '县重点办' },
      ],
    },
    { event: 'meeting', on, steps: all(5), reports: ['建设', '施工', '设计', '监理'] },
    { event: 'score', score: 74.9 },
    { event: 'opinion', on, text: '不同意通过验收' },
  ];
  const lines = [`## 验收：${project.name}`];
  for (const body of events) {
    const told = await hands.officer.ask('POST', `${bureau.path}/subjects/${project.id}/events`, { body });
    lines.push(`${body.event}${told.status < 300 ? '' : ` 不予登记 ${refusal(told)}`}`);
  }
  const drafts = await hands.officer.all(answer, `${bureau.path}/escalations?subjectId=${project.id}`);
  for (const draft of drafts) {
    const step = { ...draft, tell: ['市发展和改革委员会'] };
    lines.push(...(await toTheEnd(scene, draft, step, `### ${draft.step}`)).lines);
  }
  return lines;
}

/** Twelve days on: past any holiday. */
const later = (on: string): string => formatDay(addDays(day(on), 12));
