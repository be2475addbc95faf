import { namedWith } from '../domain/register/party.ts';
import type { Day } from '../domain/time/day.ts';
import { renderSheet } from './sheet.ts';
import type { Block, Fact, Sheet } from './html.ts';
import type { Rendered } from './types.ts';
import { CLAUSE, REPORT_ONLY, askText, dated, officeWord } from './wording.ts';

/** A mail about a document that was issued, corrected or withdrawn, or that waits for somebody. */
export interface EscalationLetter {
  readonly kind: 'issued' | 'withdrawn' | 'corrected' | 'proposed' | 'unserved' | 'unrectified';
  readonly bureau: string;
  /** 责令改正通知书, 通报批评 … */
  readonly document: string;
  /** The party against which the document is directed. */
  readonly owner: string;
  /** The subject of the document, if it is not the party itself: 一号水厂工程 */
  readonly about: string | undefined;
  /** The owner is a person and no unit. */
  readonly isPerson?: boolean;
  /** It only asks: it orders nothing that would have to be put right. */
  readonly asksOnly?: boolean;
  /** A report, recommendation or transfer: it is about the owner, and goes to somebody else. */
  readonly toOthers?: boolean;
  readonly addressee: string;
  /**
   * The addressee: the owner itself, a reader for the owner, somebody informed about it, a body above the
   * bureau, or the bureau.
   */
  readonly role: 'owner' | 'stand-in' | 'informed' | 'above' | 'inside';
  readonly number: string | undefined;
  readonly issuedOn: Day | undefined;
  readonly text: string;
  /** Why it was corrected or withdrawn. */
  readonly reason: string | undefined;
  /** 自送达之日起15日内, or a day. */
  readonly period: string | undefined;
  readonly clause: string;
  /** What it rests on, as it is cited. */
  readonly law: readonly string[];
  readonly ask: readonly { readonly name: string; readonly phone?: string; readonly email?: string }[];
  readonly today: Day;
  readonly late: boolean;
}

const NO_SERVICE = '本邮件仅为告知，不作为法律文书送达；文书以依法送达的为准。';
const INSIDE = '本邮件供内部工作使用，不作为法律文书送达。';

export function renderEscalation(letter: EscalationLetter): Rendered {
  const sheet: Sheet = {
    subject: subjectOf(letter),
    heading: letter.role === 'above' ? '工作情况报告' : headings[letter.kind],
    salutation: letter.role === 'inside' ? '有关负责同志：' : `${letter.addressee}：`,
    blocks: [
      { kind: 'paragraph', text: opening(letter) },
      ...(letter.late
        ? [{ kind: 'paragraph', text: '（本通知因系统停运补发，发出时间晚于原定时间，敬请谅解。）' } as const]
        : []),
      { kind: 'facts', facts: facts(letter) },
      ...bodyOf(letter),
      { kind: 'paragraph', text: closing(letter) },
    ],
    bureau: letter.bureau,
    today: letter.today,
    smallPrint: [letter.role === 'inside' ? INSIDE : letter.role === 'above' ? REPORT_ONLY : NO_SERVICE],
  };
  return renderSheet(sheet);
}

const headings: Readonly<Record<EscalationLetter['kind'], string>> = {
  issued: '文书告知',
  withdrawn: '文书撤回告知',
  corrected: '文书更正告知',
  proposed: '待审批提醒',
  unserved: '文书送达提醒',
  unrectified: '整改期限届满提醒',
};

function subjectOf(letter: EscalationLetter): string {
  const number = letter.number === undefined ? '' : `（${letter.number}）`;
  const about =
    letter.role !== 'owner'
      ? `：${namedWith(letter)}`
      : letter.about === undefined
        ? ''
        : `：关于${letter.about}`;
  const marks: Readonly<Record<EscalationLetter['kind'], string>> = {
    issued: '文书告知',
    withdrawn: '撤回告知',
    corrected: '更正告知',
    proposed: '待审批',
    unserved: '待送达',
    unrectified: '整改期满',
  };
  if (letter.role === 'above') return aboveSubject(letter, number);
  return `【${marks[letter.kind]}】${letter.document}${number}${about}——${letter.bureau}`;
}

/** To a superior or a government the mail is a report; the document may itself be called 报告. */
function aboveSubject(letter: EscalationLetter, number: string): string {
  const { kind, document, bureau, toOthers } = letter;
  const owner = namedWith(letter);
  const changed = kind === 'withdrawn' ? '撤回' : kind === 'corrected' ? '更正' : '';
  const about = toOthers === true ? `${owner}有关事项` : `对${owner}制发的${document}${number}`;
  return `【报告】${changed === '' ? '' : `${changed}：`}${about}——${bureau}`;
}

