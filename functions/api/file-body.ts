import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { limits } from '../../shared/imports/bad-file.ts';
import { problem, type Problem } from './problem.ts';

const large = (what: string, bytes: number, remedy: string): Problem =>
  problem(413, `${what} over ${bytes} bytes: ${remedy}.`, [
    { path: 'file', message: `at most ${bytes} bytes` },
  ]);

export const fileTooLarge = (): Problem =>
  large('The file is', limits.bodyBytes, 'send it with Content-Encoding: gzip, or in parts');

/** A body as the file that it is. */
export function fileOf(event: APIGatewayProxyEventV2): { readonly value: Uint8Array } | Problem {
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
  try {
    return { value: gunzipSync(sent, { maxOutputLength: limits.unpackedBytes }) };
  } catch (error) {
    if (error instanceof RangeError)
      return large('The file unpacks to', limits.unpackedBytes, 'send it in parts');
    return problem(400, 'Content-Encoding says gzip, but the body is none.', [
      { path: 'file', message: 'pack it with gzip, or send it as it is' },
    ]);
  }
}
