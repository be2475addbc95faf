import { z } from 'zod';
import type { Principal } from '../../../shared/domain/principal.ts';

type Write = (
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: object,
  claims?: Principal,
  headers?: Record<string, string>,
) => Promise<{ readonly status: number; readonly body: unknown }>;

const made = z.looseObject({ id: z.string() });
const letIn = z.looseObject({ clientId: z.string() });

/** People come, change and leave; a program is let in, asks and is ended. */
export async function peopleAndPrograms(
  write: Write,
  read: (path: string, claims: object) => Promise<unknown>,
  admin: Principal,
  subjectId: string,
): Promise<void> {
  const body = { name: '钱科员', role: 'bureau-officer', email: 'qian@bureau.example.com' };
  const { id } = made.parse((await write('POST', 'people', body, admin)).body);
  await read('people', admin);
  await write('PATCH', `people/${id}`, { email: 'qian.second@bureau.example.com' }, admin);
  await write('POST', `people/${id}/invitation`, {}, admin);
  await write('DELETE', `people/${id}`, {}, admin);
  const unit = made.parse(
    (await write('POST', `subjects/${subjectId}/people`, { name: '陈工' }, admin)).body,
  );
  await write('PATCH', `subjects/${subjectId}/people/${unit.id}`, { name: '陈主任' }, admin);
  await read(`subjects/${subjectId}/people`, admin);
  await read('sessions', admin);
  const program = { name: '市平台', scopes: ['status:read'], expiresOn: '2027-01-31' };
  const again = { 'idempotency-key': 'let-in' };
  await write('POST', 'clients', program, admin, again);
  const { clientId } = letIn.parse((await write('POST', 'clients', program, admin, again)).body);
  const { jurisdiction } = admin;
  const claims = { sub: clientId, client_id: clientId, role: 'machine', scope: 'status:read', jurisdiction };
  await read(`status/${subjectId}`, claims);
  await read('clients', admin);
  await write('DELETE', `clients/${clientId}`, {}, admin);
}
