import { raise, type Raised } from '../../problems/raise.ts';
import type { AcceptanceFile } from './acceptance.ts';

/** 《重大建设项目档案验收办法》: the group has an odd number of members, five at least. */
const LEAST = 5;

/** Why no paper can name the group; undefined where it can. Once the opinion was given, nobody can change it. */
export function groupLack({ group, opinionOn }: AcceptanceFile): Raised | undefined {
  const count = group?.members.length ?? 0;
  if (count >= LEAST && count % 2 === 1) return undefined;
  return raise(opinionOn === undefined ? 'acceptance.group-size' : 'acceptance.group-was', {
    count,
    least: LEAST,
  });
}
