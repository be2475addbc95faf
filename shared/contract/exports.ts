import { z } from 'zod';
import { rule } from './answers.ts';
import * as bodies from './bodies.ts';
import { drawsQuery } from './draws.ts';
import { escalationsQuery } from './escalations.ts';
import { inspectionsQuery, planQuery, quotasQuery } from './inspections.ts';
import type { Download } from './documents.ts';
import { signInsQuery } from './people.ts';
import { templateKinds } from './imports.ts';
import { bureauReaders, everyone } from '../domain/principal.ts';

const at = '/v1/jurisdictions/{j}';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const sheetTypes = { csv: 'text/csv; charset=utf-8', xlsx: XLSX } as const;
export type SheetFormat = keyof typeof sheetTypes;
export const sheetFormats = ['csv', 'xlsx'] as const satisfies readonly SheetFormat[];

/** All rules in one file, filtered in the same way as the page of the console. */
const rulesExportQuery = z.strictObject({
  on: bodies.rulesQuery.shape.on,
  rule: z.string().max(200).optional().describe('One rule by its id'),
  regime: z.string().max(100).optional(),
  kind: rule.shape.kind.optional(),
  q: z.string().max(200).optional().describe('Part of the title, the clause, the id or a covered row'),
});

/**
 * Lists that can be exported as spreadsheets: who may export them, and their filters, which are those of the
 * list itself.
 */
export const exportLists = {
  subjects: { roles: everyone, query: bodies.subjectsQuery.omit({ limit: true }) },
  obligations: { roles: everyone, query: bodies.obligationsQuery.omit({ limit: true }) },
  notices: { roles: everyone, query: bodies.noticesQuery.omit({ limit: true }) },
  escalations: { roles: everyone, query: escalationsQuery.omit({ limit: true }) },
  inspections: { roles: everyone, query: inspectionsQuery.omit({ limit: true }) },
  draws: { roles: everyone, query: drawsQuery.omit({ limit: true }) },
  quotas: { roles: bureauReaders, query: quotasQuery },
  plan: { roles: bureauReaders, query: planQuery },
  ledger: { roles: bureauReaders, query: bodies.listQuery.omit({ limit: true }) },
  staff: { roles: bureauReaders, query: bodies.noQuery },
  'sign-ins': { roles: ['bureau-admin'], query: signInsQuery.omit({ limit: true }) },
  rules: { roles: everyone, query: rulesExportQuery },
  feeds: { roles: everyone, query: bodies.noQuery },
} as const;
export type ExportName = keyof typeof exportLists;

export const exportPath = (name: ExportName, format: SheetFormat): string =>
  `${at}/exports/${name}.${format}`;
/** `export`, `rules`, `csv` → `exportRulesCsv` */
export const sheetId = (verb: 'export' | 'template', name: string, format: SheetFormat): string =>
  `${verb}-${name}-${format}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
export const templatePath = (kind: string, format: SheetFormat): string =>
  `${at}/import-templates/${kind}.${format}`;

/** Every spreadsheet that can be downloaded, for the description of the API. */
export const sheets: readonly Download[] = [
  ...Object.entries(exportLists).flatMap(([name, { roles, query }]) =>
    sheetFormats.map((format) => ({
      operationId: sheetId('export', name, format),
      path: `${at}/exports/${name}.${format}`,
      summary: `The list ${name} as a spreadsheet; when it is longer than 10,000 rows, the header next-cursor leads to the next part`,
      roles,
      query,
      type: sheetTypes[format],
    })),
  ),
  ...templateKinds.flatMap((kind) =>
    sheetFormats.map((format) => ({
      operationId: sheetId('template', kind, format),
      path: templatePath(kind, format),
      summary: `An empty roster for the kind ${kind}`,
      roles: bureauReaders,
      query: bodies.noQuery,
      type: sheetTypes[format],
    })),
  ),
];
