import { chineseDay } from '../../domain/time/day.ts';
import { officeWord } from '../../letters/wording.ts';
import { measures } from '../../vocabulary/measures.ts';
import { serviceMethodWords } from '../../vocabulary/value-words.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import { heard } from './penalties.ts';
import { addressed, bodyOf, closing, contactLines, linesOf, numberLine, toFill } from './phrases.ts';

export const REVOCATION_NOTICE = '拟撤销行政许可告知书';

/** How a draft begins what it decides or recommends: none of that is told before it is decided. */
const demands = [measures.revocation, measures.revocation.withPower].flatMap((form) =>
  (form?.demand ?? []).map((words) => words.slice(0, words.indexOf('{'))),
);

/** Facts and reasons of a draft, without what it decides. */
export const factsTold = (text: string): string =>
  linesOf(text)
    .filter((own) => !demands.some((demand) => own.startsWith(demand)))
    .join('\n');

/** Told before the decision: facts, grounds, basis and the right to be heard (行政许可法第七条). */
export function revocationNoticeBlocks(parts: DocumentParts): Block[] {
  const { priorNotice: notice, bureau, desk } = parts;
  const office = `我${officeWord(bureau)}`;
  const basis = notice?.basis ?? parts.legalBasis ?? toFill('撤销行政许可的法律依据');
  const what = parts.about === undefined ? '你单位的行政许可' : `准予${parts.about}的行政许可`;
  return [
    ...numberLine(notice?.number, notice !== undefined),
    { kind: 'addressee', text: `${addressed(parts)}：` },
    paragraph(`${office}拟撤销${what}，现将有关事项告知如下：`),
    heading('一、拟撤销的事实和理由'),
    ...bodyOf(notice?.text ?? factsTold(parts.text)),
    heading('二、拟撤销的依据'),
    paragraph(`${basis}。`),
    heading('三、依法享有的权利'),
    paragraph(
      `根据《中华人民共和国行政许可法》第七条的规定，对上述内容有异议的，可以自收到本告知书之日起${parts.defenceWorkingDays}个工作日内` +
        `向${office}提出陈述、申辩，并提交有关证据。${office}将听取意见，对提出的事实、理由和证据进行复核。逾期未提出的，视为放弃上述权利。`,
    ),
    line(`联系地址：${desk.address ?? toFill('联系地址')}`),
    contactLines(desk),
    closing(bureau, notice?.servedOn),
  ];
}

/** What the decision says of it. */
export function hearingBlocks({ bureau, priorNotice, statement }: DocumentParts): Block[] {
  const told =
    priorNotice === undefined
      ? `事先告知情况：${toFill('事先告知日期和方式')}。`
      : `${chineseDay(priorNotice.servedOn)}，我${officeWord(bureau)}以${serviceMethodWords[priorNotice.method]}方式送达${REVOCATION_NOTICE}，` +
        '告知拟撤销行政许可的事实、理由、依据，以及依法享有的陈述、申辩权利。';
  return [told, ...linesOf(heard(statement, '被许可人'))].map(paragraph);
}
