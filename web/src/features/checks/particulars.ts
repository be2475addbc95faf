import type { Body, Inspection, Visit } from '../../api/contract.ts';
import { officerLines, officersFrom } from './officer-lines.ts';

/** What a record tells besides: the places, the joining bodies, earlier problems seen again, the plan behind it. */

type CheckBody = Body<'POST /v1/jurisdictions/{j}/inspections'>;
type Rechecked = NonNullable<CheckBody['rechecked']>[number];

interface SiteFields {
  readonly place?: string;
  /** `2026-07-02T11:30`, Asia/Shanghai. */
  readonly until?: string;
  readonly host?: string;
}

export interface JoinedFields {
  readonly body?: string;
  readonly part?: string;
  /** One officer a line. */
  readonly officers?: string;
}

export interface RecheckFields {
  readonly result?: Rechecked['result'];
  readonly note?: string;
}

export interface ParticularFields {
  readonly visitId?: string;
  readonly certificatesShown?: boolean;
  readonly rightsTold?: boolean;
  /** By subject. */
  readonly sites?: Readonly<Record<string, SiteFields | undefined>>;
  readonly joined?: readonly JoinedFields[];
  /** By the duty that an earlier problem became. */
  readonly rechecked?: Readonly<Record<string, RecheckFields | undefined>>;
}

type Sent = Pick<
  CheckBody,
  'visitId' | 'certificatesShown' | 'rightsTold' | 'sites' | 'joined' | 'rechecked'
>;

const trimmed = (text: string | undefined): string => (text ?? '').trim();

/** The filled fields; empty ones are missing. */
export function particularsFrom(fields: ParticularFields, targets: readonly string[]): Sent {
  const { visitId, certificatesShown, rightsTold } = fields;
  const sites = targets.flatMap((subjectId) => siteOf(subjectId, fields.sites?.[subjectId]));
  const joined = (fields.joined ?? []).map(joinedOf);
  const rechecked = Object.entries(fields.rechecked ?? {}).flatMap(([obligationId, again]): Rechecked[] =>
    again?.result === undefined
      ? []
      : [
          {
            obligationId,
            result: again.result,
            ...(trimmed(again.note) === '' ? {} : { note: trimmed(again.note) }),
          },
        ],
  );
  return {
    ...(visitId === undefined ? {} : { visitId }),
    ...(certificatesShown === undefined ? {} : { certificatesShown }),
    ...(rightsTold === undefined ? {} : { rightsTold }),
    ...(sites.length === 0 ? {} : { sites }),
    ...(joined.length === 0 ? {} : { joined }),
    ...(rechecked.length === 0 ? {} : { rechecked }),
  };
}

function siteOf(subjectId: string, site: SiteFields = {}): NonNullable<Sent['sites']> {
  const [place, until, host] = [trimmed(site.place), trimmed(site.until), trimmed(site.host)];
  if (place === '' && until === '' && host === '') return [];
  return [
    {
      subjectId,
      ...(place === '' ? {} : { place }),
      ...(until === '' ? {} : { until: `${until.slice(0, 16)}:00+08:00` }),
      ...(host === '' ? {} : { host }),
    },
  ];
}

function joinedOf({ body, part, officers }: JoinedFields): NonNullable<Sent['joined']>[number] {
  const people = officersFrom(officers);
  return {
    body: trimmed(body),
    ...(trimmed(part) === '' ? {} : { part: trimmed(part) }),
    ...(people.length === 0 ? {} : { officers: people }),
  };
}

const bodiesOf = (joined: Inspection['joined'] = []): JoinedFields[] =>
  joined.map(({ body, part, officers }) => ({
    body,
    ...(part === undefined ? {} : { part }),
    officers: officerLines(officers),
  }));

/** What a record holds of it. */
export function particularsOf(record: Inspection): ParticularFields {
  const { visitId, certificatesShown, rightsTold, sites = [], joined, rechecked = [] } = record;
  return {
    ...(visitId === undefined ? {} : { visitId }),
    ...(certificatesShown === undefined ? {} : { certificatesShown }),
    ...(rightsTold === undefined ? {} : { rightsTold }),
    sites: Object.fromEntries(
      sites.map(({ subjectId, until, ...site }) => [
        subjectId,
        { ...site, ...(until === undefined ? {} : { until: until.slice(0, 16) }) },
      ]),
    ),
    joined: bodiesOf(joined),
    rechecked: Object.fromEntries(
      rechecked.map(({ obligationId, result, note }) => [
        obligationId,
        { result, ...(note === undefined ? {} : { note }) },
      ]),
    ),
  };
}

/** What is known of a check from its plan. Bodies that only lend a hand do not check. */
export function particularsPlanned(visit: Visit): ParticularFields {
  const { id, place, targets, joined = [] } = visit;
  return {
    visitId: id,
    ...(place === undefined
      ? {}
      : { sites: Object.fromEntries(targets.map((target) => [target, { place }])) }),
    joined: bodiesOf(joined.filter(({ as }) => as === 'joint')),
  };
}

/** Sent for fields that were emptied. */
export const particularsEmptied = { sites: [], joined: [], rechecked: [] };

export const particularNames = [
  'visitId',
  'certificatesShown',
  'rightsTold',
  'sites',
  'joined',
  'rechecked',
] as const satisfies readonly (keyof Sent)[];

/** The place of the server’s error in the form. */
export function particularAt(
  path: string,
  { sites, rechecked }: Sent,
): readonly (string | number)[] | undefined {
  const [first = '', index = '', part = ''] = path.split('.');
  const at = Number(index);
  if (first === 'joined') return index === '' ? undefined : [first, at, part === '' ? 'body' : part];
  if (first === 'sites') {
    const subjectId = sites?.[at]?.subjectId;
    return subjectId === undefined ? undefined : [first, subjectId, part === 'subjectId' ? 'place' : part];
  }
  if (first !== 'rechecked') return undefined;
  const obligationId = rechecked?.[at]?.obligationId;
  return obligationId === undefined ? undefined : [first, obligationId, 'result'];
}
