import { isPerson, signerOf, type Actor } from '../domain/actor.ts';
import type { Context } from './context.ts';
import { namesVisible } from './register/own-subjects.ts';
import type { Request } from './request.ts';
import type { StaffMember } from '../records/staff.ts';

const roleNames: Readonly<Record<string, string>> = {
  'bureau-officer': '经办人员',
  'bureau-leader': '负责人',
  'bureau-admin': '管理员',
  superior: '上级',
  unit: '当事人',
  auditor: '审计人员',
  operator: '平台管理员',
  machine: '接入程序',
};

/** The name of a person as the staff list has it, else the `sub`. */
export const nameOf = (staff: readonly StaffMember[], sub: string): string =>
  staff.find((member) => member.sub === sub)?.name ?? sub;

/** An officer as 王科员（经办人员） if the staff list has them. */
export function personOf(staff: readonly StaffMember[], by: Actor): string {
  if (isPerson(by)) {
    const acting =
      by.deputyFor === undefined ? (roleNames[by.role] ?? by.role) : `代${nameOf(staff, by.deputyFor)}`;
    return `${nameOf(staff, by.sub)}（${acting}）`;
  }
  return by.role === 'system' ? '系统' : by.role;
}

type Known = Pick<Context, 'staff' | 'former'>;

/** Everybody whose name the bureau knows: those who left too. */
export const everybody = ({ staff, former }: Known): readonly StaffMember[] =>
  former.length === 0 ? staff : [...staff, ...former];

/** The name of a `sub`; undefined where the bureau does not know the person. */
function knownNames(context: Known): (sub: string | undefined) => string | undefined {
  const names = new Map(everybody(context).map(({ sub, name }) => [sub, name]));
  return (sub) => (sub === undefined ? undefined : names.get(sub));
}

/** Fields of answers that hold a person, as `role:sub` or as `sub`. */
const fields: ReadonlySet<string> = new Set([
  'by',
  'draftedBy',
  'recordedBy',
  'plannedBy',
  'createdBy',
  'proposedBy',
  'decidedBy',
  'decidedFor',
  'handler',
]);

/**
 * An answer with the name of each person beside the id, as far as the bureau knows it: `by` gets `byName`. Whoever
 * may not see names gets the answer as it is.
 */
export function withNames(
  { context, principal }: Pick<Request, 'context' | 'principal'>,
  body: object,
): object {
  return namesVisible(principal) ? namedIn(body, knownNames(context)) : body;
}

type NameOf = ReturnType<typeof knownNames>;

const namedIn = (value: object, nameOf: NameOf): object =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]: [string, unknown]): [string, unknown][] => {
      const name = fields.has(key) && typeof entry === 'string' ? nameOf(subIn(entry)) : undefined;
      const own: [string, unknown] = [key, namedAt(entry, nameOf)];
      return name === undefined ? [own] : [own, [`${key}Name`, name]];
    }),
  );

function namedAt(value: unknown, nameOf: NameOf): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => namedAt(entry, nameOf));
  return typeof value === 'object' && value !== null ? namedIn(value, nameOf) : value;
}

function subIn(text: string): string {
  const signer = signerOf(text);
  return signer && isPerson(signer) ? signer.sub : text;
}
