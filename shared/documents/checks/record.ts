import { chineseDay } from '../../domain/time/day.ts';
import { modeWords } from '../../vocabulary/value-words.ts';
import { formTable, row } from '../escalations/forms.ts';
import { clean, toFill } from '../escalations/phrases.ts';
import { content, type Block, type TableRow } from '../model.ts';
import type { CheckParts } from './parts.ts';
import {
  checklistRow,
  findingsRow,
  joinedLines,
  officerNames,
  officerSignatures,
  partyRow,
  partySignature,
  recheckLines,
  timeRow,
  toldRow,
} from './rows.ts';

const about = ({ about: thing, work = {} }: CheckParts): TableRow[] => {
  if (thing === undefined) return [];
  const { approvedUse, builtOn } = work;
  return [
    row(
      '检查对象',
      content([
        thing,
        ...(builtOn === undefined ? [] : [`建成日期：${chineseDay(builtOn)}`]),
        ...(approvedUse === undefined ? [] : [`批准用途：${clean(approvedUse)}`]),
      ]),
    ),
  ];
};

const joined = (parts: CheckParts): TableRow[] =>
  parts.mode !== 'joint' && parts.joined.length === 0
    ? []
    : [
        row(
          '联合检查\n机关及分工',
          content(parts.joined.length === 0 ? toFill('联合检查机关') : joinedLines(parts.joined)),
        ),
      ];

const rechecked = (parts: CheckParts): TableRow[] =>
  parts.rechecked.length === 0 ? [] : [row('整改复查\n情况', content(recheckLines(parts.rechecked)))];

/** What was seen on the spot has a place, a host, certificates shown and signatures; what was read has none of them. */
export function checkRecord(parts: CheckParts): Block[] {
  const { mode, officers } = parts;
  const isAtDesk = mode === 'written' || mode === 'file';
  return [
    formTable([
      partyRow(parts),
      ...about(parts),
      timeRow(parts),
      ...(isAtDesk
        ? []
        : [
            row('检查地点', content(parts.place ?? toFill('检查地点'))),
            row('现场负责人', content(parts.host ?? toFill('现场负责人'))),
          ]),
      row('检查方式', content(`${modeWords[mode]}（${parts.cause}）`)),
      ...joined(parts),
      row(isAtDesk ? '审阅人员' : '检查人员', content(officerNames(officers))),
      ...(isAtDesk ? [] : [toldRow(parts)]),
      checklistRow(parts),
      findingsRow(parts),
      ...rechecked(parts),
      ...(isAtDesk ? [] : [partySignature(parts)]),
      officerSignatures(parts),
    ]),
  ];
}

/** 《专业档案形成单位巡查、回访记录》: confirmed by the person in charge of the unit. */
export function patrolRecord(parts: CheckParts): Block[] {
  const isReturn = parts.rechecked.length > 0;
  return [
    formTable([
      partyRow(parts, '单位'),
      row('类别', content(isReturn ? '回访' : '巡查')),
      timeRow(parts, isReturn ? '回访时间' : '巡查时间'),
      row('地点', content(parts.place ?? toFill('检查地点'))),
      row('检查人员', content(officerNames(parts.officers))),
      ...joined(parts),
      toldRow(parts),
      checklistRow(parts),
      findingsRow(parts),
      ...(isReturn ? [row('回访情况', content(recheckLines(parts.rechecked)))] : []),
      partySignature(parts, '单位负责人\n签字确认'),
      officerSignatures(parts),
      ...(parts.system === undefined
        ? []
        : [row('录入系统', content(`${parts.system}（录入日期：　　　　）`))]),
    ]),
  ];
}
