import { everybody, nameOf as nameOfPerson } from '../people.ts';
import { isPerson, signerOf } from '../../domain/actor.ts';
import type { z } from 'zod';
import type { exportLists } from '../../contract/exports.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { decisionWords } from '../../exports/decision-words.ts';
import * as words from '../../vocabulary/value-words.ts';
import { collect, lettersOf, namesOf, PAGE, sheetOf, type Column, type Exported } from './collect.ts';
import { listEscalations } from '../escalations/list.ts';
import { listLinks } from '../ledger/list.ts';
import { listNotices } from '../notices/list.ts';
import { listObligations } from '../duties/list.ts';
import type { Request } from '../request.ts';
import { dutyRule } from '../register/rule-of.ts';
import { noticeView, obligationView } from '../views.ts';

type Query<Name extends keyof typeof exportLists> = z.output<(typeof exportLists)[Name]['query']>;

type Duty = ReturnType<typeof obligationView>;

/** Days and instants are written as in the API. */
const dutyColumns = (
  { context: { rulebook } }: Request,
  nameOf: (id: string | undefined) => string | undefined,
): Column<Duty>[] => [
  { heading: '事项', of: (duty) => duty.title ?? dutyRule(rulebook, duty)?.title },
  { heading: '监管对象', of: ({ subjectId }) => nameOf(subjectId) },
  { heading: '所属期间', of: ({ period }) => period },
  { heading: '起算日', of: ({ arisesOn }) => arisesOn },
  { heading: '到期日', of: (duty) => ('dueAt' in duty ? duty.dueAt : duty.dueOn) },
  { heading: '应办日', of: ({ actBy }) => actBy },
  { heading: '逾期起算', of: ({ overdueFrom }) => overdueFrom },
  { heading: '延期至', of: ({ extendedTo }) => extendedTo },
  { heading: '是否暂定', of: ({ provisional }) => (provisional ? '暂定' : '') },
  { heading: '状态', of: ({ status }) => words.wordFor(words.statusWords, status) },
  { heading: '逾期情况', of: ({ lateness }) => words.wordFor(words.latenessWords, lateness) },
  { heading: '报送情况', of: ({ report }) => words.wordFor(words.reportWords, report) },
  { heading: '办结日期', of: ({ fulfilledOn }) => fulfilledOn },
  { heading: '下一步时间', of: ({ nextActionAt }) => nextActionAt ?? undefined },
  { heading: '规则', of: ({ ruleId }) => ruleId },
  { heading: '监管对象编号', of: ({ subjectId }) => subjectId },
  { heading: '事项编号', of: ({ id }) => id },
];

const itself = (id: string | undefined): string | undefined => id;

export async function exportObligations(request: Request, query: Query<'obligations'>): Promise<Exported> {
  const now = request.deps.clock.now();
  const { entries, nextCursor } = await collect(
    async (cursor) => {
      const page = await listObligations(request, { ...query, limit: PAGE, cursor });
      return { ...page, items: page.items.map((duty) => obligationView(duty, now)) };
    },
    query.cursor,
    lettersOf(dutyColumns(request, itself)),
  );
  const nameOf = await namesOf(
    request,
    entries.map(({ subjectId }) => subjectId),
  );
  return { sheet: sheetOf('期限事项', dutyColumns(request, nameOf), entries), nextCursor };
}

type Notice = ReturnType<typeof noticeView>;

const noticeColumns = (nameOf: (id: string | undefined) => string | undefined): Column<Notice>[] => [
  { heading: '生成时间', of: ({ createdAt }) => createdAt },
  {
    heading: '种类',
    of: ({ kind }) => words.wordFor({ ...words.stepWords, ...words.noticeKindWords }, kind),
  },
  { heading: '监管对象', of: ({ subjectId }) => nameOf(subjectId) },
  { heading: '收件地址', of: ({ to }) => to },
  { heading: '渠道', of: ({ channel }) => words.wordFor(words.channelWords, channel) },
  { heading: '主题', of: ({ subject }) => subject },
  { heading: '状态', of: ({ status }) => words.wordFor(words.noticeStatusWords, status) },
  { heading: '尝试次数', of: ({ attempts }) => attempts.length },
  { heading: '最后一次尝试', of: ({ attempts }) => attempts.at(-1)?.at },
  { heading: '最后一次结果', of: ({ attempts }) => lastOutcome(attempts) },
  { heading: '事项编号', of: ({ obligationId }) => obligationId },
  { heading: '文书编号', of: ({ escalationId }) => escalationId },
  { heading: '通知编号', of: ({ id }) => id },
];

