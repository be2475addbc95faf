import * as answers from '../../../shared/contract/answers.ts';
import type { TestServer } from '../product/server.ts';
import { pathOf } from './bureau.ts';

/** What an administrator enters once, so that no document has a gap in the bureau’s own part. */
export const papersOfBureau = {
  address: '沅江路8号',
  telephone: '0745-7600000',
  contact: '王科员',
  court: '洪江市人民法院',
  bank: '中国农业银行某支行',
  bankAccount: '1845 0104 0000 123',
} as const;

export async function enterPapers(
  server: TestServer,
  jurisdiction: string,
  more: object = {},
): Promise<void> {
  const admin = await server.as({ jurisdiction, role: 'bureau-admin' });
  const papers = { ...papersOfBureau, ...more };
  await admin.send(answers.settings, 'PATCH', `${pathOf(jurisdiction)}/settings`, { papers });
}
