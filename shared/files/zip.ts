import { strToU8, unzipSync, zipSync } from 'fflate';

/** Local fields, as the format has no time zone: the same bytes on every machine. */
const stamped = { mtime: new Date(1980, 0, 1, 0, 0, 0) };

/** Files as one archive, in the order given, with one fixed time: equal contents give equal bytes. */
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
