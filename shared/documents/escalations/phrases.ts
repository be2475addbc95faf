import { chineseDay, type Day } from '../../domain/time/day.ts';
import type { Party } from '../../domain/register/party.ts';
import { fitText } from '../../domain/text.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import type { DeskParts, DocumentParts, OfficerParts } from '../parts.ts';

/** What a person enters by hand: never generated, always marked. */
const NUMBER = '〔发文字号待编〕';
const DATE = '〔成文日期待定〕';
export const SIGNATURE = '【此处签名】';
export const SEAL = '【印章】';
export const CERTIFICATE = '〔证号待填〕';
export const toFill = (what: string): string => `〔${what}待填〕`;

/** The marks above where they stand in a text, for highlighting and for lists of what is still to be filled in. */
export const placeholder = /〔[^〔〕]{1,24}待[编定填列]〕|【此处签名】|【印章】/gu;

/** Whom a paper names as its party: never the thing that it is about. */
export const addressed = ({ party }: { readonly party: Party | undefined }): string =>
  party?.name ?? toFill('当事人名称');

export function numberOr(number: string | undefined): string {
  return number ?? NUMBER;
}

/** The line of the number; once the paper has left without one, it bears none. */
export const numberLine = (number: string | undefined, hasLeft: boolean): Block[] =>
  number === undefined && hasLeft ? [] : [{ kind: 'number', text: numberOr(number), align: 'right' }];

export function dateOr(day: Day | undefined): string {
  return day === undefined ? DATE : chineseDay(day);
}

/** The lines of a text that people wrote, without what no document can hold: control and direction characters. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((part) => clean(part).trim())
    .filter((part) => part !== '');
}

export const clean = (text: string): string =>
  fitText(text.replace(/\t/gu, ' ')).replace(/[\p{Cc}\u2028\u2029]/gu, '');

/** Paragraphs of a text; lines that are numbered as GB/T 9704 numbers headings become headings. */
export function bodyOf(text: string): Block[] {
  return linesOf(text).map((own) => {
    if (own.length <= 40 && !/[。；：]$/u.test(own)) {
      if (/^[一二三四五六七八九十]{1,3}、/u.test(own)) return heading(own);
      if (/^（[一二三四五六七八九十]{1,3}）/u.test(own)) return { kind: 'heading', level: 2, text: own };
    }
    return paragraph(own);
  });
}

/** 行政复议法第二十条, 行政诉讼法第四十六条; the court is for the bureau to say. */
export const remedies = (what: string, desk: DeskParts): Block => paragraph(remediesText(what, desk));

/** The same as a text, for a cell of a form. */
export function remediesText(what: string, { reconsiderationBody, court }: DeskParts): string {
  return (
    `如不服${what}，可以自收到之日起六十日内向${reconsiderationBody ?? toFill('行政复议机关')}申请行政复议，` +
    `也可以自收到之日起六个月内依法直接向${court ?? toFill('人民法院')}提起行政诉讼。` +
    '复议、诉讼期间本文书不停止执行，法律另有规定的除外。'
  );
}

/** Those who acted, with their certificates (行政处罚法第四十二条、第五十五条); without a check nobody is named. */
export const officerLines = (officers: readonly OfficerParts[]): Block[] =>
  officers.map(({ name, certificate = CERTIFICATE }) =>
    line(`执法人员：${name}${SIGNATURE}　执法证件号：${certificate}`),
  );

/** Where a fine is paid: the bank that collects it, and the account. */
export const bankOf = ({ bank, bankAccount }: DeskParts): string =>
  bank === undefined || bankAccount === undefined
    ? toFill('代收罚款的银行及账号')
    : `${bank}（账号：${bankAccount}）`;

/** Whom to ask about a paper. */
export const contactLines = ({ contact, telephone }: DeskParts): Block =>
  line(`联系人及电话：${contact ?? toFill('联系人')}，${telephone ?? toFill('联系电话')}`);

/** What a paper rests on and, apart from it, the bureau’s own procedure: a list of responsibilities is no law. */
export function standing({ law, clause }: Pick<DocumentParts, 'law' | 'clause'>): Block[] {
  return [
    ...(law.length === 0 ? [] : [paragraph(`依据：${law.join('、')}。`)]),
    paragraph(`本机关内部程序：${cited(clause)}。`),
  ];
}

export function closing(issuer: string, issuedOn: Day | undefined): Block {
  return { kind: 'closing', issuer, date: dateOr(issuedOn), seal: SEAL };
}

/** 《某制度》三(一)五(一); a document that has a number alone keeps its own form. */
function cited(clause: string): string {
  const space = clause.indexOf(' ');
  const [title, section] =
    space < 0 ? [clause, ''] : [clause.slice(0, space), clause.slice(space + 1).trim()];
  return /[《〔]/u.test(title) ? `${title}${section}` : `《${title}》${section}`;
}

/** A text of a measure with its places filled in: `{owner}`. */
export const filled = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/gu, (place, name: string) => places[name] ?? place);
