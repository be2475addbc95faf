import { describe, expect, test } from 'vitest';
import { link } from '../../shared/contract/escalations.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { checkScene } from '../support/bureaus/checks.ts';

const SPOT = 'electronic-archives/spot-check';

/** Twenty units, three of them direct: at most two by the share, at least three by the direct ones. */
async function scene() {
  const { server, bureau, unit } = await checkScene();
  for (let index = 0; index < 20; index += 1) await unit(`单位${index}`, index < 3 ? ['direct'] : []);
  const { officer, leader, path } = bureau;
  const spot = async () =>
    (await officer.get(contract.quotas, `${path}/quotas`)).items.find(({ ruleId }) => ruleId === SPOT);
  const decide = (follow: string, reason: string) =>
    leader.send(contract.quota, 'POST', `${path}/quotas/${SPOT}/decision`, {
      period: '2026',
      follow,
      reason,
    });
  const links = () => officer.all(link, `${path}/ledger`);
  return { server, bureau, spot, decide, links };
}

describe('a decision between two readings of a quota', () => {
  test('says by whom and when; the ones before stay beside it, in order', async () => {
    const { server, spot, decide } = await scene();
    expect((await spot())?.conflict).not.toHaveProperty('decision');
    const first = { follow: 'ratio', reason: '单位不足100家', by: 'bureau-leader:local-bureau-leader' };
    const at = '2026-07-02T10:00:00+08:00';
    expect((await decide('ratio', first.reason)).conflict).toMatchObject({
      decision: { ...first, at },
      earlier: [],
    });
    await server.advance('2026-07-03T15:30:00+08:00');
    const later = { at: '2026-07-03T15:30:00+08:00', by: first.by };
    await decide('direct', '市局答复');
    await decide('ratio', '局务会议再议');
    expect((await spot())?.conflict).toMatchObject({
      follow: 'ratio',
      reason: '局务会议再议',
      decision: { ...later, follow: 'ratio', reason: '局务会议再议' },
      earlier: [
        { ...first, at },
        { ...later, follow: 'direct', reason: '市局答复' },
      ],
    });
  });

  test('stands in the chain of decisions with the bureau’s office, each once', async () => {
    const { decide, links } = await scene();
    await decide('ratio', '单位不足100家');
    await decide('direct', '市局答复');
    const chain = await links();
    expect(verifyChain(chain)).toMatchObject({ holds: true, links: 2 });
    expect(chain.map(({ content }) => content)).toMatchObject([
      { action: 'quota-decided', ruleId: SPOT, period: '2026', follow: 'ratio', office: 'archives' },
      { action: 'quota-decided', follow: 'direct', reason: '市局答复', replaces: 'ratio' },
    ]);
    expect(chain[0]?.content).not.toHaveProperty('replaces');
  });

  test('is refused where somebody decided since the version that was seen; nothing is changed', async () => {
    const { bureau, decide, links, spot } = await scene();
    await decide('ratio', '单位不足100家');
    const put = `${bureau.path}/quotas/${SPOT}/decision`;
    const body = { period: '2026', follow: 'direct', reason: '市局答复' };
    await bureau.leader.refused(409, 'POST', put, body, { 'If-Match': '"0"' });
    expect((await spot())?.conflict).toMatchObject({ follow: 'ratio', earlier: [] });
    expect(await links()).toHaveLength(1);
  });
});
