import type { z } from 'zod';
import type { exportLists } from '../../contract/exports.ts';
import { signInEventWords, signInWayWords } from '../../vocabulary/sign-ins.ts';
import { wordFor } from '../../vocabulary/value-words.ts';
import { listSignIns } from '../persons/sign-ins.ts';
import type { Request } from '../request.ts';
import { collect, lettersOf, PAGE, sheetOf, type Column, type Exported } from './collect.ts';

type Line = Awaited<ReturnType<typeof listSignIns>>['items'][number];

const columns: Column<Line>[] = [
  { heading: '时间', of: ({ at }) => at },
  { heading: '人员', of: ({ name, sub }) => name ?? sub },
  { heading: '结果', of: ({ event }) => wordFor(signInEventWords, event) },
  { heading: '方式', of: ({ way }) => way && wordFor(signInWayWords, way) },
  { heading: '设备', of: ({ device }) => device },
  { heading: '人员编号', of: ({ sub }) => sub },
];

export async function exportSignIns(
  { deps, context }: Request,
  query: z.output<(typeof exportLists)['sign-ins']['query']>,
): Promise<Exported> {
  const place = { deps, jurisdiction: context.jurisdiction.id };
  const { entries, nextCursor } = await collect(
    (cursor) => listSignIns(place, { ...query, limit: PAGE, cursor }),
    query.cursor,
    lettersOf(columns),
  );
  return { sheet: sheetOf('登录记录', columns, entries), nextCursor };
}
