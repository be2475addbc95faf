import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { limits, unpackedMost } from '../../shared/files/bad-file.ts';
import { problemAt, type Failure } from '../../shared/outcome.ts';

export const fileTooLarge = (): Failure =>
  problemAt('file', 'request.file-too-large', { bytes: limits.bodyBytes }).failure;

const unzipped = promisify(gunzip);

/** Returns the body as a file. */
export async function fileOf(
  event: APIGatewayProxyEventV2,
): Promise<{ readonly value: Uint8Array } | Failure> {
  const { body = '', isBase64Encoded } = event;
  if (event.headers['content-type']?.trim().toLowerCase().startsWith('multipart/') === true)
    return problemAt('Content-Type', 'request.form').failure;
  const sent = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (sent.byteLength > limits.bodyBytes) return fileTooLarge();
  const encoding = event.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return { value: sent };
  if (encoding !== 'gzip') return problemAt('Content-Encoding', 'request.encoding', { encoding }).failure;
  const most = unpackedMost(sent.byteLength);
  try {
    return { value: await unzipped(sent, { maxOutputLength: most }) };
  } catch (error) {
    if (error instanceof RangeError)
      return problemAt('file', 'request.file-unpacks', { bytes: most }).failure;
    return problemAt('file', 'request.no-gzip').failure;
  }
}
