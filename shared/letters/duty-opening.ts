import { aboveOpening } from './duty-above.ts';
import type { DutyLetter } from './types.ts';
import {
  dated,
  daysOver,
  dueInSentence,
  duty,
  isExtension,
  isPast,
  officeWord,
  timeLeft,
} from './wording.ts';

/** The first paragraph: what is required, and by when. */
export function dutyOpening(letter: DutyLetter): string {
  if (letter.above) return aboveOpening(letter);
  switch (letter.kind) {
    case 'reminder':
      return reminder(letter);
    case 'overdue':
      return overdue(letter);
    case 'correction':
      return letter.ended ? ended(letter) : correction(letter);
    case 'report-returned':
      return returned(letter);
    case 'bureau-alert':
      return alert(letter);
    case 'report-up':
      return report(letter);
  }
}

/** 请按期办理, or the request to those who stand in for the party. */
function asked(letter: DutyLetter, act: string): string {
  return letter.onBehalf ? `请转告并督促${letter.party}${act}` : `请${act}`;
}

function reminder(letter: DutyLetter): string {
  const due = `${duty(letter)}的办理期限${letter.extended ? '经批准延期至' : '为'}${dueInSentence(letter)}`;
  if (isPast(letter)) return `${due}，${timeLeft(letter)}。${asked(letter, '尽快办理')}。`;
  return `${due}，${timeLeft(letter)}。现予提醒，${asked(letter, '按期办理')}。`;
}

function overdue(letter: DutyLetter): string {
  const over = daysOver(letter);
  const since = over === undefined ? '' : `，${over}`;
  const us = `我${officeWord(letter.bureau)}`;
  // Whoever passes it on owes nothing itself.
  const how = letter.onBehalf ? '尽快' : '立即';
  const [done, act] =
    letter.handTo === undefined
      ? ['办理情况', `${how}办理，并将办理情况告知${us}`]
      : ['报送材料', `${how}补报`];
  return (
    `${duty(letter)}的办理期限${letter.extended ? '经批准延期后' : ''}已于${dueInSentence(letter)}届满${since}。` +
    `截至本通知发出时，${us}尚未收到${done}。${asked(letter, act)}。`
  );
}

function correction(letter: DutyLetter): string {
  const before = letter.toldBefore === undefined ? '' : `此前通知的到期日期为${dated(letter.toldBefore)}，`;
  if (isExtension(letter)) {
    const act = isPast(letter) ? '尽快办理' : '按延期后的日期办理';
    return `关于${duty(letter)}，${before}经批准，现延期至${dueInSentence(letter)}，${timeLeft(letter)}，${asked(letter, act)}。`;
  }
  const left = isPast(letter) ? `按更正后的日期，${timeLeft(letter)}` : timeLeft(letter);
  const act = isPast(letter) ? '尽快办理' : '按更正后的日期办理';
  return `关于${duty(letter)}，${before}现更正为${dueInSentence(letter)}，请以本通知为准。${left}，${asked(letter, act)}。`;
}

function ended(letter: DutyLetter): string {
  const before = letter.toldBefore === undefined ? '' : `（到期日期${dated(letter.toldBefore)}）`;
  const told = letter.onBehalf ? `请转告${letter.party}` : '特此更正';
  return `此前通知办理的${duty(letter)}${before}，经核对现已无需办理，此前的通知不再执行。${told}。`;
}

function returned(letter: DutyLetter): string {
  const act = isPast(letter)
    ? `办理期限已于${dueInSentence(letter)}届满，${asked(letter, '尽快补正并重新报送')}`
    : asked(letter, `按退回原因补正，于${dueInSentence(letter)}前重新报送`);
  return `关于${duty(letter)}，所报材料经审核需要补正，现予退回。${act}。`;
}

function alert(letter: DutyLetter): string {
  const follows = letter.owner === letter.bureau ? '负责办理' : '负责办理或者督促办理';
  const start = `${duty(letter)}由${letter.bureau}${follows}，办理期限`;
  if (isPast(letter)) {
    const act = letter.toLeader ? '已提醒经办人员，请予督促' : '请尽快办理，并登记办理结果';
    return `${start}已于${dueInSentence(letter)}届满，尚未登记办结。${act}。`;
  }
  return `${start}${letter.extended ? '经批准延期至' : '为'}${dueInSentence(letter)}，${timeLeft(letter)}。请按期办理。`;
}

/** For a superior: reports what is not done, without urging anybody. */
function report(letter: DutyLetter): string {
  const over = daysOver(letter);
  return (
    `${duty(letter)}由我${officeWord(letter.bureau)}负责办理，办理期限已于${dueInSentence(letter)}届满` +
    `${over === undefined ? '' : `，${over}`}，目前尚未办结。现将有关情况报告如下。`
  );
}
