import { strToU8, unzipSync, zipSync } from 'fflate';

/** Local fields, because the format has no time zone: the bytes are the same on every machine. */
const stamped = { mtime: new Date(1980, 0, 1, 0, 0, 0) };

/**
 * Puts files into one archive, in the order given and with one fixed time, so that equal contents give equal
 * bytes.
 */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [
        name,
        [typeof data === 'string' ? strToU8(data) : data, { ...stamped, level: 9 }],
      ]),
    ),
  );
}

export function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}
