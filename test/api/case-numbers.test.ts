import { expect, test } from 'vitest';
import { upToProposal } from '../support/cases/case-moves.ts';
import { START, walkOf } from '../support/cases/case-walk.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest } from '../support/product/server.ts';

const officer = { role: 'bureau-officer', jurisdiction: 'baixiang', office: 'archives' };
const upToNotice = upToProposal('archives').filter(
  ({ body }) => !['prior-notice', 'statement', 'decision-proposal'].includes(body.event),
);
const notice = upToProposal('archives').find(({ body }) => body.event === 'prior-notice')?.body;

/** The day of the clock, which goes on only. */
let latest = START.slice(0, 10);

/** A case before its notice, and the notice as its party reads it. */
async function beforeNotice(code: string, server = serverForTest(START)) {
  const walked = await walkOf(await server, 'archives', {}, code);
  for (const { on, hand, body } of upToNotice) {
    if (on > latest) await (await server).advance(`${(latest = on)}T12:00:00+08:00`);
    await walked.enter(hand, body);
  }
  const path = `${walked.bureau.path}/subjects/${walked.subject.id}/document.docx?form=prior-notice`;
  const read = async () => textOfDocx((await downloaded(await server, path, officer)).bytes);
  return { walked, read };
}

test('a notice bears the number that was entered with it, once and of its year; served without one it has none', async () => {
  const server = serverForTest(START);
  const first = await beforeNotice('N-1', server);
  expect(await first.read()).toContain('〔发文字号待编〕');
  const { errors } = await first.walked.refused(422, 'officer', { ...notice, number: '柏档罚告〔2025〕1号' });
  expect(errors).toMatchObject([{ path: 'number' }]);
  await first.walked.enter('officer', { ...notice, number: '柏档罚告〔2026〕1号' });
  expect(await first.read()).toContain('柏档罚告〔2026〕1号');
  const second = await beforeNotice('N-2', server);
  await second.walked.refused(409, 'officer', { ...notice, number: '柏档罚告〔2026〕1号' });
  await second.walked.enter('officer', notice ?? {});
  expect((await second.read()).join('\n')).not.toContain('待编');
});
