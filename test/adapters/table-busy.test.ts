import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createStore } from '../../functions/adapters/dynamo.ts';
import { createApi } from '../../functions/api.ts';
import { createDeps } from '../../functions/lambda/parts.ts';
import { TableBusy } from '../../shared/store/busy.ts';
import { apiEvent } from '../support/product/api-event.ts';
import { httpFake } from './http-fake.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A table that answers every request with this error, as DynamoDB words it. */
async function tableThatSays(name: string) {
  const type = `com.amazonaws.dynamodb.v20120810#${name}`;
  const { url, received } = await httpFake({ status: 400, body: { __type: type, message: 'Rate exceeded' } });
  const client = new DynamoDBClient({ endpoint: url, region: 'ap-southeast-1', credentials, maxAttempts: 2 });
  return { store: createStore(client, 'table'), received };
}

const lists = '/v1/jurisdictions/hongjiang/subjects';

async function answerOf(name: string, path = lists) {
  const { store } = await tableThatSays(name);
  const logged: string[] = [];
  const deps = {
    ...createDeps({ TABLE_NAME: 'table' }, { store }),
    log: (_level: string, code: string) => logged.push(code),
  };
  const api = createApi(deps, { version: 'test' });
  const event = apiEvent({
    claims: { sub: 'officer', role: 'bureau-officer', jurisdiction: 'hongjiang' },
    method: 'GET',
    path,
  });
  const context = { getRemainingTimeInMillis: () => 29_000 };
  const answer: unknown = await Reflect.apply(api, undefined, [event, context]);
  return { answer, logged };
}

test.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])(
  'a table that is throttled (%s) is answered 503 with the time after which to try again',
  async (name) => {
    const { answer, logged } = await answerOf(name);
    expect(answer).toMatchObject({
      statusCode: 503,
      headers: { 'retry-after': '5', 'content-type': 'application/problem+json; charset=utf-8' },
    });
    expect(JSON.stringify(answer)).toContain('request.table-busy');
    expect(logged).toEqual(['API_THROTTLED']);
  },
);

test('a calendar program is told to come back, too', async () => {
  const { answer } = await answerOf('ThrottlingException', '/v1/calendars/hongjiang~token.ics');
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
});

test('any other refusal of the table is a fault of ours', async () => {
  const { answer, logged } = await answerOf('AccessDeniedException');
  expect(answer).toMatchObject({ statusCode: 500 });
  expect(logged).toEqual(['API_FAILED']);
});

test('a batch of which the table takes nothing ends as a busy table', async () => {
  const body = {
    UnprocessedItems: { table: [{ DeleteRequest: { Key: { pk: { S: 'a' }, sk: { S: 'b' } } } }] },
  };
  const { url } = await httpFake({ body });
  const store = createStore(
    new DynamoDBClient({ endpoint: url, region: 'ap-southeast-1', credentials }),
    'table',
  );
  await expect(store.deleteMany([{ pk: 'a', sk: 'b' }])).rejects.toBeInstanceOf(TableBusy);
});
