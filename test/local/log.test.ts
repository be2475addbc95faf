import { expect, test } from 'vitest';
import { createLog } from '../../local/log.ts';

test('A log line names nobody, whatever a provider or an error said', () => {
  const written: string[] = [];
  const log = createLog(false, (line) => {
    written.push(line);
  });
  log('error', 'SEND_FAILED', 'A provider did not take a notice.', {
    error: '550 <zhang@unit.example.com>: no such user',
    cause: { message: 'rejected +86 138-0000-1234', count: 2 },
  });
  expect(JSON.parse(written.join(''))).toMatchObject({
    code: 'SEND_FAILED',
    error: '550 <***@***>: no such user',
    cause: { message: 'rejected ***', count: 2 },
  });
});
