import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, dayOf, instant } from '../../domain/time/instant.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import { formTable, row } from '../escalations/forms.ts';
import {
  closing,
  contactLines,
  linesOf,
  numberLine,
  officerLines,
  SIGNATURE,
  toFill,
} from '../escalations/phrases.ts';
import { content, heading, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';

const LAW = '《中华人民共和国行政处罚法》第五十六条';

/** What is registered and where it is kept: as entered with the measure, else with what followed it. */
export function registered({ entries }: CaseParts) {
  const bodies = [
    bodyOfLast(entries, 'evidence-secured'),
    bodyOfLast(entries, 'evidence-formalities'),
    bodyOfLast(entries, 'evidence-decision'),
  ];
  const first = (field: 'items' | 'place'): string | undefined =>
    bodies.map((body) => body?.[field]).find((value) => value !== undefined);
  return { items: first('items'), place: first('place') };
}

/** 先行登记保存证据通知书 with its list: why, what, for how long, and that nothing is to be moved. */
export function evidenceNotice(parts: CaseParts): Block[] {
  const secured = bodyOfLast(parts.entries, 'evidence-secured');
  const { items, place } = registered(parts);
  const office = `我${officeWord(parts.bureau)}`;
  const at = secured ? chineseInstant(instant(secured.at)) : toFill('登记保存时间');
  return [
    ...numberLine(secured?.number, secured !== undefined),
    { kind: 'addressee', text: `${partyOf(parts)}：` },
    paragraph(
      `因${parts.cause}，证据可能灭失或者以后难以取得，依据${LAW}，经本机关负责人${secured?.agreedBy ?? toFill('批准人')}批准，${office}决定自${at}起对下列证据先行登记保存。`,
    ),
    paragraph(`${office}将在七个工作日内作出处理决定。在此期间，当事人或者有关人员不得销毁或者转移证据。`),
    heading('先行登记保存证据清单'),
    formTable([
      row('证据名称、\n规格和数量', content(linesOf(items ?? toFill('证据名称、规格和数量'))), 40),
      row('保存地点', content(place ?? toFill('保存地点'))),
      row('当事人\n核对签名', content([SIGNATURE, '年　　月　　日']), 16),
    ]),
    contactLines(parts.desk),
    ...officerLines(caseFileOf(parts.entries).officers),
    closing(parts.bureau, secured && dayOf(instant(secured.at))),
    { kind: 'remark', text: '（本通知书和清单一式两份，一份交当事人，一份存入案卷。）' },
  ];
}

/** What becomes of each piece, within seven working days. */
export function evidenceDecision(parts: CaseParts): Block[] {
  const secured = bodyOfLast(parts.entries, 'evidence-secured');
  const decided = bodyOfLast(parts.entries, 'evidence-decision');
  const since = secured ? chineseInstant(instant(secured.at)) : toFill('登记保存时间');
  return [
    ...numberLine(decided?.number, decided !== undefined),
    { kind: 'addressee', text: `${partyOf(parts)}：` },
    paragraph(`因${parts.cause}，我${officeWord(parts.bureau)}于${since}对有关证据先行登记保存。`),
    paragraph(`登记保存的证据：${sentence(registered(parts).items ?? toFill('证据名称'))}`),
    paragraph(`现依据${LAW}，作出以下处理决定：`),
    ...linesOf(sentence(decided?.outcome ?? toFill('处理决定'))).map(paragraph),
    closing(parts.bureau, decided && day(decided.on)),
    {
      kind: 'remark',
      text: `（处理决定作出日期：${decided ? chineseDay(day(decided.on)) : toFill('决定日期')}；一式两份，一份交当事人，一份存入案卷。）`,
    },
  ];
}
