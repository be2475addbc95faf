import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { main } from '../../tools/smoke.ts';
import { portOf } from '../adapters/http-fake.ts';
import { awsAccount, emptyAccount } from '../support/aws/aws-account.ts';
import { runToolOnAws } from '../support/product/run-tool.ts';

interface Deployed {
  readonly version?: string;
  readonly closed?: number;
  readonly page?: number;
}

/** `npm run smoke` of a stage that answers like this. */
async function smoke({ version = 'v2', closed = 401, page = 200 }: Deployed, ...flags: string[]) {
  const server = createServer((request, response) => {
    if (request.url === '/health') response.end(JSON.stringify({ status: 'ok', version }));
    else response.writeHead(request.url === '/' ? page : closed).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const state = emptyAccount();
  const stack = (outputs: Readonly<Record<string, string>>) => ({
    status: 'UPDATE_COMPLETE',
    resources: [],
    outputs,
  });
  state.stacks.set('archive-duty-prod-service', stack({ ApiUrl: url }));
  state.stacks.set('archive-duty-prod-web', stack({ ConsoleUrl: `${url}/` }));
  const account = await awsAccount(state);
  onTestFinished(() => account.close());
  return runToolOnAws(main, ['--stage', 'prod', ...flags], account.url);
}

test('a stage that answers with this version, and nobody without a token, is said to', async () => {
  expect(await smoke({}, '--expect', 'v2')).toEqual({
    code: 0,
    errors: '',
    output: 'Stage prod answers and runs v2.\n',
  });
});

test('the version that runs can be asked for alone, to come back to it', async () => {
  expect((await smoke({ closed: 500 }, '--version-only')).output).toBe('v2\n');
});

test.each([
  ['another version', { version: 'v1' }, 'runs v1, not v2'],
  ['a route that is open', { closed: 200 }, '/v1/jurisdictions answers 200 without a token'],
  ['a console that does not answer', { page: 403 }, 'the console at http'],
])('%s ends with 1', async (_what, deployed, says) => {
  const { code, errors } = await smoke(deployed, '--expect', 'v2');
  expect(code).toBe(1);
  expect(errors).toContain(says);
});

test('a stage that was never deployed is named with the remedy', async () => {
  const account = await awsAccount(emptyAccount());
  onTestFinished(() => account.close());
  expect(await runToolOnAws(main, ['--stage', 'prod'], account.url)).toEqual({
    code: 1,
    output: '',
    errors: 'stage prod has no API: npm run deploy -- --stage prod\n',
  });
});
