import type { Body, Visit } from '../../api/contract.ts';
import { linesFrom, officerLines, officersFrom } from '../../features/checks/officer-lines.ts';

/** The form of a planned check, and the body sent for it. */

type PlanBody = Body<'POST /v1/jurisdictions/{j}/visits'>;
type PlanPatch = Body<'PATCH /v1/jurisdictions/{j}/visits/{id}'>;
type Joined = NonNullable<PlanBody['joined']>[number];

interface JoinedFields {
  readonly body?: string;
  readonly as?: Joined['as'];
  readonly part?: string;
  /** One officer a line. */
  readonly officers?: string;
}

export interface VisitFields {
  readonly regime?: string | undefined;
  readonly ruleIds: readonly string[];
  readonly on?: string | undefined;
  readonly until?: string | undefined;
  readonly mode: PlanBody['mode'];
  readonly cause: NonNullable<PlanBody['cause']>;
  readonly targets: readonly string[];
  readonly officers: readonly { readonly name?: string; readonly certificate?: string }[];
  readonly drawId?: string | undefined;
  readonly place?: string | undefined;
  /** One a line. */
  readonly items?: string | undefined;
  readonly materials?: string | undefined;
  readonly joined: readonly JoinedFields[];
}

/** A check that is planned for the first time: nobody else can change it. */
export const nothing = { version: 0 } as const;
export type Entered = Visit | typeof nothing;

export function fieldsOf(visit: Visit): VisitFields {
  const { regime, ruleIds = [], on, until, mode, cause, targets, officers, drawId, place } = visit;
  return {
    regime,
    ruleIds,
    on,
    until,
    mode,
    cause,
    targets,
    officers,
    drawId,
    place,
    items: visit.items?.join('\n'),
    materials: visit.materials?.join('\n'),
    joined: (visit.joined ?? []).map(({ body, as, part, officers: theirs }) => ({
      body,
      as,
      ...(part === undefined ? {} : { part }),
      officers: officerLines(theirs),
    })),
  };
}

const trimmed = (text: string | undefined): string => (text ?? '').trim();

export function bodyOf(fields: VisitFields): PlanBody {
  const { regime = '', ruleIds, on = '', mode, cause, targets, officers, drawId } = fields;
  const until = trimmed(fields.until);
  const place = trimmed(fields.place);
  const items = linesFrom(fields.items);
  const materials = linesFrom(fields.materials);
  const joined = fields.joined.map(joinedOf);
  return {
    regime,
    on,
    mode,
    cause,
    targets: [...targets],
    officers: officers.map(({ name, certificate }) => ({
      name: trimmed(name),
      ...(trimmed(certificate) === '' ? {} : { certificate: trimmed(certificate) }),
    })),
    ...(ruleIds.length === 0 ? {} : { ruleIds: [...ruleIds] }),
    ...(until === '' ? {} : { until }),
    ...(drawId === undefined ? {} : { drawId }),
    ...(place === '' ? {} : { place }),
    ...(items.length === 0 ? {} : { items }),
    ...(materials.length === 0 ? {} : { materials }),
    ...(joined.length === 0 ? {} : { joined }),
  };
}

function joinedOf({ body, as, part, officers }: JoinedFields): Joined {
  const people = officersFrom(officers);
  return {
    body: trimmed(body),
    as: as ?? 'joint',
    ...(trimmed(part) === '' ? {} : { part: trimmed(part) }),
    ...(people.length === 0 ? {} : { officers: people }),
  };
}

/** Fields that are empty now are removed. */
const emptied = {
  ruleIds: null,
  until: null,
  drawId: null,
  place: null,
  items: null,
  materials: null,
  joined: null,
} as const;

export const patchOf = (fields: VisitFields): PlanPatch => ({ ...emptied, ...bodyOf(fields) });

const fieldNames: readonly string[] = [
  'regime',
  'ruleIds',
  'on',
  'until',
  'mode',
  'cause',
  'targets',
  'officers',
  'drawId',
  'place',
  'items',
  'materials',
  'joined',
] satisfies readonly (keyof VisitFields)[];

/** The place of the server’s error in the form; undefined when it does not concern a single field. */
export function fieldAt(path: string): (string | number)[] | undefined {
  const [first = '', index, part] = path.split('.');
  if (!fieldNames.includes(first)) return undefined;
  if (index === undefined || (first !== 'officers' && first !== 'joined')) return [first];
  return [first, Number(index), part ?? (first === 'joined' ? 'body' : 'name')];
}
