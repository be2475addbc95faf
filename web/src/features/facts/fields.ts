import type { z } from 'zod';
import type { factTables } from '../../../../shared/vocabulary/facts.ts';
import type { SubjectKind } from '../../../../shared/rules/schema.ts';

/** How each fact is entered. The types hold the table against the contract: a fact that is added there is missing here. */
export type FactType =
  'day' | 'instant' | 'number' | 'text' | 'boolean' | 'hours-by-year' | 'days' | readonly string[];

type FactsOf<K extends SubjectKind> = z.output<(typeof factTables)[K]>;
type Fields = { readonly [K in SubjectKind]: { readonly [F in keyof Required<FactsOf<K>>]: FactType } };

const offices = ['archives', 'civil-defence', 'legal-affairs'] as const;

export const factFields: Fields = {
  unit: { professionalCatalogueSince: 'day', volumes: 'number', address: 'text', representative: 'text' },
  project: {
    startedOn: 'day',
    plannedCompletionAcceptanceOn: 'day',
    archivesAcceptedOn: 'day',
    acceptanceScore: 'number',
    selfScore: 'number',
    competentDepartment: 'text',
  },
  equipment: {},
  'civil-defence-work': { approvedUse: 'text', builtOn: 'day' },
  permit: { grantedOn: 'day', permitKind: ['sale', 'export', 'copies'] },
  case: {
    office: offices,
    discoveredOn: 'day',
    occurredOn: 'day',
    evidenceSecuredAt: 'instant',
    filedOn: 'day',
    party: ['individual', 'unit'],
    fine: 'number',
    fineMaximum: 'number',
    major: 'boolean',
  },
  'compilation-task': { plannedOn: 'day', deliveredOn: 'day' },
  'reconsideration-decision': {
    decidedOn: 'day',
    outcome: ['upheld', 'duty-ordered', 'revoked', 'unlawful', 'changed'],
  },
  'enforcement-organ': {},
  archivist: { startedWorkOn: 'day', certifiedOn: 'day', classHours: 'hours-by-year' },
  government: { level: ['province', 'city', 'county'], archiveFloorArea: 'number', heardOn: 'days' },
  bureau: { office: offices },
};

/** Days that may lie before the calendar, as the contract has them. */
export const earlyDays: readonly string[] = ['builtOn', 'startedWorkOn', 'certifiedOn'];

/** The traits that a kind may bear; a test holds them against the contract’s own table. */
export const traitFields: Readonly<Record<SubjectKind, readonly string[]>> = {
  unit: [
    'direct',
    'professional-archives',
    'backup-register',
    'long-retention',
    'vital-database',
    'key-monitored',
    'transfer-scope',
    'enterprise',
    'civil-defence-responsible',
  ],
  project: [],
  equipment: ['key-monitored'],
  'civil-defence-work': [],
  permit: ['key'],
  case: [],
  'compilation-task': ['behind'],
  'reconsideration-decision': [],
  'enforcement-organ': [],
  archivist: [],
  government: [],
  bureau: [],
};

/** The kinds in the order in which people look for them. The bureau’s own subjects are there from the start. */
export const enteredKinds: readonly SubjectKind[] = [
  'unit',
  'project',
  'equipment',
  'civil-defence-work',
  'permit',
  'case',
  'compilation-task',
  'reconsideration-decision',
  'enforcement-organ',
  'archivist',
  'government',
];
export const allKinds: readonly SubjectKind[] = [...enteredKinds, 'bureau'];

export type FactText = string | undefined;

/** A fact as its input shows it. */
export function toInput(type: FactType, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (type === 'instant' && typeof value === 'string') return value.slice(0, 16);
  if (type === 'hours-by-year' && typeof value === 'object')
    return Object.entries(value)
      .map(([year, hours]) => `${year}：${String(hours)}`)
      .join('\n');
  if (type === 'days' && Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n,，、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was entered, as the API takes it; undefined where nothing was. What makes no sense is left to the server to refuse. */
export function fromInput(type: FactType, text: FactText): unknown {
  const entered = text?.trim() ?? '';
  if (entered === '') return undefined;
  if (type === 'number') return Number.isNaN(Number(entered)) ? entered : Number(entered);
  if (type === 'boolean') return entered === 'true';
  if (type === 'instant') return entered.length === 16 ? `${entered}:00+08:00` : entered;
  if (type === 'days') return linesOf(entered);
  if (type === 'hours-by-year')
    return Object.fromEntries(
      linesOf(entered).map((line) => {
        const [year = '', hours = ''] = line.split(/[:：]/).map((part) => part.trim());
        return [year, hours === '' || Number.isNaN(Number(hours)) ? hours : Number(hours)];
      }),
    );
  return entered;
}