function lastOutcome(attempts: Notice['attempts']): string | undefined {
  const last = attempts.at(-1);
  return last && words.outcomeText(last.outcome);
}

export async function exportNotices(request: Request, query: Query<'notices'>): Promise<Exported> {
  const { entries, nextCursor } = await collect(
    async (cursor) => {
      const page = await listNotices(request, { ...query, limit: PAGE, cursor });
      return { ...page, items: page.items.map(noticeView) };
    },
    query.cursor,
    lettersOf(noticeColumns(itself)),
  );
  const nameOf = await namesOf(
    request,
    entries.map(({ subjectId }) => subjectId),
  );
  return { sheet: sheetOf('通知', noticeColumns(nameOf), entries), nextCursor };
}

type Escalation = Awaited<ReturnType<typeof listEscalations>>['items'][number];

/** Without the history of the measure, because units may read this list too. */
const escalationColumns = (nameOf: (id: string | undefined) => string | undefined): Column<Escalation>[] => [
  { heading: '文书', of: ({ step }) => words.stepWords[step] },
  { heading: '监管对象', of: ({ subjectId }) => nameOf(subjectId) },
  { heading: '状态', of: ({ status }) => words.wordFor(words.escalationStatusWords, status) },
  { heading: '拟稿时间', of: ({ draftedAt }) => formatInstant(draftedAt) },
  { heading: '文号', of: ({ issue }) => issue?.number },
  { heading: '印发日期', of: ({ issue }) => issue?.on },
  { heading: '送达日期', of: ({ service }) => service?.on },
  { heading: '改正期限', of: ({ rectifyBy, rectifyUntil }) => rectifyUntil ?? rectifyBy },
  { heading: '改正日期', of: ({ complied }) => complied?.on },
  { heading: '规则', of: ({ ruleId }) => ruleId },
  { heading: '事项编号', of: ({ obligationId }) => obligationId },
  { heading: '文书编号', of: ({ id }) => id },
];

export async function exportEscalations(request: Request, query: Query<'escalations'>): Promise<Exported> {
  const { entries, nextCursor } = await collect(
    (cursor) => listEscalations(request, { ...query, limit: PAGE, cursor }),
    query.cursor,
    lettersOf(escalationColumns(itself)),
  );
  const nameOf = await namesOf(
    request,
    entries.map(({ subjectId }) => subjectId),
  );
  return { sheet: sheetOf('处理措施', escalationColumns(nameOf), entries), nextCursor };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `bureau-leader:li` → 局（馆）领导 李局长: the role in words, and the name or, where it is not known, the id. */
function byWhom({ context }: Request, by: string | undefined): string | undefined {
  const signer = by === undefined ? undefined : signerOf(by);
  if (signer === undefined) return by;
  const role = words.wordFor(words.roleWords, signer.role);
  return isPerson(signer) ? [role, nameOfPerson(everybody(context), signer.sub)].join(' ') : role;
}

type Link = Awaited<ReturnType<typeof listLinks>>['items'][number];

/** The hashed text stays unchanged, so that the chain can be recomputed; a column beside it says it in words. */
const linkColumns = (request: Request): readonly Column<Link>[] => [
  { heading: '序号', of: ({ number }) => number },
  { heading: '时间', of: ({ content }) => textOf(content?.['at']) },
  { heading: '决定', of: ({ content }) => words.wordFor(decisionWords, textOf(content?.['action'])) },
  { heading: '经办', of: ({ content }) => byWhom(request, textOf(content?.['by'])) },
  { heading: '决定内容（原文）', of: ({ content }) => content && JSON.stringify(content) },
  { heading: '内容哈希', of: ({ contentHash }) => contentHash },
  { heading: '上一条哈希', of: ({ previous }) => previous },
  { heading: '本条哈希', of: ({ hash }) => hash },
];

export async function exportLedger(request: Request, query: Query<'ledger'>): Promise<Exported> {
  const { entries, nextCursor } = await collect(
    (cursor) => listLinks(request, { limit: PAGE, cursor }),
    query.cursor,
    lettersOf(linkColumns(request)),
  );
  return { sheet: sheetOf('决定账', linkColumns(request), entries), nextCursor };
}
