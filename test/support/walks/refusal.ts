import { problem } from '../../../shared/contract/problem.ts';
import type { Client } from '../product/client.ts';

/** A refusal as its reader gets it, with its code. */
export function refusal({ body }: Awaited<ReturnType<Client['ask']>>): string {
  const { code, detail, errors = [] } = problem.parse(body);
  return `${code}：${[detail, ...errors.map(({ path, message }) => `${path} ${message}`)].join('；')}`;
}
