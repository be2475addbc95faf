import { z } from 'zod';
import type { Principal } from '../../../shared/domain/principal.ts';
import { dayOf, formatInstant } from '../../../shared/domain/time/instant.ts';
import { formatDay } from '../../../shared/domain/time/day.ts';
import { officers } from './case-moves.ts';
import type { RecordedBureau } from '../bureaus/recorded-bureau.ts';

const claims: Principal = { sub: 'officer', role: 'bureau-officer', jurisdiction: 'baixiang' };
const subjects = '/v1/jurisdictions/baixiang/subjects';

/** A penalty case up to its filing proposal, its paper and its dossier. Returns the results of the downloads. */
export async function recordedCase(bureau: RecordedBureau): Promise<number[]> {
  const enter = async (path: string, body: object): Promise<unknown> => {
    const answer = await bureau.api({ claims, method: 'POST', path, body });
    if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const made = await enter(subjects, { kind: 'case', name: '损毁会计资料案', facts: { office: 'archives' } });
  const path = `${subjects}/${z.object({ id: z.string() }).parse(made).id}`;
  await enter(`${path}/events`, {
    event: 'discovery-record',
    at: formatInstant(bureau.now),
    officers,
    documents: ['《现场检查（勘查）笔录》', '《责令改正违法行为通知书》'],
  });
  await enter(`${path}/events`, {
    event: 'filing-proposal',
    on: formatDay(dayOf(bureau.now)),
    conditions: [1, 2, 3, 4],
    situation: 1,
    officers,
    documents: ['《立案审批表》'],
  });
  const files = ['document.docx?form=filing-approval', 'dossier.zip'];
  const answers: number[] = [];
  for (const file of files)
    answers.push((await bureau.documents({ claims, method: 'GET', path: `${path}/${file}` })).status);
  return answers;
}
