import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { type Hand } from '../support/cases/case-moves.ts';
import { caseAt, type Walk } from '../support/cases/case-walk.ts';
import { serverForTest } from '../support/product/server.ts';

const seenBy = async ({ hands, bureau, subject }: Walk, hand: Hand) =>
  (await hands[hand].get(answers.subjectDetail, `${bureau.path}/subjects/${subject.id}`)).events ?? [];

/** The events that are open to this person, in the order of the process. */
const openTo = async (walked: Walk, hand: Hand): Promise<string[]> =>
  (await seenBy(walked, hand))
    .filter(({ open, barred }) => open && barred === undefined)
    .map(({ event }) => event);

describe('what a form of an event needs', () => {
  test('is told with the event: the lists of the rulebook, in its words, and the least numbers', async () => {
    const { walked } = await caseAt(1);
    const events = await seenBy(walked, 'officer');
    expect(events.find(({ event }) => event === 'discovery-record')).toMatchObject({
      choices: { documents: ['《现场检查（勘查）笔录》', '《责令改正违法行为通知书》'] },
      least: { officers: 2 },
    });
    const proposal = events.find(({ event }) => event === 'filing-proposal');
    expect(Object.keys(proposal?.choices ?? {})).toEqual(['conditions', 'situation', 'documents']);
    expect(proposal?.choices?.['conditions']).toHaveLength(4);
    expect(proposal?.choices?.['conditions']?.[0]).toBe('有明确的违法行为人');
    // The words that are offered are the words that are taken.
    const entered = await walked.enter('officer', {
      event: 'filing-proposal',
      on: '2026-09-07',
      conditions: proposal?.choices?.['conditions'],
      situation: proposal?.choices?.['situation']?.[0],
      documents: proposal?.choices?.['documents'],
      officers: [
        { name: '刘一', certificate: 'JC-1' },
        { name: '陈二', certificate: 'JC-2' },
      ],
    });
    expect(entered.stage?.name).toBe('filing');
    const recusal = (await seenBy(walked, 'head')).find(({ event }) => event === 'recusal');
    expect(recusal?.choices).toEqual({ person: ['刘一', '陈二'] });
  });

  test('is told of an acceptance, too', async () => {
    const server = await serverForTest('2026-09-07T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const { id } = await bureau.enter({ kind: 'project', name: '某重点建设项目', code: 'P1' });
    const path = `${bureau.path}/subjects/${id}`;
    const read = async (client = bureau.officer) =>
      (await client.get(answers.subjectDetail, path)).events?.[0];
    expect((await read())?.choices?.['parts']).toHaveLength(6);
    expect((await read())?.barred).toBeUndefined();
    const auditor = await server.as({ role: 'auditor', jurisdiction: 'hongjiang' });
    expect((await read(auditor))?.barred?.code).toBe('stage.for-officers');
  });
});

/** The cases that a person finds in the list. */
async function listedTo({ bureau, hands }: Walk, hand: Hand): Promise<string[]> {
  const found = await hands[hand].all(answers.subject, `${bureau.path}/subjects?kind=case`);
  return found.map(({ id }) => id);
}

describe('who is offered an event', () => {
  test('the officer proposes, the leaders and the legal office pass it, each another person', async () => {
    const { walked } = await caseAt(2);
    expect(await listedTo(walked, 'legal')).toEqual([]);
    expect(await openTo(walked, 'officer')).toEqual(['evidence-secured', 'filing-return']);
    expect(await openTo(walked, 'reviewer')).toEqual([
      'evidence-secured',
      'filing-review',
      'filing-return',
      'filing-refusal',
      'recusal',
    ]);
    await walked.enter('reviewer', { event: 'filing-review', opinion: '符合立案条件' });
    expect(await openTo(walked, 'legal')).toEqual(['filing-legal-review', 'filing-return']);
    expect(await listedTo(walked, 'legal')).toEqual([walked.subject.id]);
    await walked.enter('legal', { event: 'filing-legal-review', opinion: '同意立案' });
    expect(await listedTo(walked, 'legal')).toEqual([]);
    expect(await openTo(walked, 'head')).toContain('filing-approval');
    const approval = async (hand: Hand) =>
      (await seenBy(walked, hand)).find(({ event }) => event === 'filing-approval');
    expect((await approval('reviewer'))?.barred?.code).toBe('case.level-taken');
    expect((await approval('officer'))?.barred?.code).toBe('case.for-leader');
    // What the view says is what the server does.
    const body = { event: 'filing-approval', on: '2026-09-10', reason: '同意' };
    await walked.refused(422, 'reviewer', body);
    await walked.refused(403, 'officer', body);
  });
});
