import type { Key } from '../ports.ts';
import { idOf, subjectOfId } from '../domain/ids.ts';

/**
 * Where everything lies in the one table. A subject’s partition holds, in this order of sort keys, the
 * subject (`0`), its last notice (`1`), its obligations (`2#`), its children and what it answers for (`3#`), the
 * retired units whose successor it is (`4#`), its escalations (`E#`) and its notices (`N#`): the status look-up is one query from `0` to `3`.
 */
export const subjectPartition = (jurisdiction: string, subjectId: string): string =>
  `${jurisdiction}#S#${subjectId}`;

/** What leads from a unit to a subject below it, or that it answers for. */
export const childKey = (jurisdiction: string, parentId: string, childId: string): Key => ({
  pk: subjectPartition(jurisdiction, parentId),
  sk: `3#${childId}`,
});

/** What leads from a unit to a retired one whose successor it is. */
export const predecessorKey = (jurisdiction: string, successorId: string, retiredId: string): Key => ({
  pk: subjectPartition(jurisdiction, successorId),
  sk: `4#${retiredId}`,
});

/** What leads from a name to the subjects that bear it: exact kind and name, then the parent. */
export const namedPartition = (jurisdiction: string, kind: string, name: string): string =>
  `${jurisdiction}#NAMED#${idOf(kind, name)}`;

export const namedKey = (
  jurisdiction: string,
  of: {
    readonly kind: string;
    readonly name: string;
    readonly parentId?: string | undefined;
    readonly id: string;
  },
): Key => ({
  pk: namedPartition(jurisdiction, of.kind, of.name),
  sk: `${of.parentId ?? '-'}#${of.id}`,
});

/** What lies in a subject’s partition and bears its id. */
export const partOf = (jurisdiction: string, id: string, prefix: string): Key => ({
  pk: subjectPartition(jurisdiction, subjectOfId(id) ?? id),
  sk: `${prefix}#${id}`,
});

export const configPartition = (jurisdiction: string): string => `${jurisdiction}#CONFIG`;
export const configKey = (jurisdiction: string, what: string): Key => ({
  pk: configPartition(jurisdiction),
  sk: what,
});

/** Partitions of the list index. */
export const listOf = (
  jurisdiction: string,
  what: 'SUBJECT' | 'OBLIGATION' | 'NOTICE' | 'ESCALATION' | 'DRAW' | 'IMPORT',
): string => `${jurisdiction}#${what}`;

export const systemKey = (what: string): Key => ({ pk: 'SYSTEM', sk: what });
