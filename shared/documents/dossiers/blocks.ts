import { chineseDay, day, parseDay } from '../../domain/time/day.ts';
import { channels } from '../../vocabulary/channels.ts';
import { chineseInstant, instant, toInstant, type Instant } from '../../domain/time/instant.ts';
import { documentName } from '../escalations/compose.ts';
import type { DossierDuty, DossierEscalation, DossierEvent, DossierNotice, DossierParts } from './parts.ts';
import { content, label, line, paragraph, type Block, type TableRow } from '../model.ts';
import {
  escalationStatusWords,
  noticeStatusWords,
  serviceMethodWords,
} from '../../vocabulary/value-words.ts';
import { bodyOf, linesOf } from '../escalations/phrases.ts';
import { decisionWords } from '../../exports/decision-words.ts';
import { attemptText, noticeNames, whyNames } from './words.ts';

/** The parts that every dossier is made of, whatever it is about. */

/** Name and value, line by line; what is undefined is left out. */
export const facts = (
  rows: readonly (readonly [string, string | readonly string[] | undefined])[],
): Block => ({
  kind: 'table',
  widths: [38, 118],
  header: false,
  rows: rows.flatMap(([name, value]): TableRow[] =>
    value === undefined ? [] : [{ cells: [label(name), content(value)] }],
  ),
});

type People = DossierParts['people'];

/** The moment of the last thing in it: a dossier of the same data is the same file. */
export function latestOf({ timeline, notices }: Pick<DossierParts, 'timeline' | 'notices'>): Instant {
  const moments = [...timeline.map(({ at }) => at), ...notices.map(({ createdAt }) => createdAt)];
  return moments.reduce((latest, at) => (at > latest ? at : latest), toInstant(0));
}

export const numberOf = ({ parts }: DossierEscalation): string => parts.number ?? '未编号';

/** At the foot of every cover. */
export const coverRemark: Block = {
  kind: 'remark',
  text: '（本案卷由系统根据登记的记录生成，不代替经签名盖章的文书原件。）',
};

export function timelineBlock(events: readonly DossierEvent[]): Block {
  return {
    kind: 'table',
    widths: [42, 82, 32],
    header: true,
    rows: [
      { cells: [label('时间'), label('事项'), label('办理人')] },
      ...events.map(({ at, what, by }) => ({
        cells: [content(chineseInstant(at)), content(linesOf(inChinese(what))), content(by)],
      })),
    ],
  };
}

/** Days in a history as offices write them. */
function inChinese(text: string): string {
  return text.replace(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/gu, (found) => {
    const on = parseDay(found);
    return on === undefined ? found : chineseDay(on);
  });
}

/** The days of a duty, and how they were counted. */
export function dutyBlocks(duty: DossierDuty): Block[] {
  const due =
    duty.dueAt === undefined
      ? `${chineseDay(day(duty.dueOn))}（含当日）`
      : chineseInstant(instant(duty.dueAt));
  return [
    facts([
      ['产生之日', chineseDay(day(duty.arisesOn))],
      [duty.dueAt === undefined ? '到期日' : '到期时间', due],
      ['批准延期至', duty.extendedTo === undefined ? undefined : chineseDay(day(duty.extendedTo))],
      ['办结日', fulfilled(duty)],
      ['规则', `${duty.title}（版本${duty.ruleVersion}）`],
    ]),
    paragraph(`${duty.dueAt === undefined ? '到期日' : '到期时间'}按下列步骤计算：`),
    stepsBlock(
      duty.explanation.map((step) => (step.rule === duty.ruleId ? { ...step, rule: duty.title } : step)),
    ),
  ];
}

function fulfilled({ fulfilledOn, status }: DossierDuty): string {
  if (fulfilledOn === undefined) return status === 'waived' ? '已免除办理' : '未办结';
  return `${chineseDay(day(fulfilledOn))}${status === 'fulfilled-late' ? '（逾期办结）' : ''}`;
}

/** How a date came about. */
export function stepsBlock(steps: DossierDuty['explanation']): Block {
  return {
    kind: 'table',
    widths: [38, 32, 86],
    header: true,
    rows: [
      { cells: [label('规则'), label('日期'), label('说明')] },
      ...steps.map((step) => ({
        cells: [content(step.rule), content(chineseDay(day(step.day))), content(linesOf(step.text))],
      })),
    ],
  };
}

/** Reminders are listed, not printed again: dossier.json holds what each of them says. */
export function noticeBlocks(all: readonly DossierNotice[]): Block[] {
  if (all.length === 0) return [paragraph('未发出通知。')];
  return [
    paragraph('电子邮件和短信用于提醒、告知，不作为法律文书送达。各通知的全文载于随附的dossier.json。'),
    {
      kind: 'table',
      widths: [36, 38, 44, 38],
      header: true,
      rows: [
        { cells: [label('时间'), label('通知'), label('收件人'), label('发送情况')] },
        ...all.map((notice) => ({
          cells: [
            content(`${chineseInstant(notice.createdAt)}${notice.late ? '（迟发）' : ''}`),
            content(noticeNames[notice.kind] ?? notice.kind),
            content(`${notice.toName} ${notice.to}（${channels[notice.channel].formal}）`),
            content([noticeStatusWords[notice.status], ...lastAttempt(notice)]),
          ],
        })),
      ],
    },
  ];
}

function lastAttempt({ attempts }: DossierNotice): string[] {
  const last = attempts.at(-1);
  if (last === undefined) return [];
  return [`${chineseInstant(last.at)}　${attemptText(last.provider, last.outcome)}`];
}

