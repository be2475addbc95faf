import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import type { OfficeName } from '../../shared/rules/schema.ts';
import { enterPapers } from '../support/bureaus/papers.ts';
import { officers } from '../support/cases/case-moves.ts';
import { refusedFor, START, walkOf } from '../support/cases/case-walk.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { downloaded } from '../support/files/downloads.ts';
import { serverForTest } from '../support/product/server.ts';

const warning = {
  event: 'spot-decision',
  ...{ at: '2026-09-07T09:30:00+08:00', place: '柏乡县槐阳路6号人防工程', officers, party: 'unit' },
  facts: '当事人在人民防空工程的孔口堆放货物。',
  provision: '《河北省人民防空工程维护与使用管理条例》第二十四条',
  ...{ penalty: '警告', informed: true, statement: '没有异议，马上清理', number: '柏防当罚〔2026〕1号' },
  correction: '清除孔口堆放的货物',
  receivedBy: '冯某',
};

async function newCase(office: OfficeName, jurisdiction = 'baixiang') {
  const server = await serverForTest(START);
  return { server, walked: await walkOf(server, office, {}, 'C-1', jurisdiction) };
}

describe('a penalty on the spot', () => {
  test('is decided and handed over at once, filed with the organ, and closed', async () => {
    const { server, walked } = await newCase('civil-defence');
    const decided = await walked.enter('officer', warning);
    expect(decided).toMatchObject({
      stage: { name: 'execution' },
      facts: { discoveredOn: '2026-09-07', party: 'unit', major: false },
      case: { decision: { on: '2026-09-07', number: '柏防当罚〔2026〕1号' } },
    });
    // Reconsideration comes first: no time to sue directly runs.
    expect(decided.clocks?.filter(({ source }) => source === 'law').map(({ name }) => name)).toEqual([
      '当事人申请行政复议（60日）',
    ]);
    expect(
      await walked.bureau.obligation(walked.subject.id, 'civil-defence-cases/case-filing'),
    ).toMatchObject({
      status: 'fulfilled',
      fulfilledOn: '2026-09-07',
    });
    await walked.enter('officer', { event: 'execution', on: '2026-09-07', text: '当场送达警告' });
    const closing = { event: 'closing', on: '2026-09-07' };
    await refusedFor(walked, 'officer', closing, 422, 'spot-filing', 'case.spot-unfiled');
    await walked.enter('officer', { event: 'spot-filing', on: '2026-09-07', filedWith: '人防办办公室' });
    expect((await walked.enter('officer', closing)).stage?.name).toBe('closed');
    const path = `${walked.bureau.path}/subjects/${walked.subject.id}`;
    const claims = { role: 'bureau-officer', jurisdiction: 'baixiang', office: 'civil-defence' };
    const paper = await downloaded(server, `${path}/document.docx?form=spot-decision`, claims);
    const text = textOfDocx(paper.bytes).join('\n');
    expect(text).toContain('应当自收到之日起六十日内先向柏乡县人民政府申请行政复议');
    expect(text).toContain('同时责令立即改正：清除孔口堆放的货物');
    expect(text).not.toContain('待填');
  });

  test('archives law has none: refused by name, with the paper that can be made instead', async () => {
    for (const jurisdiction of ['baixiang', 'hongjiang']) {
      const { walked } = await newCase('archives', jurisdiction);
      await refusedFor(walked, 'officer', warning, 422, 'event', 'case.no-spot', {
        provision: [1, 2, 3].map((n) => `《中华人民共和国档案法》第四十九条第${'一二三'.charAt(n - 1)}款`),
      });
      const { events = [] } = await walked.see();
      expect(events.map(({ event }) => event)).not.toContain('spot-decision');
    }
  });

  test('is a warning or a small fine, under a provision, by two officers, handed over', async () => {
    const { server, walked } = await newCase('civil-defence');
    const but = (change: object, path: string, code: Parameters<typeof refusedFor>[5], params: object = {}) =>
      refusedFor(walked, 'officer', { ...warning, ...change }, 422, path, code, params);
    await but({ penalty: '罚款', fine: 3001 }, 'fine', 'case.spot-fine', { fine: 3001, most: 3000 });
    await but({ party: 'individual', penalty: '罚款', fine: 201 }, 'fine', 'case.spot-fine', { most: 200 });
    await but({ penalty: '责令停产停业' }, 'penalty', 'case.spot-kind', { kinds: ['责令停产停业'] });
    await but({ provision: undefined, legalBasis: '县责任清单' }, 'provision', 'case.no-provision');
    await but({ officers: officers.slice(0, 1) }, 'officers', 'case.officers');
    await but({ receivedBy: undefined }, 'receivedBy', 'case.spot-not-received');
    await but({ number: '柏防当罚〔2025〕1号' }, 'number', 'document.number-year');
    await enterPapers(server, 'baixiang', { court: null });
    await but({}, 'papers.court', 'document.open-in-settings');
    await enterPapers(server, 'baixiang');
    await walked.enter('officer', warning);
    // The number is borne.
    const other = await walkOf(server, 'civil-defence', {}, 'C-2');
    expect((await other.refused(409, 'officer', warning)).code).toBe('document.number-taken');
    // What was decided is not changed in the facts.
    await walked.bureau.officer.refused(409, 'PATCH', `${walked.bureau.path}/subjects/${walked.subject.id}`, {
      facts: { office: 'civil-defence', party: 'individual', major: false, discoveredOn: '2026-09-07' },
    });
  });
});

test('a case is transferred by a leader, with its letter; its periods end there', async () => {
  const { server, walked } = await newCase('archives', 'hongjiang');
  await walked.enter('officer', {
    event: 'discovery-record',
    ...{ at: '2026-09-07T09:30:00+08:00', officers },
  });
  await walked.enter('officer', {
    event: 'filing-proposal',
    ...{ on: '2026-09-07', conditions: [1, 2, 3], officers, text: '当事人伪造档案骗取补助。' },
  });
  const transfer = {
    event: 'transfer',
    ...{ on: '2026-09-07', kind: 'crime', to: '怀化市公安局洪江区分局', reason: '涉嫌构成犯罪。' },
  };
  await walked.refused(403, 'officer', transfer);
  expect((await walked.enter('head', transfer)).stage?.name).toBe('transferred');
  const path = `${walked.bureau.path}/subjects/${walked.subject.id}`;
  const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang' };
  const letter = await downloaded(server, `${path}/document.docx?form=transfer-letter`, claims);
  expect(textOfDocx(letter.bytes).join('\n')).toContain('涉嫌犯罪案件移送书');
  const { events } = answers.subjectDetail.parse(await walked.see());
  expect(events?.filter(({ open }) => open)).toEqual([]);
});
