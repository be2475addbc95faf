import openapiTypes, { astToString } from 'openapi-typescript';
import { z } from 'zod';
import { openApi } from '../../functions/api/openapi/document.ts';
import { schemas } from '../../functions/api/openapi/schemas.ts';

const response = z.looseObject({ content: z.record(z.string(), z.unknown()).optional() });
const operation = z.looseObject({ responses: z.record(z.string(), response) });
type Operation = z.infer<typeof operation>;

const document = z.looseObject({
  components: z.object({ schemas: z.record(z.string(), z.unknown()), parameters: z.unknown() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
});

const words: ReadonlySet<string> = new Set(['description', 'summary', 'example']);

/** A schema is an object, so a field with this name is kept. */
const withoutWords = (key: string, value: unknown): unknown =>
  words.has(key) && typeof value === 'string' ? undefined : value;

/** The answers of a route when all is well. Refusals are read in one place for all routes. */
const answersOf = ({ responses }: Operation): [string, unknown][] =>
  Object.entries(responses).flatMap(([status, { content }]) =>
    status.startsWith('2') && content?.['application/json'] !== undefined ? [[status, { content }]] : [],
  );

/** The part of the description that the console needs: JSON requests and answers. */
function forConsole(): string {
  const { components, paths, ...others } = document.parse(
    JSON.parse(JSON.stringify(openApi('0'), withoutWords)),
  );
  const named = Object.entries(components.schemas).filter(([name]) => name in schemas);
  const asked = Object.entries(paths).map(([path, item]): [string, Record<string, unknown>] => [
    path,
    Object.fromEntries(
      Object.entries(item).flatMap(([method, one]): [string, unknown][] => {
        const answers = answersOf(one);
        return answers.length === 0 ? [] : [[method, { ...one, responses: Object.fromEntries(answers) }]];
      }),
    ),
  ]);
  return JSON.stringify({
    ...others,
    components: { schemas: Object.fromEntries(named), parameters: components.parameters },
    paths: Object.fromEntries(asked.filter(([, item]) => Object.keys(item).length > 0)),
  });
}

/** The console’s types for the requests and answers of each route. */
export async function typesOfApi(): Promise<string> {
  // A field with a default may be left out of a request.
  const nodes = await openapiTypes(forConsole(), { defaultNonNullable: false });
  return `// Written by \`npm run api:build\` from the routes.\n\n${astToString(nodes)}`;
}