function opening(letter: EscalationLetter): string {
  const { document } = letter;
  const owner = namedWith(letter);
  if (letter.role === 'above') return aboveOpening(letter);
  const issued = letter.issuedOn === undefined ? '' : `于${dated(letter.issuedOn)}`;
  const you = letter.isPerson === true ? '对你' : '对你单位';
  const about = letter.role === 'owner' ? you : letter.toOthers ? `就${owner}有关事项` : `对${owner}`;
  switch (letter.kind) {
    case 'issued':
      return letter.role === 'stand-in'
        ? `我${officeWord(letter.bureau)}${issued}${about}制发${document}。${letter.owner}未登记联系方式，请予转告。`
        : `我${officeWord(letter.bureau)}${issued}${about}制发${document}，现将内容告知如下。`;
    case 'withdrawn':
      return `我${officeWord(letter.bureau)}${issued}${about}制发的${document}，现予撤回，此前所作告知不再有效。`;
    case 'corrected':
      return `我${officeWord(letter.bureau)}${issued}${about}制发的${document}，现作如下更正，其余内容不变。`;
    case 'proposed':
      return `拟${about}制发的${document}已提请审批，请登录系统审阅全文后作出决定；提请人本人不得审批。`;
    case 'unserved':
      return `${about}制发的${document}尚未登记送达情况。${letter.period === undefined ? '' : '期限自送达之日起算，'}请尽快送达并登记送达日期、方式和签收情况。`;
    case 'unrectified':
      return `${about}制发的${document}所定期限已经届满，未见登记${done(letter)}情况，请核实。`;
  }
}

function aboveOpening(letter: EscalationLetter): string {
  const { kind, document, issuedOn } = letter;
  const owner = namedWith(letter);
  const we = `我${officeWord(letter.bureau)}${issuedOn === undefined ? '' : `于${dated(issuedOn)}`}`;
  const made = letter.toOthers ? `就${owner}有关事项所作的报告` : `对${owner}制发的${document}`;
  if (kind === 'withdrawn') return `${we}${made}，现已撤回，特此报告。`;
  if (kind === 'corrected') return `${we}${made}，现作如下更正，特此报告。`;
  return letter.toOthers
    ? `现将${owner}有关事项报告如下，请予审阅。`
    : `${we}对${owner}制发了${document}，现将有关内容报告如下，请予审阅。`;
}

function facts(letter: EscalationLetter): readonly Fact[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['文书名称', letter.document],
    ['文书编号', letter.number],
    ['涉及对象', letter.role === 'owner' ? letter.about : namedWith(letter)],
    ['制发日期', letter.issuedOn === undefined ? undefined : dated(letter.issuedOn)],
    [
      letter.asksOnly === true ? '办理期限' : '改正期限',
      letter.kind === 'issued' || letter.kind === 'unrectified' ? letter.period : undefined,
    ],
    ['法律依据', letter.law.length === 0 ? undefined : letter.law.join('、')],
    [letter.role === 'above' ? CLAUSE : '本机关内部程序', letter.clause],
    [letter.kind === 'withdrawn' ? '撤回原因' : '更正原因', letter.reason],
  ];
  const ask = letter.ask.length === 0 ? [letter.bureau] : letter.ask.map(askText);
  return [
    ...rows.flatMap(([label, value]) =>
      value === undefined || value.trim() === '' ? [] : [{ label, values: [value] }],
    ),
    ...(letter.role === 'inside' ? [] : [{ label: '联系方式', values: ask }]),
  ];
}

/** The text of the document, paragraph by paragraph. Inside the bureau it is read in the system. */
function bodyOf(letter: EscalationLetter): Block[] {
  if (letter.role === 'inside' || letter.text.trim() === '') return [];
  return letter.text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'paragraph', text: text.trim() }));
}

function closing(letter: EscalationLetter): string {
  const office = `我${officeWord(letter.bureau)}`;
  if (letter.role === 'above')
    return letter.kind === 'issued' ? '特此报告，请予指导。' : `如需了解详情，请与${office}联系。`;
  switch (letter.kind) {
    case 'issued':
      if (letter.role !== 'owner') return `如有疑问，请与${office}联系。`;
      return letter.asksOnly === true
        ? `已经办理或者有困难的，请告知${office}。如有疑问，请与${office}联系。`
        : `已经改正的，请及时向${office}提交有关材料。如有疑问，请与${office}联系。`;
    case 'withdrawn':
    case 'corrected':
      return `由此带来的不便，敬请谅解。如有疑问，请与${office}联系。`;
    case 'proposed':
      return '未经审批，文书不会发出。';
    case 'unserved':
      return '邮件和短信不作为送达。';
    case 'unrectified':
      return `已经${done(letter)}的，请及时在系统中登记；未${done(letter)}的，按规定办理下一步。`;
  }
}

const done = ({ asksOnly }: EscalationLetter): string => (asksOnly === true ? '办理' : '改正');
