import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { answeredFor } from '../support/bureaus/bureau.ts';
import { enterPapers } from '../support/bureaus/papers.ts';
import { move, upToClosing, upToProposal, type Move } from '../support/cases/case-moves.ts';
import { refusedFor, START, walk, walkOf, type Walk } from '../support/cases/case-walk.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { downloaded } from '../support/files/downloads.ts';
import { serverForTest } from '../support/product/server.ts';

/** A case of Baixiang after these moves, its party and the papers of its bureau whole. */
async function caseAfter(moves: readonly Move[]) {
  const server = await serverForTest(START);
  const walked = await walkOf(server, 'archives');
  await walk(server, walked, moves);
  return { server, walked };
}

/** The moves with one body changed. */
const but = (moves: readonly Move[], event: string, change: object): Move[] =>
  moves.map((one) => (one.body.event === event ? { ...one, body: { ...one.body, ...change } } : one));

const upTo = (moves: readonly Move[], event: string): Move[] =>
  moves.slice(
    0,
    moves.findIndex(({ body }) => body.event === event),
  );
const of = (moves: readonly Move[], event: string): Move => {
  const found = moves.find(({ body }) => body.event === event);
  if (!found) throw new Error(`no ${event}`);
  return found;
};

const proposed = upToProposal('archives');
const closing = upToClosing('archives', false);
const whole = [...proposed, ...closing];
const approval = of(whole, 'decision-approval');

/** What stands in the way of an event, as the case shows it. */
const lacksOf = async ({ see }: Walk, event: string): Promise<string[]> =>
  ((await see()).events?.find((one) => one.event === event)?.lacks ?? []).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('a paper of a case with a place open', () => {
  test('is not served: what the bureau has not entered is named, and shown before', async () => {
    const { server, walked } = await caseAfter(upTo(whole, 'prior-notice'));
    await enterPapers(server, 'baixiang', { contact: null, telephone: null });
    expect(await lacksOf(walked, 'prior-notice')).toEqual([
      'papers.contact document.open-in-settings',
      'papers.telephone document.open-in-settings',
    ]);
    const { body } = of(whole, 'prior-notice');
    await refusedFor(walked, 'officer', body, 422, 'papers.contact', 'document.open-in-settings', {
      place: '联系人',
    });
    await enterPapers(server, 'baixiang');
    expect(await lacksOf(walked, 'prior-notice')).toEqual([]);
    await refusedFor(
      walked,
      'officer',
      { ...body, legalBasis: undefined },
      422,
      'legalBasis',
      'case.open-place',
      {
        form: 'prior-notice',
        event: 'prior-notice',
        field: 'legalBasis',
      },
    );
    expect((await walked.enter('officer', body)).stage?.name).toBe('statement');
  });

  test('is not decided: the bank, the party and what the report left out are named, with what fills them', async () => {
    const thin = but(whole, 'investigation-report', { evidence: undefined });
    const { server, walked } = await caseAfter(upTo(thin, 'decision-approval'));
    await enterPapers(server, 'baixiang', { bankAccount: null });
    const path = `${walked.bureau.path}/subjects/${walked.subject.id}`;
    const [party] = answeredFor('case').parties ?? [];
    const parties = [{ ...party, address: undefined }];
    await walked.bureau.officer.send(answers.subject, 'PATCH', path, { parties });
    expect(await lacksOf(walked, 'decision-approval')).toEqual([
      'party.address document.open-in-register',
      'investigation-report.evidence case.open-place',
      'papers.bank document.open-in-settings',
    ]);
    await server.advance('2026-09-24T12:00:00+08:00');
    const evidence = 'investigation-report.evidence';
    await refusedFor(walked, 'head', approval.body, 422, evidence, 'case.open-place', {
      place: '证据名称',
      form: 'penalty-decision',
      event: 'investigation-report',
      field: 'evidence',
    });
    // Sent back, the report is entered whole; settings and register are filled where they stand.
    await walked.enter('reviewer', { event: 'decision-return', reason: '证据没有列明' });
    await walked.enter('officer', { ...of(whole, 'investigation-report').body, on: '2026-09-24' });
    await walked.enter('officer', { ...of(whole, 'decision-proposal').body, on: '2026-09-24' });
    await enterPapers(server, 'baixiang');
    await walked.bureau.officer.send(answers.subject, 'PATCH', path, { parties: [party] });
    expect(await lacksOf(walked, 'decision-approval')).toEqual([
      'decision-review case.level-first',
      'decision-legal-review case.level-first',
    ]);
  });

  test('is not delivered where a setting was taken away after the decision; whole, it has no mark', async () => {
    const { server, walked } = await caseAfter(upTo(whole, 'service'));
    const { body, on } = of(whole, 'service');
    await enterPapers(server, 'baixiang', { court: null });
    await server.advance(`${on}T12:00:00+08:00`);
    await refusedFor(walked, 'officer', body, 422, 'papers.court', 'document.open-in-settings');
    await enterPapers(server, 'baixiang');
    await walked.enter('officer', body);
    const file = `${walked.bureau.path}/subjects/${walked.subject.id}/document.docx?form=penalty-decision`;
    const claims = { role: 'bureau-officer', jurisdiction: 'baixiang' };
    const text = textOfDocx((await downloaded(server, file, claims)).bytes).join('\n');
    expect(text).toContain('到中国农业银行某支行（账号：1845 0104 0000 123）缴纳罚款');
    expect(text).not.toContain('待填');
  });

  test('the decision on evidence names what was registered and where it is kept, whichever event says it', async () => {
    const secured = move('2026-09-07', 'officer', {
      event: 'evidence-secured',
      ...{ at: '2026-09-07T09:40:00+08:00', kind: 'registration', agreedBy: '孙局长' },
    });
    const { server, walked } = await caseAfter([...whole.slice(0, 1), secured]);
    await server.advance('2026-09-09T12:00:00+08:00');
    const decision = { event: 'evidence-decision', on: '2026-09-09', outcome: '返还' };
    await refusedFor(walked, 'officer', decision, 422, 'items', 'case.open-place', {
      form: 'evidence-notice',
    });
    await refusedFor(walked, 'officer', decision, 422, 'place', 'case.open-place');
    await walked.enter('officer', { ...decision, items: '会计凭证3册', place: '本局证据室' });
  });
});
