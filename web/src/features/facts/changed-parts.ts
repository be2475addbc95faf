import { kinds } from '../../../../shared/vocabulary/kinds.ts';
import type { Escalation, Subject, WorkCalendar } from '../../api/contract.ts';
import { toInput } from './fields.ts';
import { dayText } from '../../i18n/format.ts';
import { wordFor, type Speech } from '../../i18n/words.ts';
import type { Part } from '../../components/compare.ts';

/** What a person can read of a record, part by part: shown when it changes under an open form. */

export type Said = Pick<Speech, 'words' | 'language'>;

const lines = (texts: readonly (string | undefined)[], between = '；'): string =>
  texts.filter((text) => text !== undefined && text !== '').join(between);

export function escalationParts({ words, language }: Said, one: Escalation): readonly Part[] {
  const { escalations: text, terms } = words;
  const { legalReview, issue, service, approval, form, earlierOnPaper: earlier } = one;
  const day = (on: string | undefined): string => (on === undefined ? '' : dayText(on, language));
  return [
    { label: words.duty.status, text: wordFor(terms.escalationStatus, one.status) },
    { label: text.showText, text: one.text },
    { label: text.rectifyBy, text: day(one.rectifyBy) },
    { label: text.refusal, text: one.refusal?.text ?? '' },
    { label: text.unsentNoticeReason, text: one.unsentNoticeReason ?? '' },
    {
      label: text.earlierOnPaper,
      text: lines(
        [earlier?.name, earlier?.number, day(earlier?.on), day(earlier?.servedOn), day(earlier?.until)],
        ' ',
      ),
    },
    { label: text.legalBasis, text: one.legalBasis ?? '' },
    { label: text.form, text: form === undefined ? '' : text.forms[form] },
    { label: text.legalReview, text: legalReview ? `${legalReview.by}：${legalReview.opinion}` : '' },
    {
      label: text.circulation,
      text: lines((one.circulation ?? []).map(({ name, email }) => `${name} ${email}`)),
    },
    {
      label: text.investigation,
      text: lines([day(one.investigation?.on), one.investigation?.text], ' '),
    },
    { label: text.transfer, text: one.transfer === undefined ? '' : text.transfers[one.transfer] },
    {
      label: text.supervision,
      text: one.supervision === undefined ? '' : text.supervisions[one.supervision],
    },
    { label: text.decisionReason, text: approval.reason ?? '' },
    {
      label: text.recipients,
      text: lines((one.recipients ?? []).map(({ name, to }) => `${name} ${to}`)),
    },
    { label: text.number, text: issue ? lines([issue.number, day(issue.on)], ' ') : '' },
    { label: text.serveOn, text: service ? lines([day(service.on), text.methods[service.method]], ' ') : '' },
    { label: text.comply, text: one.complied ? lines([day(one.complied.on), one.complied.note]) : '' },
    {
      label: text.correct,
      text: lines(one.corrections.map(({ reason, text: said }) => lines([reason, said]))),
    },
  ];
}

/** 建设单位：沅江路桥公司，国有企业 */
export function partyText(
  { terms, common }: Said['words'],
  nameOf: (subjectId: string) => string,
  { relation, subjectId, nature, ...told }: NonNullable<Subject['parties']>[number],
): string {
  const { name, code, address, representative, telephone } = told;
  const kind = nature === undefined ? undefined : terms.natures[nature];
  const text =
    subjectId === undefined
      ? lines([name, kind, code, address, representative, telephone], '，')
      : nameOf(subjectId);
  return `${common.labelled(terms.relations[relation])}${text}`;
}

export function subjectParts(
  { words }: Said,
  nameOf: (subjectId: string) => string,
  one: Subject,
): readonly Part[] {
  const { fields, traits, values } = words.facts;
  return [
    { label: fields.name, text: one.name },
    { label: fields.parentId, text: one.parentId === undefined ? '' : nameOf(one.parentId) },
    { label: fields.nature, text: one.nature === undefined ? '' : words.terms.natures[one.nature] },
    {
      label: fields.parties,
      text: (one.parties ?? []).map((party) => partyText(words, nameOf, party)).join('\n'),
    },
    {
      label: fields.traits,
      text: lines(
        one.traits.map((trait) => wordFor(traits, trait)),
        '、',
      ),
    },
    ...Object.entries(kinds[one.kind].facts).map(([name, { type }]) => ({
      label: wordFor(fields, name),
      text: wordFor(values, toInput(type, one.facts[name])),
    })),
    {
      label: fields.contacts,
      // Every field of a contact, in order.
      text: one.contacts.map((contact) => lines(Object.values(contact), ' ')).join('\n'),
    },
    { label: words.subjects.retired, text: one.retiredOn ?? '' },
  ];
}

export function yearParts({ words }: Said, one: WorkCalendar): readonly Part[] {
  const { calendar } = words;
  return [
    { label: calendar.kindHoliday, text: one.holidays.join('\n') },
    { label: calendar.kindWorkday, text: one.workdays.join('\n') },
    { label: calendar.source, text: one.source },
  ];
}
