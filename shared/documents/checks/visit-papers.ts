import { chineseDay } from '../../domain/time/day.ts';
import { officeWord } from '../../letters/wording.ts';
import { visitFormNames, type VisitForm } from '../../vocabulary/visit-forms.ts';
import { formTable, row, signedOn } from '../escalations/forms.ts';
import {
  clean,
  closing,
  contactLines,
  linesOf,
  numberOr,
  SIGNATURE,
  toFill,
} from '../escalations/phrases.ts';
import { content, heading, paragraph, type Block, type DocumentModel } from '../model.ts';
import { joinedLines, officerNames } from './rows.ts';
import type { VisitParts, VisitTarget } from './visit-parts.ts';

const daysOf = ({ on, until }: VisitParts): string =>
  until === undefined || until === on ? chineseDay(on) : `${chineseDay(on)}至${chineseDay(until)}`;

const targetText = ({ name, about }: VisitTarget): string =>
  about === undefined ? clean(name) : `${clean(name)}（${clean(about)}）`;

/** How often a firm was checked this year, and how often at most. */
const timesOf = ({ checkedThisYear }: VisitTarget, cap: number | undefined): string =>
  `本年度已现场检查${checkedThisYear}次${cap === undefined ? '' : `，上限${cap}次`}`;

const basisOf = ({ law }: VisitParts): string => (law.length === 0 ? toFill('检查依据') : law.join('、'));

const itemsOf = ({ items }: VisitParts): string[] =>
  items.length === 0 ? [toFill('检查事项')] : items.map((item, index) => `${index + 1}. ${clean(item)}`);

/** 行政检查审批表: whom, why, under what, how often, who; the head decides before anybody is told. */
function approvalForm(parts: VisitParts): Block[] {
  const { targets, officers, joined, approval, quotas } = parts;
  const firms = targets.filter(({ isFirm }) => isFirm);
  const decided =
    approval === undefined
      ? ['', `签名：${SIGNATURE}　　${signedOn}`]
      : [
          `${approval.decision === 'approve' ? '同意' : '不同意'}。${approval.reason}`,
          `签名：${approval.by ?? ''}${SIGNATURE}${approval.isDeputy ? '（代）' : ''}`,
        ];
  return [
    formTable([
      row('检查对象', content(targets.map(targetText))),
      row('检查依据', content(basisOf(parts))),
      row('任务来源', content(parts.cause)),
      row('检查类型', content(quotas.length === 0 ? parts.regime : `${parts.regime}：${quotas.join('、')}`)),
      ...(firms.length === 0
        ? []
        : [
            row('检查频次', content(firms.map((firm) => `${clean(firm.name)}：${timesOf(firm, parts.cap)}`))),
          ]),
      row('检查事项', content(itemsOf(parts))),
      row('检查方式', content(parts.mode)),
      row('检查时间', content(daysOf(parts))),
      row('检查地点', content(parts.place ?? targets.map(({ party }) => party?.address ?? '').join('、'))),
      row('检查人员', content(officerNames(officers))),
      ...(joined.length === 0 ? [] : [row('参加检查\n的机关', content(joinedLines(joined)))]),
      row(
        '承办人\n意见',
        content(['拟按上述安排开展检查，请审批。', `签名：${SIGNATURE}　　${signedOn}`]),
        20,
      ),
      row('负责人\n审批意见', content(decided), 24),
    ]),
  ];
}

/**
 * 行政检查通知书: beforehand, or at the door. It tells whoever is checked under what, who comes and what their rights
 * are. It settles nothing, and so names no remedies.
 */
function noticeOf(parts: VisitParts, target: VisitTarget): Block[] {
  const { bureau, desk, officers, joined, materials } = parts;
  const office = `我${officeWord(bureau)}`;
  const helpers = joined.filter((one) => one.as === 'assistance');
  const others = joined.filter((one) => one.as === 'joint');
  const about = target.about === undefined ? '' : `（${clean(target.about)}）`;
  return [
    { kind: 'number', text: numberOr(target.notice?.number), align: 'right' },
    { kind: 'addressee', text: `${clean(target.name)}：` },
    paragraph(
      `依据${basisOf(parts)}，${office}${others.length === 0 ? '' : `会同${others.map(({ body }) => body).join('、')}`}` +
        `定于${daysOf(parts)}对你单位${about}进行检查（${parts.mode}）。现将有关事项通知如下：`,
    ),
    heading('一、检查安排'),
    paragraph(`任务来源：${parts.cause}（${parts.regime}）。`),
    ...(target.isFirm ? [paragraph(`检查频次：${timesOf(target, parts.cap)}。`)] : []),
    paragraph(`检查地点：${parts.place ?? target.party?.address ?? toFill('检查地点')}。`),
    paragraph(`检查人员：${officerNames(officers).join('、')}。`),
    ...others.flatMap(({ body, officers: own = [] }) =>
      own.length === 0 ? [] : [paragraph(`${body}检查人员：${officerNames(own).join('、')}。`)],
    ),
    ...(helpers.length === 0
      ? []
      : [
          paragraph(
            `协助检查：${helpers.map(({ body, officers: own = [] }) => `${body}${own.length === 0 ? toFill('协助人数') : `${own.length}人`}`).join('、')}。`,
          ),
        ]),
    heading('二、检查事项'),
    ...itemsOf(parts).map(paragraph),
    ...(materials.length === 0
      ? []
      : [
          heading('三、请准备的材料'),
          ...materials.map((one, index) => paragraph(`${index + 1}. ${clean(one)}`)),
        ]),
    heading(`${materials.length === 0 ? '三' : '四'}、权利和义务`),
    paragraph(
      '检查人员应当主动出示执法证件；未出示的，你单位可以拒绝检查。认为检查人员与检查事项有直接利害关系的，可以申请回避。' +
        '对检查情况可以陈述意见。请指定人员配合检查，如实提供有关情况和材料。',
    ),
    ...(target.isFirm
      ? [
          paragraph(
            '检查人员不得收受馈赠、接受宴请和转嫁检查费用，不得借检查谋取利益。如有违反，可以向下列电话反映。',
          ),
        ]
      : []),
    contactLines(desk),
    closing(bureau, target.notice?.on),
    { kind: 'remark', text: `（签收人：${SIGNATURE}　　签收时间：年　　月　　日　　时　　分）` },
  ];
}

