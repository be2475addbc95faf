import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import { downloads } from '../../../shared/contract/documents.ts';
import { sheets } from '../../../shared/contract/exports.ts';
import { importOperations } from '../../../shared/contract/imports.ts';
import type { Route } from '../route.ts';
import { routes } from '../routes.ts';
import { answerRoutes } from '../routes/answers.ts';
import { headers, parameter, parameters } from './headers.ts';
import { download, operation, read, upload } from './operation.ts';
import { openProblems, problemResponses, problemSchemas } from './problems.ts';
import { schemas } from './schemas.ts';
import { tagOf, tags } from './tags.ts';

const description = `Statutory deadlines, reminders and supervised escalation for archives regulators.

Days are \`YYYY-MM-DD\` in Asia/Shanghai, instants ISO 8601 with an offset. Lists answer \`{ items, nextCursor }\`: send \`nextCursor\` as \`cursor\` for the next page. What lies outside a token’s jurisdiction, unit or office is 404.

Refusals are RFC 9457 problem documents. Their \`code\` is stable; their sentences are Chinese or English, as \`Accept-Language\` asks. The schema of each status lists its codes, with both sentences under \`x-sentences\`.`;

const health: ZodOpenApiOperationObject = {
  operationId: 'getHealth',
  tags: [tagOf('/health')],
  summary: 'Whether the API is up, and its version',
  security: [],
  responses: {
    '200': { description: 'Up', content: { 'application/json': { schema: answers.health } } },
    ...openProblems,
  },
};

const CALENDAR = '/v1/calendars/{token}.ics';

/** For calendar programs, whose only token is the address itself. */
const calendarFeed: ZodOpenApiOperationObject = {
  operationId: 'getCalendar',
  tags: [tagOf(CALENDAR)],
  summary: 'Returns a calendar feed to anybody who has its address',
  security: [],
  parameters: [parameter('IfNoneMatch')],
  requestParams: { path: z.object({ token: z.string() }) },
  responses: {
    '200': {
      description: 'RFC 5545',
      headers: { ETag: { description: 'For If-None-Match', schema: { type: 'string' } } },
      content: { 'text/calendar': { schema: { type: 'string' } } },
    },
    '304': { description: 'Not changed since' },
    ...openProblems,
  },
};

/** For whoever has the link of a letter, which is the only token. */
const byLink = (route: Route): ZodOpenApiOperationObject => ({
  ...operation(route),
  security: [],
  description: 'For whoever has the link of a letter.',
});

/**
 * Fields may be added to an answer, so readers must ignore fields that they do not know. A published draw is
 * strict.
 */
const open: ZodOpenApiOverride = ({ zodSchema: { _zod }, jsonSchema, io }) => {
  if (io === 'output' && _zod.def.type === 'object' && _zod.def.catchall === undefined)
    delete jsonSchema.additionalProperties;
};

let document: object | undefined;

/** The OpenAPI 3.1 document, made from the routes’ own schemas. */
export function openApi(version: string): object {
  document ??= build(version);
  return document;
}

function build(version: string): object {
  const paths: ZodOpenApiPathsObject = { '/health': { get: health }, [CALENDAR]: { get: calendarFeed } };
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    paths[route.path] = { ...path, [route.method.toLowerCase()]: operation(route) };
  }
  for (const route of answerRoutes) {
    const path = paths[route.path] ?? {};
    paths[route.path] = { ...path, [route.method.toLowerCase()]: byLink(route) };
  }
  for (const one of [...downloads, ...sheets]) paths[one.path] = { get: download(one) };
  const { start, list, one } = importOperations;
  paths[list.path] = { get: read(list), post: upload(start) };
  paths[one.path] = { get: read(one) };
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: '档案监管期限与通知平台',
        version,
        description,
        license: { name: 'UNLICENSED' },
      },
      servers: [{ url: '/', description: 'The server of this document' }],
      security: [{ token: [] }],
      tags,
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        schemas: { ...schemas, ...problemSchemas },
        responses: problemResponses,
        headers,
        parameters,
      },
      paths,
    },
    { override: open },
  );
}
