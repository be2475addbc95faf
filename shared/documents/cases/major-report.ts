import { caseFileOf } from '../../domain/cases/file.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { officeWord, sentence } from '../../letters/wording.ts';
import { bodiesNamedOn } from '../../vocabulary/bodies.ts';
import { bodyOf, clean, closing, linesOf, numberOr, toFill } from '../escalations/phrases.ts';
import { heading, paragraph, type Block } from '../model.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';

/** 重大行政处罚决定备案报告, one for each decision (BX (十)二, (四)二), to whom the list names, as it is called today. */
export function majorReport(parts: CaseParts): Block[] {
  const { entries, rules } = parts;
  const file = caseFileOf(entries);
  const proposal = bodyOfLast(entries, 'decision-proposal');
  const report = bodyOfLast(entries, 'investigation-report');
  const decided = file.decision && day(file.decision.on);
  const to = rules.majorReport?.deadline?.to;
  const has = (event: 'hearing-held' | 'collective-discussion' | 'decision-legal-review') =>
    bodyOfLast(entries, event) !== undefined;
  const fine = proposal?.fine === undefined ? '' : `罚款${proposal.fine}元。`;
  return [
    { kind: 'number', text: numberOr(undefined), align: 'right' },
    {
      kind: 'addressee',
      text: `${to === undefined ? toFill('备案机关') : bodiesNamedOn(to, file.decision?.on ?? rules.on, parts.bodies)}：`,
    },
    paragraph(
      `${decided === undefined ? toFill('决定日期') : chineseDay(decided)}，我${officeWord(parts.bureau)}作出${numberOr(file.decision?.number)}行政处罚决定，属于重大行政处罚决定，现将有关情况报告如下，请予备案。`,
    ),
    heading('一、当事人和案由'),
    paragraph(`当事人：${clean(partyOf(parts))}。案由：${parts.cause}。`),
    heading('二、违法事实和证据'),
    ...bodyOf(report?.text ?? proposal?.text ?? `${toFill('违法事实')}。`),
    ...linesOf(`证据：${sentence(report?.evidence ?? toFill('证据名称'))}`).map(paragraph),
    heading('三、处罚的种类、数额和依据'),
    ...linesOf(`${sentence(proposal?.penalty ?? toFill('处罚内容'))}${fine}`).map(paragraph),
    paragraph(`依据：${clean(proposal?.legalBasis ?? toFill('法律法规规章依据'))}。`),
    heading('四、办理程序'),
    paragraph(
      [
        file.filedOn === undefined ? undefined : `${chineseDay(day(file.filedOn))}立案`,
        file.notice && `${chineseDay(day(file.notice.on))}送达事先告知书`,
        has('hearing-held') ? '举行了听证' : '当事人没有要求听证',
        has('decision-legal-review') ? '经法制审核' : undefined,
        has('collective-discussion') ? '经集体讨论' : undefined,
      ]
        .filter((one) => one !== undefined)
        .join('，') + '。',
    ),
    {
      kind: 'attachments',
      items: [
        '行政处罚决定书',
        '行政处罚事先告知书',
        '立案审批表',
        '案件调查终结报告',
        ...(has('hearing-held') ? ['听证笔录、听证报告'] : []),
        ...(has('collective-discussion') ? ['集体讨论记录'] : []),
      ],
    },
    closing(parts.bureau, undefined),
  ];
}
