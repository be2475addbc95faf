import { caseFileOf } from '../../domain/cases/file.ts';
import { basisText } from '../../domain/cases/discretion.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant, dayOf, instant } from '../../domain/time/instant.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import {
  bankOf,
  bodyOf,
  closing,
  linesOf,
  numberOr,
  officerLines,
  SIGNATURE,
  toFill,
} from '../escalations/phrases.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { partyLines } from './party.ts';

/** 当场行政处罚决定书 with the contents of 行政处罚法第五十二条; reconsideration comes first (行政复议法第二十三条). */
export function spotDecision(parts: CaseParts): Block[] {
  const made = bodyOfLast(parts.entries, 'spot-decision');
  const at = made && instant(made.at);
  const office = `我${officeWord(parts.bureau)}`;
  const basis = (made && basisText(made, parts.rules)) ?? toFill('法律法规规章依据');
  return [
    { kind: 'number', text: numberOr(made?.number), align: 'right' },
    heading('一、当事人基本情况'),
    ...partyLines(parts),
    heading('二、违法事实'),
    paragraph(
      `${at === undefined ? toFill('时间') : chineseInstant(at)}，在${made?.place ?? toFill('地点')}，${office}执法人员查明：`,
    ),
    ...bodyOf(made?.facts ?? toFill('违法事实')),
    ...(made?.evidence === undefined ? [] : [paragraph(`证据：${sentence(made.evidence)}`)]),
    heading('三、告知和陈述申辩'),
    paragraph(
      '作出决定前，执法人员出示了执法证件，告知了拟作出的行政处罚内容及事实、理由、依据和当事人依法享有的陈述、申辩等权利。',
    ),
    ...linesOf(`当事人：${sentence(made?.statement ?? toFill('陈述申辩情况'))}`).map(paragraph),
    heading('四、行政处罚的依据和内容'),
    ...(made?.discretion === undefined ? [] : [paragraph(`裁量理由：${sentence(made.discretion)}`)]),
    paragraph(
      `依据${basis}、《中华人民共和国行政处罚法》第五十一条，${office}决定对${partyOf(parts)}当场给予以下行政处罚：`,
    ),
    ...linesOf(sentence(made?.penalty ?? toFill('处罚内容'))).map(paragraph),
    ...fineLines(parts, made?.fine ?? 0),
    ...corrected(made),
    heading('五、申请行政复议、提起行政诉讼的途径和期限'),
    paragraph(
      `如不服本处罚决定，应当自收到之日起六十日内先向${parts.desk.reconsiderationBody ?? toFill('行政复议机关')}申请行政复议（也可以通过${office}提交申请）；` +
        `对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内依法向${parts.desk.court ?? toFill('人民法院')}提起行政诉讼。` +
        '复议、诉讼期间本处罚决定不停止执行，法律另有规定的除外。',
    ),
    ...officerLines(caseFileOf(parts.entries).officers),
    line(
      made?.refusal === undefined
        ? `当事人签收：${made?.receivedBy ?? ''}${SIGNATURE}　　年　　月　　日`
        : `当事人拒绝签收：${sentence(made.refusal)}`,
    ),
    closing(parts.bureau, at === undefined ? undefined : dayOf(at)),
    { kind: 'remark', text: '（本决定书当场交付当事人，一份存入案卷，并报本机关备案。）' },
  ];
}

function fineLines({ desk }: CaseParts, fine: number): Block[] {
  if (fine === 0) return [];
  return [
    paragraph(`罚款数额：人民币${fine}元。`),
    paragraph(
      `自收到本决定书之日起十五日内，到${bankOf(desk)}缴纳罚款，或者通过电子支付系统缴纳。到期不缴纳的，依据《中华人民共和国行政处罚法》第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`,
    ),
  ];
}

function corrected(
  made: { readonly correction?: string | undefined; readonly correctBy?: string | undefined } | undefined,
) {
  if (made?.correction === undefined) return [];
  const by = made.correctBy === undefined ? '立即' : `于${chineseDay(day(made.correctBy))}前`;
  return linesOf(`同时责令${by}改正：${sentence(made.correction)}`).map(paragraph);
}
