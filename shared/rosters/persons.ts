import { emailField } from '../fields.ts';
import { isTelephone, mobileOf, placedNumbers } from '../domain/address.ts';
import { clean, plainCode } from '../domain/code.ts';
import { raise, type Raised } from '../problems/raise.ts';
import { shortened } from './cells.ts';
import type { Column, ContactField } from './columns.ts';
import type { Draft } from '../records/roster-row.ts';

/** A cell of a contact as it was written, with its line breaks. */
export interface PersonCell {
  readonly text: string;
  readonly column: Column;
}

/** The cells of one place in the list of contacts: 联系人2 is the second place, with index 1. */
export type Place = ReadonlyMap<ContactField, PersonCell>;

type Contact = Draft['contacts'][number];
export interface Wrong {
  readonly column: Column;
  readonly problem: Raised;
}

/**
 * The people of a row. Several in one cell become one each if everything can be assigned; otherwise the row is
 * an error.
 */
export function personsOf(places: ReadonlyMap<number, Place>): {
  readonly contacts: readonly Contact[];
  readonly wrong: readonly Wrong[];
} {
  const contacts: Contact[] = [];
  const wrong: Wrong[] = [];
  for (const [index, place] of [...places].sort(([a], [b]) => a - b)) {
    const people = peopleOf(place);
    const behind = [...places.keys()].some((other) => other > index);
    const result =
      people.length > 1 ? several(index, place, people, behind) : single(index, place, people[0]);
    contacts.push(...result.contacts);
    wrong.push(...result.wrong);
  }
  return { contacts, wrong };
}

type Result = ReturnType<typeof personsOf>;
interface Named {
  readonly name: string;
  /** Written after the name: 王小明13800000000. */
  readonly number: string | undefined;
}

const parts = (text: string): string[] =>
  text
    .split(/[、，,;；|/／\n\r]/u)
    .map(clean)
    .filter((part) => part !== '');

/** Surnames of two characters: a space after one does not separate two people. */
const surnames =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|长孙|宇文|轩辕|端木|百里|南宫|东郭|西门)$/u;
/** A Chinese name, optionally with a remark in brackets: 王建国（主任）, 买买提·艾力. */
const isName = /^\p{Script=Han}[\p{Script=Han}·• ]{1,20}(?:[(（].*[)）])?$/u;
const twoNames = /^\p{Script=Han}{2,4}(?: \p{Script=Han}{2,4})+$/u;

function peopleOf(place: Place): Named[] {
  const cell = place.get('name');
  if (!cell) return [];
  const people = parts(cell.text)
    .flatMap((part) => {
      const words = part.split(' ');
      return twoNames.test(part) && !surnames.test(words[0] ?? '') ? words : [part];
    })
    .map(namedOf);
  // Any other text with a comma in it is one name, unchanged.
  return people.every(({ name }) => isName.test(name)) ? people : [namedOf(clean(cell.text))];
}

/** A name with a number after it, in brackets or not. */
function namedOf(text: string): Named {
  const found = /^(\p{Script=Han}[\p{Script=Han}·• ]{1,20}?)[\s:(（：]*(\+?\d[\d\s-]{5,}\d)[)）]?$/u.exec(
    text,
  );
  if (!found) return { name: text, number: undefined };
  return { name: clean(found[1] ?? ''), number: found[2] };
}

/** The numbers of a cell. A space separates two if each is long enough to be a number. */
function numbersOf(cell: PersonCell | undefined): string[] {
  return parts(cell?.text ?? '').flatMap((part) => {
    if (mobileOf(part) !== undefined) return [part];
    const words = part.split(' ');
    return words.length > 1 && words.every((word) => word.replace(/\D/gu, '').length >= 7) ? words : [part];
  });
}

function single(index: number, place: Place, person: Named | undefined): Result {
  const { name, number } = person ?? {};
  const email = place.get('email');
  const wrong: Wrong[] = [];
  if (email && !emailField.safeParse(email.text).success)
    wrong.push({
      column: email.column,
      problem: raise('import.email', { text: shortened(clean(email.text)), column: `邮箱${index + 2}` }),
    });
  const numbers = (['mobile', 'telephone'] as const).map((field) => {
    const cell = place.get(field);
    const found = numbersOf(cell);
    const mobiles = new Set(found.flatMap((text) => mobileOf(text) ?? []));
    if (cell && (mobiles.size > 1 || !found.every(isTelephone)))
      wrong.push({
        column: cell.column,
        problem: raise('import.telephone', {
          text: shortened(clean(cell.text)),
          column: `手机${index + 2}`,
        }),
      });
    return found;
  });
  if (wrong.length > 0) return { contacts: [], wrong };
  const [mobiles = [], telephones = []] = numbers;
  return {
    contacts: [
      contactOf(index, {
        name,
        email: email && plainCode(email.text),
        numbers: [...mobiles, ...(number === undefined ? [] : [number]), ...telephones],
        role: roleOf(place),
      }),
    ],
    wrong,
  };
}

const roleOf = (place: Place): string | undefined => {
  const cell = place.get('role');
  return cell && clean(cell.text);
};

interface Told {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly numbers: readonly string[];
  readonly role: string | undefined;
}

function contactOf(index: number, { name, email, numbers, role }: Told): Contact {
  const mobile = numbers.find((text) => mobileOf(text) !== undefined);
  const others = numbers.filter((text) => mobile === undefined || mobileOf(text) !== mobileOf(mobile));
  const placed = placedNumbers({ mobile, telephone: [...new Set(others.map(plainCode))].join('、') });
  return {
    index,
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...placed,
    ...(role === undefined ? {} : { role }),
  };
}

/** As many addresses as people are assigned one each, in order. A landline or an office may be shared. */
function several(index: number, place: Place, people: readonly Named[], behind: boolean): Result {
  const names = place.get('name');
  if (!names) return { contacts: [], wrong: [] };
  const said = { text: shortened(clean(names.text)), people: people.length, next: index + 2 };
  const wrong: Wrong[] = [];
  if (behind) wrong.push({ column: names.column, problem: raise('import.people-and-column', said) });
  const shares = (field: ContactField): readonly (string | undefined)[] => {
    const cell = place.get(field);
    if (!cell) return [];
    const found = field === 'mobile' || field === 'telephone' ? numbersOf(cell) : parts(cell.text);
    if (found.length === people.length) return found;
    const [only, ...more] = found;
    const common = field === 'role' || (field === 'telephone' && mobileOf(only ?? '') === undefined);
    if (only !== undefined && more.length === 0 && common) return people.map(() => only);
    wrong.push({
      column: cell.column,
      problem: raise('import.people-uneven', { ...said, other: shortened(clean(cell.text)) }),
    });
    return [];
  };
  const [emails, mobiles, telephones, roles] = [
    shares('email'),
    shares('mobile'),
    shares('telephone'),
    shares('role'),
  ];
  if (wrong.length > 0) return { contacts: [], wrong };
  const alone = people.map(({ name, number }, at): Result => {
    const texts = {
      email: emails[at],
      mobile: mobiles[at] ?? number,
      telephone: telephones[at],
      role: roles[at],
    };
    const own = new Map<ContactField, PersonCell>();
    for (const field of ['email', 'mobile', 'telephone', 'role'] as const) {
      const text = texts[field];
      if (text !== undefined) own.set(field, { text, column: place.get(field)?.column ?? names.column });
    }
    return single(index + at, own, { name, number: undefined });
  });
  return {
    contacts: alone.flatMap((result) => result.contacts),
    wrong: alone.flatMap((result) => result.wrong),
  };
}
