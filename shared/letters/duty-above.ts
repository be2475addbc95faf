import type { DutyLetter } from './types.ts';
import { dated, dueInSentence, duty, isPast, officeWord, withPeriod } from './wording.ts';

/**
 * The words of a letter to a government about a duty of its own. A government is reported to and asked: nothing
 * hurries it, and nothing is announced to it.
 */
export const aboveHeadings: Readonly<Partial<Record<DutyLetter['kind'], string>>> = {
  reminder: '工作商请',
  overdue: '工作情况报告',
  correction: '更正报告',
  'report-returned': '工作商请',
};

export function aboveSubject(letter: DutyLetter): string {
  const title = withPeriod(letter.ruleTitle, letter.period);
  switch (letter.kind) {
    case 'correction':
      return letter.ended ? `【报告】${title}不再需要办理` : `【报告】${title}的时间要求有更正`;
    case 'report-returned':
      return `【商请】补充${title}的材料`;
    default:
      return isPast(letter) ? `【报告】${title}的有关情况` : `【商请】${title}`;
  }
}

export function aboveOpening(letter: DutyLetter): string {
  const we = `我${officeWord(letter.bureau)}`;
  const about = `${duty(letter)}的时间要求为${dueInSentence(letter)}`;
  switch (letter.kind) {
    case 'correction':
      return correction(letter);
    case 'report-returned':
      return `关于${duty(letter)}，所送材料尚有需要补充之处，具体如下，恳请补充后再送${we}。`;
    default:
      return isPast(letter)
        ? `${about}，截至目前${we}尚未登记到办理情况。现将有关情况报告如下，恳请酌情安排；已经办理的，恳请告知，以便登记。`
        : `${about}，截至目前${we}尚未登记到办理情况。现报告如下，恳请统筹安排；需要${we}配合的，${we}将做好准备。`;
  }
}

function correction(letter: DutyLetter): string {
  const before = letter.toldBefore === undefined ? '' : `此前报告的时间为${dated(letter.toldBefore)}，`;
  return letter.ended
    ? `此前报告的${duty(letter)}，经核对不再需要办理，特此更正。`
    : `关于${duty(letter)}，${before}现更正为${dueInSentence(letter)}，特此更正。`;
}
