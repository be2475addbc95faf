import { facts as factTable } from '../../../../shared/vocabulary/kinds.ts';
import type { ImportDone } from '../../api/contract.ts';
import { wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';

/** The answer of an import in the words of the console. */

type Change = ImportDone['changes'][number];
type Field = Change['fields'][number];
type Outlook = NonNullable<Change['outlook']>;

const partsOf = (list: string): string[] => (list === '' ? [] : list.split('、'));

/** One field of a change: the new value, the old and the new, or for traits those added and removed. */
export function changeText(words: Words, act: Change['act'], { path, before, after }: Field): string {
  const { imports } = words;
  const name = fieldLabel(words, path);
  if (path === 'traits') {
    const [old, next] = [partsOf(before), partsOf(after)];
    const said = (traits: readonly string[]): string =>
      traits.map((trait) => wordFor(words.facts.traits, trait)).join('、');
    const added = next.filter((trait) => !old.includes(trait));
    const gone = old.filter((trait) => !next.includes(trait));
    if (act === 'create') return imports.field(name, said(next));
    return [
      added.length > 0 ? imports.added(name, said(added)) : '',
      gone.length > 0 ? imports.removed(name, said(gone)) : '',
    ]
      .filter((text) => text !== '')
      .join('；');
  }
  if (act === 'create') return imports.field(name, valueText(words, path, after));
  return imports.fieldChange(name, valueText(words, path, before), valueText(words, path, after));
}

function valueText(words: Words, path: string, text: string): string {
  if (text === '') return words.imports.empty;
  const fact = /^facts\.(\w+)$/.exec(path)?.[1];
  if (fact === undefined) return text;
  if (text === 'true') return words.common.yes;
  if (text === 'false') return words.common.no;
  return Object.hasOwn(factTable[fact]?.options ?? {}, text) ? wordFor(words.facts.values, text) : text;
}

/** The name of a field of an import: `contacts.1.mobile` is 联系人2手机号码. */
export function fieldLabel(words: Words, path: string): string {
  const { fields } = words.facts;
  const contact = /^contacts\.(\d+)\.(\w+)$/.exec(path);
  if (contact) {
    const [, place = '0', part = ''] = contact;
    return words.imports.contact(Number(place) + 1, part === 'name' ? '' : wordFor(fields, part));
  }
  const year = /^facts\.classHours\.(\d{4})$/.exec(path)?.[1];
  if (year !== undefined) return words.imports.classHours(year);
  return wordFor(fields, path.replace(/^facts\./, ''));
}

/** What a subject will owe, or why it owes nothing. */
export function outlookText(words: Words, outlook: Outlook): string {
  const { outlook: text } = words.imports;
  const { duties, past, traits, facts } = outlook;
  if (duties + past > 0)
    return [text.duties(duties), past > 0 ? text.past(past) : ''].filter((part) => part !== '').join('；');
  const reasons = [
    traits.length === 0
      ? ''
      : text.traits(
          traits
            .map(({ trait, duties: count }) => text.trait(wordFor(words.facts.traits, trait), count))
            .join('、'),
        ),
    facts.length === 0 ? '' : text.facts(facts.map((fact) => wordFor(words.facts.fields, fact)).join('、')),
  ].filter((part) => part !== '');
  return [text.none, ...(reasons.length === 0 ? [text.never] : reasons)].join('；');
}

const PLACES = 3;

/** What a column can be read as. */
export function fieldChoices(words: Words) {
  const one = (value: string) => ({ value, label: fieldLabel(words, value) });
  const contacts = Array.from({ length: PLACES }).flatMap((_, at) =>
    ['name', 'mobile', 'telephone', 'email', 'role'].map((part) => one(`contacts.${at}.${part}`)),
  );
  const facts = Object.entries(factTable).flatMap(([name, { type }]) =>
    type === 'number-by-year' ? [] : [name],
  );
  return [
    { value: '', label: words.imports.leaveOut },
    { label: words.imports.groups.subject, options: ['name', 'code', 'kind', 'parentId', 'traits'].map(one) },
    { label: words.facts.fields.contacts, options: contacts },
    { label: words.facts.fields.facts, options: facts.map((fact) => one(`facts.${fact}`)) },
  ];
}
