import { aboveHeadings } from './duty-above.ts';
import { dutyOpening } from './duty-opening.ts';
import { dutySubject } from './duty-subject.ts';
import { renderSheet } from './sheet.ts';
import type { Block, Fact } from './html.ts';
import type { DutyLetter, Rendered } from './types.ts';
import {
  CLAUSE,
  REMINDER_ONLY,
  REPORT_ONLY,
  askText,
  basisText,
  dated,
  dueText,
  inForce,
  isExtension,
  isPast,
  officeWord,
  safeDay,
  sentence,
  timeLeft,
  withPeriod,
} from './wording.ts';

const headings: Readonly<Record<DutyLetter['kind'], string>> = {
  reminder: '工作提醒',
  overdue: '逾期事项通知',
  correction: '更正通知',
  'report-returned': '材料退回通知',
  'bureau-alert': '内部工作提醒',
  'report-up': '未按期办结事项报告',
};

/** A letter about one duty. */
export function renderDuty(letter: DutyLetter): Rendered {
  const late = letter.late ? ['（本通知因系统停运补发，发出时间晚于原定时间，敬请谅解。）'] : [];
  const paragraphs = [dutyOpening(letter), ...late];
  return renderSheet({
    subject: dutySubject(letter),
    heading: headingOf(letter),
    salutation: salutation(letter),
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'facts', facts: letter.ended ? endedFacts(letter) : facts(letter) },
      ...answering(letter),
      { kind: 'paragraph', text: closing(letter) },
    ],
    bureau: letter.bureau,
    today: letter.today,
    smallPrint: [letter.above || letter.kind === 'report-up' ? REPORT_ONLY : REMINDER_ONLY],
  });
}

/** The link, for whoever is asked for something. */
function answering({ answerAt, inside, above, kind, ended }: DutyLetter): readonly Block[] {
  if (answerAt === undefined || inside || above || ended || kind === 'report-up') return [];
  return [
    {
      kind: 'link',
      text: '打开下列链接，无需登录即可查看事项、报送办理情况、申请延期、更正联系人。链接仅供本单位使用，请勿转发：',
      href: answerAt,
    },
  ];
}

function headingOf(letter: DutyLetter): string {
  if (isExtension(letter) && !letter.above) return '延期通知';
  return (letter.above ? aboveHeadings[letter.kind] : undefined) ?? headings[letter.kind];
}

function salutation(letter: DutyLetter): string {
  if (letter.inside) return '有关负责同志：';
  return `${letter.addressee}：`;
}

/** Where the blank is: only whoever hands it in is told. */
function blankForms({ kind, inside, onBehalf, forms = [] }: DutyLetter): string | undefined {
  if (inside || onBehalf || forms.length === 0 || kind === 'report-up' || kind === 'correction')
    return undefined;
  return `${forms.map((form) => `《${form}》`).join('、')}已填入登记的内容，登录系统后可在本事项页面下载`;
}

/** Rows without a value are left out. */
function rows(entries: readonly (readonly [label: string, value: string | undefined])[]): readonly Fact[] {
  return entries.flatMap(([label, value]) =>
    value === undefined || value.trim() === '' ? [] : [{ label, values: [value] }],
  );
}

function facts(letter: DutyLetter): readonly Fact[] {
  if (letter.above) return aboveFacts(letter);
  const basis = letter.inside ? letter.basis.map(basisText) : inForce(letter.basis);
  return [
    ...rows([
      ['办理事项', withPeriod(letter.what, letter.period)],
      ...concerned(letter),
      // Whoever is reported to is the 上级 of the source itself.
      [
        '接收单位',
        letter.kind === 'report-up' && letter.handTo?.startsWith('上级') ? undefined : letter.handTo,
      ],
      ['空白表格', blankForms(letter)],
      ['退回原因', letter.kind === 'report-returned' ? letter.reason : undefined],
      ['原定日期', letter.toldBefore === undefined ? undefined : dated(letter.toldBefore)],
    ]),
    { label: '办理期限', values: [dueRow(letter)], strong: true },
    ...rows([
      [letter.dueAt === undefined ? '剩余时间' : '期限计算', isPast(letter) ? undefined : timeLeft(letter)],
      ['稳妥办理', safeDay(letter)],
      ['暂定说明', letter.provisional ? '国务院办公厅公布放假安排后，日期如有变动，另行通知更正' : undefined],
      [CLAUSE, letter.clause],
    ]),
    ...(basis.length === 0 ? [] : [{ label: letter.inside ? '所列依据' : '法律依据', values: basis }]),
    ...rows([
      [isPast(letter) ? '后续办理' : '逾期处理', letter.kind === 'report-up' ? undefined : letter.next],
    ]),
    askRow(letter),
  ];
}

/** What is to be done and when; not what follows if it is not done. */
function aboveFacts(letter: DutyLetter): readonly Fact[] {
  const basis = inForce(letter.basis);
  return [
    ...rows([
      ['工作事项', withPeriod(letter.what, letter.period)],
      ['需要补充', letter.kind === 'report-returned' ? letter.reason : undefined],
    ]),
    { label: '时间要求', values: [dueRow(letter)], strong: true },
    ...rows([[CLAUSE, letter.clause]]),
    ...(basis.length === 0 ? [] : [{ label: '法律依据', values: basis }]),
    askRow(letter),
  ];
}

function endedFacts(letter: DutyLetter): readonly Fact[] {
  return [
    ...rows([
      ['原定事项', withPeriod(letter.what, letter.period)],
      ...concerned(letter),
      ['原定日期', letter.toldBefore === undefined ? undefined : dated(letter.toldBefore)],
      [CLAUSE, letter.clause],
    ]),
    askRow(letter),
  ];
}

/**
 * The salutation already names the party, except to those who stand in for it. The subject of the duty is named
 * separately.
 */
function concerned(letter: DutyLetter): (readonly [string, string | undefined])[] {
  if (isOwn(letter)) return [['涉及对象', letter.owner === letter.bureau ? undefined : letter.owner]];
  return [
    ['责任主体', letter.onBehalf ? letter.party : undefined],
    ['涉及对象', letter.about],
  ];
}

/** A duty of the bureau itself, in a letter inside the bureau or to its superior. */
const isOwn = ({ kind, inside }: DutyLetter): boolean => inside || kind === 'report-up';

function dueRow(letter: DutyLetter): string {
  const included = letter.dueAt === undefined ? '（含当日）' : '';
  const provisional = letter.provisional ? '（放假安排未公布，暂定）' : '';
  const due = letter.extended ? `经批准延期至${dueText(letter)}` : `${dueText(letter)}前`;
  return `${due}${included}${provisional}`;
}

function askRow(letter: DutyLetter): Fact {
  return { label: '联系方式', values: letter.ask.length === 0 ? [letter.bureau] : letter.ask.map(askText) };
}

function closing(letter: DutyLetter): string {
  const office = `我${officeWord(letter.bureau)}`;
  if (letter.above) return '特此报告，恳请支持。';
  if (letter.kind === 'report-up') return '特此报告，请予指导。办结后，将及时报告办理结果。';
  if (letter.inside)
    return letter.toLeader ? '办理进展和责任人员可在系统中查看。' : '已办结的，请及时在系统中登记。';
  if (letter.kind === 'correction') return sentence(`如有疑问，请与${office}联系`);
  if (letter.kind === 'report-returned') return sentence(`对退回原因有疑问的，请与${office}联系`);
  return sentence(`已经办理的，不必重复办理；与实际情况不符的，请与${office}联系核对`);
}