/** One document with its approval and service; `index` from 0. */
export function escalationBlocks(people: People, one: DossierEscalation, index: number): Block[] {
  const { parts, approval } = one;
  const name = (by: string | undefined): string => (by === undefined ? '' : (people[by] ?? by));
  const person = (by: string | undefined, at: Instant | undefined): string | undefined =>
    by === undefined ? undefined : [name(by), ...(at === undefined ? [] : [chineseInstant(at)])].join('，');
  const { service, priorNotice, statement, legalReview } = parts;
  return [
    { kind: 'heading', level: 2, text: `（${index + 1}）${documentName(parts)}` },
    facts([
      ['文号', numberOf(one)],
      ['状态', escalationStatusWords[parts.status]],
      ['起草', person(one.draftedBy, parts.draftedAt)],
      [
        '拒不整改\n的认定',
        parts.refusal === undefined
          ? undefined
          : [...linesOf(parts.refusal), `认定人：${name(one.refusedBy)}`],
      ],
      ['法律依据', parts.legalBasis],
      [
        '事先告知',
        priorNotice && `${chineseDay(priorNotice.servedOn)}，${serviceMethodWords[priorNotice.method]}`,
      ],
      [
        '陈述申辩',
        statement &&
          linesOf(
            statement.received
              ? `已提出：${statement.text ?? ''}\n复核结果：${statement.outcome ?? ''}`
              : '期限内未提出',
          ),
      ],
      ['法制审核', legalReview && linesOf(`${legalReview.by}：${legalReview.opinion}`)],
      ['提请审批', person(approval.proposedBy, approval.proposedAt)],
      ['审批', person(approval.decidedBy, approval.at)],
      ['审批意见', approval.reason === undefined ? undefined : linesOf(approval.reason)],
      ['所批文本\n的摘要值', approval.textHash],
      [
        '印发',
        parts.issuedOn === undefined ? undefined : `${chineseDay(parts.issuedOn)}，${name(one.issuedBy)}`,
      ],
      [
        '邮件告知',
        one.recipients.length === 0
          ? undefined
          : one.recipients.map((to) => `${to.name} ${to.to}（${whyNames[to.why] ?? to.why}）`),
      ],
      ['送达', service && served(service)],
      ['改正期限至', one.rectifyUntil === undefined ? undefined : chineseDay(day(one.rectifyUntil))],
      ['改正情况', one.complied && [chineseDay(day(one.complied.on)), ...linesOf(one.complied.note ?? '')]],
      [
        '更正',
        one.corrections.length === 0
          ? undefined
          : one.corrections.flatMap((change) => [
              `${chineseInstant(change.at)}，${name(change.by)}`,
              ...linesOf(change.reason),
              ...linesOf(change.text ?? ''),
            ]),
      ],
      [
        '撤回',
        one.withdrawal && [
          `${chineseInstant(one.withdrawal.at)}，${name(one.withdrawal.by)}`,
          ...linesOf(one.withdrawal.reason),
        ],
      ],
    ]),
    line('正文：'),
    ...bodyOf(parts.text),
  ];
}

function served(service: NonNullable<DossierEscalation['parts']['service']>): string[] {
  return [
    `${chineseDay(service.on)}，${serviceMethodWords[service.method]}`,
    ...(service.receivedBy === undefined ? [] : [`签收人：${service.receivedBy}`]),
    ...((service.witnesses ?? []).length === 0 ? [] : [`见证人：${(service.witnesses ?? []).join('、')}`]),
    ...(service.electronicConsent === undefined
      ? []
      : [`同意电子送达的确认书：${service.electronicConsent}`]),
  ];
}

export function proofBlocks({ chain, people }: Pick<DossierParts, 'chain' | 'people'>): Block[] {
  const { verified } = chain;
  const own = chain.links.filter(({ content: what }) => what !== undefined);
  return [
    paragraph(
      '每项决定作出后即记入决定链。每一环记有该项决定内容的摘要值和前一环的摘要值（SHA-256），任何一环被改动、删除或者插入，其后各环即不能相符。',
    ),
    paragraph(
      verified.holds
        ? `生成本案卷时，全链${verified.links}环逐环核对相符，末环摘要值为${verified.head}。`
        : `生成本案卷时核对不符：第${verified.at}环（${verified.why}）。`,
    ),
    paragraph(
      '随附的ledger.json载有全链各环的摘要值，本案各环另载决定内容。不依赖本系统即可核对：npm run -s ledger:verify -- ledger.json --head 末环摘要值。',
    ),
    {
      kind: 'table',
      widths: [14, 60, 82],
      header: true,
      rows: [
        { cells: [label('序号'), label('决定'), label('摘要值')] },
        ...own.map((link) => ({
          cells: [content(String(link.number)), content(saysOf(link.content, people)), content(link.hash)],
        })),
      ],
    },
  ];
}

/** Action, time and person of a link, as they stand in its content. */
function saysOf(what: Readonly<Record<string, unknown>> | undefined, people: People): string[] {
  const text = (name: string): string | undefined => {
    const value = what?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [action, at, by] = [text('action'), text('at'), text('by')];
  return [
    ...(action === undefined ? [] : [decisionWords[action] ?? action]),
    ...(at === undefined ? [] : [chineseInstant(instant(at))]),
    ...(by === undefined ? [] : [people[by] ?? by]),
  ];
}
