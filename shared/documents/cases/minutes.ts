import type { CaseBodies } from '../../domain/cases/event.ts';
import { named } from '../../domain/cases/rules.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { formTable, row } from '../escalations/forms.ts';
import { content, type Block, type TableRow } from '../model.ts';
import { linesOf, SEAL, SIGNATURE, toFill } from '../escalations/phrases.ts';

/**
 * 案件集体讨论笔录 with the four parts of BX (四)三(五)3, 会审记录 with where it is filed, BX (十)三(五)4: whichever the
 * rulebook names.
 */
export function minutesBlocks(parts: CaseParts): { readonly name: string; readonly blocks: Block[] } {
  const { entries, rules } = parts;
  const { forms = [], reports = [] } = rules.collective.procedure ?? {};
  const from = entries.findLastIndex(({ body }) => body.event === 'decision-proposal');
  const held = bodyOfLast(entries.slice(from + 1), 'collective-discussion');
  const proposal = bodyOfLast(entries, 'decision-proposal');
  const people = held?.participants ?? [];
  const signed = people.length === 0 ? [SIGNATURE] : people.map((name) => `${name}${SIGNATURE}`);
  const blocks: Block[] = [
    formTable([
      row('案由', content(parts.cause)),
      row('当事人', content(partyOf(parts))),
      row('讨论时间', content(held ? chineseDay(day(held.on)) : toFill('讨论时间'))),
      row('讨论地点', content(held?.place ?? toFill('讨论地点'))),
      row('主持人', content(held?.presider ?? toFill('主持人'))),
      row('参加人员', content(people.length === 0 ? toFill('参加人员') : people.join('、'))),
      row('记录人', content(held?.recorder ?? toFill('记录人'))),
      row('拟处罚意见', content(proposal ? proposed(proposal) : toFill('拟处罚意见'))),
      ...sections(parts, held, proposal),
      ...(reports.length === 0 ? [] : [row('备案', content(filed(reports, held)))]),
      row('参加人员\n签名', content(signed), 24),
    ]),
    { kind: 'remark', text: `（讨论机关：${parts.bureau}${SEAL}）` },
  ];
  return { name: (forms[0] ?? '集体讨论记录').replace(/[《》]/gu, ''), blocks };
}

type Held = CaseBodies['collective-discussion'];
type Proposal = CaseBodies['decision-proposal'];

/** What was proposed: the penalty, its basis, the fine. */
function proposed({ penalty, legalBasis, fine }: Proposal): string[] {
  return [
    ...linesOf(penalty),
    ...(fine === undefined ? [] : [`罚款数额：${fine}元`]),
    `处罚依据：${legalBasis ?? toFill('处罚依据')}`,
  ];
}

/** The parts that the source asks for; without any, what was said and what it came to. */
function sections(
  { entries, rules }: CaseParts,
  held: Held | undefined,
  proposal: Proposal | undefined,
): TableRow[] {
  const { parts = ['参加人员的主要意见', '结论意见'] } = rules.collective.procedure ?? {};
  const report = bodyOfLast(entries, 'investigation-report');
  const facts = proposal?.text ?? report?.text;
  const reasons = [proposal?.discretion ?? report?.discretion, proposal?.legalBasis]
    .filter((one) => one !== undefined)
    .join('\n');
  const known = (name: string): string | undefined => {
    if (/结论/u.test(name)) return held?.conclusion;
    if (/意见/u.test(name)) return held?.opinions;
    return /事实/u.test(name) ? facts : /依据/u.test(name) ? reasons : undefined;
  };
  return parts.map((name) => {
    const text = known(name);
    return row(labelOf(name), content(text === undefined ? toFill(name) : linesOf(text)), 24);
  });
}

/** Over lines of at most eight characters. */
const labelOf = (name: string): string => name.replace(/(.{6,8}?)(的|和)(?=.{2})/u, '$1$2\n');

function filed(reports: readonly string[], held: Held | undefined): string {
  const there = reports.filter((one) =>
    (held?.filedWith ?? []).some((given) => named(reports, given) === one),
  );
  return there.length === 0 ? toFill('备案情况') : `会审结论已报${there.join('、')}备案`;
}
