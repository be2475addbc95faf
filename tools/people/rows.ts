import { personBody, type PersonBody } from '../../shared/contract/people.ts';
import { rolesAt } from '../../shared/domain/people/place.ts';
import { csvRows } from '../../shared/files/csv-read.ts';
import { paceUntil } from '../../shared/files/pace.ts';
import { isZip } from '../../shared/files/unzip.ts';
import { xlsxRows } from '../../shared/files/xlsx-read.ts';
import { cellText } from '../../shared/rosters/cells.ts';
import { jurisdictionOf } from '../../shared/rules/catalogue.ts';
import { officeWords, roleWords } from '../../shared/vocabulary/value-words.ts';
import { ToldError } from '../../local/told-error.ts';

/** A person of the file; `wrong` says what keeps them from being entered. */
export interface Row {
  readonly row: number;
  readonly jurisdiction: string;
  readonly person?: PersonBody;
  readonly wrong: readonly string[];
}

const columns = {
  jurisdiction: ['jurisdiction', '辖区'],
  name: ['name', '姓名'],
  email: ['email', '邮箱', '电子邮箱'],
  mobile: ['mobile', '手机', '手机号码'],
  role: ['role', '角色'],
  office: ['office', '科室'],
} as const;
type Column = keyof typeof columns;
const names = ['jurisdiction', 'name', 'email', 'mobile', 'role', 'office'] as const;

/** Roles and offices as the console calls them. */
const words: ReadonlyMap<string, string> = new Map(
  [...Object.entries(roleWords), ...Object.entries(officeWords)].map(([name, word]) => [word, name]),
);

/** The people of a CSV or XLSX file, each judged. Throws ToldError where the file has not the columns. */
export async function readRows(bytes: Uint8Array): Promise<readonly Row[]> {
  const lines: { readonly row: number; readonly cells: readonly string[] }[] = [];
  const pace = paceUntil(undefined);
  for await (const { row, cells } of isZip(bytes) ? xlsxRows(bytes, pace) : csvRows(bytes, pace))
    lines.push({ row, cells: cells.map((cell) => (cell ? cellText(cell).trim() : '')) });
  const [head, ...rest] = lines;
  const at = (name: Column): number =>
    head?.cells.findIndex((cell) => columns[name].some((one) => one === cell.toLowerCase())) ?? -1;
  const missing = (['jurisdiction', 'name', 'email', 'role'] as const).filter((name) => at(name) < 0);
  if (missing.length > 0)
    throw new ToldError(
      `The first row lacks ${missing.map((name) => columns[name].join(' or ')).join(', ')}.`,
    );
  const seen = new Map<string, number>();
  return rest.map(({ row, cells }) => {
    const texts = names.map((name) => [name, cells[at(name)] ?? ''] as const);
    const given = texts.flatMap(([name, text]) =>
      text === '' ? [] : [[name, (name === 'name' ? undefined : words.get(text)) ?? text] as const],
    );
    const { jurisdiction = '', ...body } = Object.fromEntries(given);
    const judged = judge(jurisdiction, body);
    const email = judged.person?.email?.toLowerCase() ?? '';
    const twin = seen.get(email);
    if (email !== '') seen.set(email, twin ?? row);
    const wrong = twin === undefined ? judged.wrong : [...judged.wrong, `email: the same as in row ${twin}`];
    return { row, jurisdiction, ...judged, wrong };
  });
}

function judge(jurisdiction: string, body: object): Pick<Row, 'person' | 'wrong'> {
  const known = jurisdictionOf(jurisdiction) !== undefined;
  const place = known ? [] : [`jurisdiction: there is no ${jurisdiction || 'jurisdiction'}`];
  const read = personBody.safeParse(body);
  if (!read.success)
    return {
      wrong: [...place, ...read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)],
    };
  const roles = rolesAt({ jurisdiction });
  const { role, email } = read.data;
  const wrong = [
    ...place,
    ...(known && !roles.some((one) => one === role) ? [`role: ${jurisdiction} has ${roles.join(', ')}`] : []),
    ...(email === undefined ? ['email: people sign in with it'] : []),
  ];
  return { person: read.data, wrong };
}
