import { z } from 'zod';
import {
  exportLists,
  exportPath,
  sheetFormats,
  sheetId,
  sheetTypes,
  templatePath,
  type ExportName,
  type SheetFormat,
} from '../../shared/contract/exports.ts';
import { templateKinds } from '../../shared/contract/imports.ts';
import { noQuery } from '../../shared/contract/bodies.ts';
import { notFound, ok, type Outcome } from '../../shared/outcome.ts';
import { bureauReaders } from '../../shared/domain/principal.ts';
import { yearOf } from '../../shared/domain/time/day.ts';
import { dayOf } from '../../shared/domain/time/instant.ts';
import { csvOf } from '../../shared/files/sheet.ts';
import { workbookOf } from '../../shared/files/xlsx-write.ts';
import { templateSheet, templateWorkbook } from '../../shared/rosters/template.ts';
import { rulesOf } from '../../shared/usecases/context.ts';
import * as checks from '../../shared/usecases/exports/checks.ts';
import type { Exported } from '../../shared/usecases/exports/collect.ts';
import * as duties from '../../shared/usecases/exports/duties.ts';
import { exportPlan } from '../../shared/usecases/exports/plan.ts';
import * as rules from '../../shared/usecases/exports/rules.ts';
import { exportSignIns } from '../../shared/usecases/exports/sign-ins.ts';
import { exportSubjects } from '../../shared/usecases/exports/subjects.ts';
import type { Request } from '../../shared/usecases/request.ts';
import { noBody, route, type Reply, type Route } from './route.ts';
import { here, map, param } from './routes/within.ts';

const file = (bytes: Uint8Array, name: string, format: SheetFormat, next: string | null = null): Reply => ({
  status: 200,
  body: {},
  file: {
    bytes,
    type: sheetTypes[format],
    name: `${name}.${format}`,
    ...(next === null ? {} : { nextCursor: next }),
  },
});

/**
 * Adds the part number to the file name when the list is truncated, so that nobody takes a part for the whole.
 */
function exportReply({ sheet, nextCursor }: Exported, partly: boolean, format: SheetFormat): Reply {
  const name =
    partly || nextCursor !== null
      ? `${sheet.title}（部分${nextCursor === null ? '，至末尾' : '，未完'}）`
      : sheet.title;
  const bytes = format === 'csv' ? csvOf(sheet) : workbookOf([{ ...sheet, name: sheet.title }]);
  return file(bytes, name, format, nextCursor);
}

const continued = z.object({ cursor: z.string() });

/** The two spreadsheets of a list. */
function exported<Query extends z.ZodType>(
  name: ExportName,
  { roles, query }: { readonly roles: Route['roles']; readonly query: Query },
  run: (request: Request, query: z.output<Query>) => Promise<Exported | Outcome<Exported>>,
): Route[] {
  return sheetFormats.map((format) =>
    route({
      method: 'GET',
      operationId: sheetId('export', name, format),
      path: exportPath(name, format),
      summary: `The list ${name} as a spreadsheet`,
      roles,
      body: noBody,
      query,
      answer: z.unknown(),
      run: (input) =>
        here(input, async (request) => {
          const partly = continued.safeParse(input.query).success;
          const made = await run(request, input.query);
          if ('sheet' in made) return ok(exportReply(made, partly, format));
          return map(made, (found) => exportReply(found, partly, format));
        }),
    }),
  );
}

const templates: readonly Route[] = templateKinds.flatMap((kind) =>
  sheetFormats.map((format) =>
    route({
      method: 'GET',
      operationId: sheetId('template', kind, format),
      path: templatePath(kind, format),
      summary: `An empty roster for the kind ${kind}`,
      roles: bureauReaders,
      body: noBody,
      query: noQuery,
      answer: z.unknown(),
      run: async (input) => {
        if (!rulesOf(param(input, 'j'))) return notFound;
        const year = yearOf(dayOf(input.deps.clock.now()));
        const sheet = templateSheet(kind, year);
        return ok(file(format === 'csv' ? csvOf(sheet) : templateWorkbook(kind, year), sheet.title, format));
      },
    }),
  ),
);

/** Every list as a spreadsheet. Another list needs one line here and one in the contract. */
export const exportRoutes: readonly Route[] = [
  ...exported('subjects', exportLists.subjects, exportSubjects),
  ...exported('obligations', exportLists.obligations, duties.exportObligations),
  ...exported('notices', exportLists.notices, duties.exportNotices),
  ...exported('escalations', exportLists.escalations, duties.exportEscalations),
  ...exported('inspections', exportLists.inspections, checks.exportInspections),
  ...exported('draws', exportLists.draws, checks.exportDraws),
  ...exported('quotas', exportLists.quotas, checks.exportQuotas),
  ...exported('plan', exportLists.plan, exportPlan),
  ...exported('ledger', exportLists.ledger, duties.exportLedger),
  ...exported('staff', exportLists.staff, checks.exportStaff),
  ...exported('sign-ins', exportLists['sign-ins'], exportSignIns),
  ...exported('rules', exportLists.rules, rules.exportRules),
  ...exported('feeds', exportLists.feeds, rules.exportFeeds),
  ...templates,
];