/** 行政复议答复通知书: the organ replies in writing and hands in its file. It is process, and tells of no remedies. */
function replyNotice(parts: VisitParts, target: VisitTarget): Block[] {
  const office = `我${officeWord(parts.bureau)}`;
  const about = target.about === undefined ? '有关行政复议案件' : clean(target.about);
  return [
    { kind: 'number', text: numberOr(target.notice?.number), align: 'right' },
    { kind: 'addressee', text: `${clean(target.name)}：` },
    paragraph(`${office}依据《中华人民共和国行政复议法》办理${about}，现将有关事项通知如下：`),
    heading('一、书面答复'),
    paragraph(
      `请自收到本通知书之日起十日内（按工作日计算）向${office}提出书面答复，并提交作出行政行为的证据、依据和其他有关材料。`,
    ),
    heading('二、答复的内容'),
    ...itemsOf(parts).map(paragraph),
    ...(parts.materials.length === 0
      ? []
      : [
          heading('三、一并提交的材料'),
          ...parts.materials.map((one, index) => paragraph(`${index + 1}. ${clean(one)}`)),
        ]),
    contactLines(parts.desk),
    closing(parts.bureau, target.notice?.on),
  ];
}

/** 函 to the bodies that take part: what each answers for, and who comes. */
function letterTo(parts: VisitParts, as: 'joint' | 'assistance'): Block[] {
  const { bureau, officers, targets, desk } = parts;
  const office = `我${officeWord(bureau)}`;
  const bodies = parts.joined.filter((one) => one.as === as);
  const subject =
    as === 'joint' ? `关于商请联合开展${parts.regime}检查的函` : `关于商请协助${parts.regime}检查的函`;
  const asks =
    as === 'joint'
      ? '请贵单位按照职责以本机关名义共同检查，双方各自对检查事项负责，检查记录由双方人员签名。'
      : '请贵单位派员协助。协助人员不单独实施检查，检查由我方执法人员进行。';
  return [
    { kind: 'letterhead', text: bureau, letter: true },
    { kind: 'number', text: numberOr(undefined), align: 'right' },
    { kind: 'title', lines: [bureau, subject] },
    { kind: 'addressee', text: `${bodies.map(({ body }) => body).join('、')}：` },
    paragraph(
      `依据${basisOf(parts)}，${office}拟于${daysOf(parts)}对${targets.map(targetText).join('、')}进行检查（${parts.mode}）。${asks}`,
    ),
    heading('一、检查事项'),
    ...itemsOf(parts).map(paragraph),
    heading('二、分工'),
    paragraph(`${bureau}（牵头）：${parts.regime}，检查人员${officerNames(officers).join('、')}。`),
    ...bodies.flatMap(({ body, part, officers: own = [] }) =>
      linesOf(
        `${body}：${part ?? toFill('分工')}，检查人员${own.length === 0 ? toFill('参加人员') : officerNames(own).join('、')}。`,
      ).map(paragraph),
    ),
    paragraph(`请将参加人员名单和执法证号于检查前函告${office}。`),
    contactLines(desk),
    paragraph(as === 'joint' ? '特此函商，请予函复。' : '特此函请，请予支持。'),
    closing(bureau, undefined),
  ];
}

/** A paper of a planned check; the notice is for one of those that are checked. */
export function visitPaper(
  parts: VisitParts,
  form: VisitForm,
  target: VisitTarget | undefined,
): DocumentModel {
  const name = visitFormNames[form];
  const titled = (blocks: Block[]): Block[] => [{ kind: 'title', lines: [parts.bureau, name] }, ...blocks];
  const blocks = (): Block[] => {
    switch (form) {
      case 'approval':
        return titled(approvalForm(parts));
      case 'notice':
        return titled(target === undefined ? [] : noticeOf(parts, target));
      case 'reply-notice':
        return titled(target === undefined ? [] : replyNotice(parts, target));
      case 'joint-letter':
        return letterTo(parts, 'joint');
      case 'assistance-letter':
        return letterTo(parts, 'assistance');
    }
  };
  return { name, at: parts.plannedAt, author: parts.bureau, blocks: blocks() };
}
