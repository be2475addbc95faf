import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { limits, unpackedMost } from '../../shared/files/bad-file.ts';
import { problem, type Problem } from './problem.ts';

const large = (what: string, bytes: number, remedy: string): Problem =>
  problem(413, `${what} over ${bytes} bytes: ${remedy}.`, [
    { path: 'file', message: `at most ${bytes} bytes` },
  ]);

export const fileTooLarge = (): Problem =>
  large('The file is', limits.bodyBytes, 'send it with Content-Encoding: gzip, or in parts');

const unzipped = promisify(gunzip);

/** A body as the file that it is. */
export async function fileOf(
  event: APIGatewayProxyEventV2,
): Promise<{ readonly value: Uint8Array } | Problem> {
  const { body = '', isBase64Encoded } = event;
  if (event.headers['content-type']?.trim().toLowerCase().startsWith('multipart/') === true)
    return problem(400, 'A form was sent: send the file itself as the body.', [
      { path: 'Content-Type', message: 'text/csv, or that of a workbook' },
    ]);
  const sent = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (sent.byteLength > limits.bodyBytes) return fileTooLarge();
  const encoding = event.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return { value: sent };
  if (encoding !== 'gzip')
    return problem(400, `Content-Encoding ${encoding} is not known here: gzip is, or none.`, [
      { path: 'Content-Encoding', message: 'gzip, or none' },
    ]);
  const most = unpackedMost(sent.byteLength);
  try {
    return { value: await unzipped(sent, { maxOutputLength: most }) };
  } catch (error) {
    if (error instanceof RangeError)
      return large('The file unpacks to', most, 'delete the empty rows, or send it in parts');
    return problem(400, 'Content-Encoding says gzip, but the body is none.', [
      { path: 'file', message: 'pack it with gzip, or send it as it is' },
    ]);
  }
}
