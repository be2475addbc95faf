import { isDeepStrictEqual } from 'node:util';
import { overrideKey, type Bundle, type Versions } from './bundle.ts';

/** One request to the target, with what it changes in words. */
export interface Change {
  /** `settings`, `staff`, `work calendar 2027`, `override …`. */
  readonly what: string;
  readonly lines: readonly string[];
  readonly method: 'PATCH' | 'PUT';
  readonly path: string;
  readonly body: object;
  readonly version: number;
  /** The role that may do it. */
  readonly role: 'bureau-admin' | 'superior';
}

export interface Difference {
  readonly changes: readonly Change[];
  /** What stays different, and why. */
  readonly notes: readonly string[];
}

const show = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

/**
 * The changes that the target needs to decide as the file says. Nothing is removed except what a PUT replaces.
 */
export function differenceOf(
  wanted: Bundle,
  target: Bundle,
  versions: Versions,
  withTrackFrom: boolean,
): Difference {
  const notes: string[] = [];
  const changes = [
    ...yearChanges(wanted, target, versions),
    ...settingsChanges(wanted, target, versions, withTrackFrom, notes),
    ...staffChanges(wanted, target, versions),
    ...overrideChanges(wanted, target, versions),
  ];
  for (const { year } of target.years.filter(({ year }) => !wanted.years.some((one) => one.year === year)))
    notes.push(`work calendar ${year}: entered in the target alone; it stays`);
  for (const one of target.overrides.filter(
    (known) => !wanted.overrides.some((other) => overrideKey(other) === overrideKey(known)),
  ))
    notes.push(`override ${overrideKey(one)}: in the target alone; a superior ends it`);
  return { changes, notes };
}

function yearChanges(wanted: Bundle, target: Bundle, { years }: Versions): Change[] {
  return wanted.years.flatMap((one): Change[] => {
    const { year, ...body } = one;
    const known = target.years.find((other) => other.year === year);
    if (isDeepStrictEqual(known, one)) return [];
    const lines = [
      `${one.holidays.length} days off and ${one.workdays.length} make-up days, from ${one.source}${known === undefined ? '' : ' (another arrangement is entered)'}`,
    ];
    return [
      {
        what: `work calendar ${year}`,
        lines,
        method: 'PUT',
        path: `/v1/work-calendar/${year}`,
        body,
        version: years.get(year) ?? 0,
        role: 'bureau-admin',
      },
    ];
  });
}

type Leaves = Map<string, unknown>;

/** Fields of the settings by path. A list is one value. */
function leavesOf(value: unknown, path: readonly string[] = [], leaves: Leaves = new Map()): Leaves {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) leaves.set(path.join(' '), value);
  else
    for (const [name, entry] of Object.entries(value))
      if (entry !== undefined) leavesOf(entry, [...path, name], leaves);
  return leaves;
}

/** Whether names that are in the target and not in the file can be removed there. */
const erasable = ['figures', 'readings', 'enterpriseYearlyCap'];

function settingsChanges(
  wanted: Bundle,
  target: Bundle,
  { settings: version }: Versions,
  withTrackFrom: boolean,
  notes: string[],
): Change[] {
  const [to, from] = [leavesOf(wanted.settings), leavesOf(target.settings)];
  const lines: string[] = [];
  const body: Record<string, unknown> = {};
  for (const path of new Set([...to.keys(), ...from.keys()])) {
    const [before, after] = [from.get(path), to.get(path)];
    const [top = ''] = path.split(' ');
    if (isDeepStrictEqual(before, after)) continue;
    const line = `${path.replaceAll(' ', '.')}: ${show(before)} → ${show(after)}`;
    if (top === 'trackFrom' && !withTrackFrom) notes.push(`${line}: left alone; --track-from takes it over`);
    else if (after === undefined && !erasable.includes(top))
      notes.push(`${line}: cannot be taken back, set it by hand`);
    else {
      lines.push(line);
      put(body, path.split(' '), after ?? null);
    }
  }
  // Two fields that are accepted only together.
  if (body['quietHours'] !== undefined) body['quietHours'] = wanted.settings.quietHours;
  if (lines.length === 0) return [];
  const path = `/v1/jurisdictions/${encodeURIComponent(target.jurisdiction)}/settings`;
  return [{ what: 'settings', lines, method: 'PATCH', path, body, version, role: 'bureau-admin' }];
}

function put(body: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const inner: Record<string, unknown> = {};
  const known = body[first];
  if (typeof known === 'object' && known !== null) Object.assign(inner, known);
  put(inner, rest, value);
  body[first] = inner;
}

function staffChanges(wanted: Bundle, target: Bundle, { staff: version }: Versions): Change[] {
  const by = (list: Bundle['staff']) => new Map(list.map((member) => [member.sub, member]));
  const [to, from] = [by(wanted.staff), by(target.staff)];
  const lines = [...new Set([...to.keys(), ...from.keys()])].flatMap((sub): string[] => {
    const [before, after] = [from.get(sub), to.get(sub)];
    if (isDeepStrictEqual(before, after)) return [];
    return [before === undefined ? `${sub}: new` : after === undefined ? `${sub}: goes` : `${sub}: changed`];
  });
  if (lines.length === 0) return [];
  const path = `/v1/jurisdictions/${encodeURIComponent(target.jurisdiction)}/staff`;
  return [{ what: 'staff', lines, method: 'PUT', path, body: wanted.staff, version, role: 'bureau-admin' }];
}

function overrideChanges(wanted: Bundle, target: Bundle, { overrides }: Versions): Change[] {
  return wanted.overrides.flatMap((one): Change[] => {
    const { ruleId, ...body } = one;
    const known = target.overrides.find((other) => overrideKey(other) === overrideKey(one));
    if (isDeepStrictEqual(known, one)) return [];
    const path = `/v1/jurisdictions/${encodeURIComponent(target.jurisdiction)}/overrides/${ruleId}`;
    const lines = [`${one.documentNumber}, to ${one.to}: ${show(known?.figures)} → ${show(one.figures)}`];
    return [
      {
        what: `override ${overrideKey(one)}`,
        lines,
        method: 'PUT',
        path,
        body,
        version: overrides.get(overrideKey(one)) ?? 0,
        role: 'superior',
      },
    ];
  });
}
