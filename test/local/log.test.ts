import { expect, test, vi } from 'vitest';
import { createLog } from '../../local/log.ts';

test('A log line names nobody, whatever a provider or an error said', () => {
  const written: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written.push(String(line));
    return true;
  });
  createLog(false)('error', 'SEND_FAILED', 'A provider did not take a notice.', {
    error: '550 <zhang@unit.example.com>: no such user',
    cause: { message: 'rejected +86 138-0000-1234', count: 2 },
  });
  stderr.mockRestore();
  expect(JSON.parse(written.join(''))).toMatchObject({
    code: 'SEND_FAILED',
    error: '550 <***@***>: no such user',
    cause: { message: 'rejected ***', count: 2 },
  });
});
