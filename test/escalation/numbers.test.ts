import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { takeNumber } from '../../shared/usecases/escalations/document-number.ts';
import { lateForm } from '../support/cases/escalations.ts';

const on = '2026-07-16';

/** Orders that are approved and wait for their numbers; 16 July 2026, 10 o’clock. */
async function approved(count: number) {
  const scene = await lateForm('hongjiang');
  const { server, bureau, officer, leader, project, act } = scene;
  await server.advance(`${on}T10:00:00+08:00`);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { step: 'opinion', subjectId: project.id, text: `经检查，有下列问题：第${index + 1}项。` };
    const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, body);
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    ids.push(id);
  }
  const [first = '', second = ''] = ids;
  const path = (id: string) => `${bureau.path}/escalations/${id}/issue`;
  return { ...scene, ids, first, second, path };
}

describe('the number of a document', () => {
  test('is given once, also to those who ask for it at the same moment', async () => {
    const { server } = await approved(0);
    const ask = (id: number) =>
      takeNumber(
        server.product.deps,
        { jurisdiction: 'hongjiang', kind: 'escalation', id: `e${id}` },
        '洪档意〔2026〕1号',
      );
    const given = await Promise.all(Array.from({ length: 8 }, (_, id) => ask(id)));
    expect(given.filter((one) => one)).toHaveLength(1);
    expect(await ask(given.indexOf(true))).toBe(true);
  });

  test('is the same in other brackets and with blanks', async () => {
    const { first, second, officer, act, path } = await approved(2);
    await act(first, 'issue', { number: '洪档意〔2026〕1号', on });
    for (const number of ['洪档意[2026]1号', '洪档意（2026） 1 号', '洪档意【２０２６】1号']) {
      const { errors } = await officer.refused(409, 'POST', path(second), { number, on });
      expect(errors?.map(({ path: at }) => at)).toEqual(['number']);
    }
    await act(second, 'issue', { number: '洪档意〔2026〕11号', on });
  });

  test('that was asked for and never borne is free again after two minutes', async () => {
    const { first, second, server, officer, act, path } = await approved(2);
    const number = '洪档意〔2026〕1号';
    // Taken, and its document never written: as if the process had ended between the two.
    const bearer = { jurisdiction: 'hongjiang', kind: 'escalation', id: first } as const;
    expect(await takeNumber(server.product.deps, bearer, number)).toBe(true);
    await officer.refused(409, 'POST', path(second), { number, on });
    await server.advance(`${on}T10:02:00+08:00`);
    await act(second, 'issue', { number, on });
    await server.advance(`${on}T10:05:00+08:00`);
    await officer.refused(409, 'POST', path(first), { number, on });
  });
});
