/**
 * Every limit on what comes in from outside, in one table. `docs/runbook.md` prints it (`npm run docs`), and a
 * test compares the two. Add a new limit here.
 */
interface Limit {
  readonly most: number;
  readonly unit:
    | 'bytes'
    | 'levels'
    | 'rows'
    | 'lines'
    | 'columns'
    | 'letters'
    | 'parts'
    | 'regions'
    | 'times'
    | 'seconds'
    | 'at once';
  /** What is limited. */
  readonly of: string;
  /** What happens when it is exceeded. */
  readonly over: string;
  /** Where the limit applies. AWS has its own limits for the rest. */
  readonly where: 'everywhere' | 'one machine';
}

const MEBIBYTE = 1024 * 1024;

export const limitTable = {
  connections: {
    most: 512,
    unit: 'at once',
    of: 'connections of clients',
    over: 'the next one is closed without an answer',
    where: 'one machine',
  },
  headersSeconds: {
    most: 10,
    unit: 'seconds',
    of: 'time for the headers of a request to arrive',
    over: '408, and the connection is closed',
    where: 'one machine',
  },
  requestSeconds: {
    most: 120,
    unit: 'seconds',
    of: 'time for a whole request to arrive, including its body',
    over: '408, and the connection is closed',
    where: 'one machine',
  },
  headerBytes: {
    most: 16 * 1024,
    unit: 'bytes',
    of: 'the headers of a request',
    over: '431, and the connection is closed',
    where: 'one machine',
  },
  formBytes: {
    most: 20_000,
    unit: 'bytes',
    of: 'a form of the sign-in pages',
    over: '413, before a password is hashed',
    where: 'one machine',
  },
  bodyBytes: {
    most: 1_000_000,
    unit: 'bytes',
    of: 'the body of a request, unless it is a file',
    over: '413',
    where: 'everywhere',
  },
  jsonLevels: {
    most: 32,
    unit: 'levels',
    of: 'nested lists and objects in a JSON body',
    over: '400',
    where: 'everywhere',
  },
  bodiesBytes: {
    most: 64 * MEBIBYTE,
    unit: 'bytes',
    of: 'all bodies in memory, those being read and those being handled',
    over: '503 with `Retry-After`; send the same request again a little later',
    where: 'one machine',
  },
  fileBytes: {
    most: 16 * MEBIBYTE,
    unit: 'bytes',
    of: 'an imported file as it is sent (on AWS about 4.5 MB: Lambda takes 6 MB, as base64)',
    over: '413: send it with gzip, or in parts',
    where: 'everywhere',
  },
  unpackedBytes: {
    most: 128 * MEBIBYTE,
    unit: 'bytes',
    of: 'a file, or one part of a workbook, after unpacking',
    over: '413: send it in parts',
    where: 'everywhere',
  },
  unpackedTimes: {
    most: 100,
    unit: 'times',
    of: 'what a packed file, or a part of a workbook, unpacks to, as a multiple of its size; 4 MiB are always allowed',
    over: '413: save it again from the spreadsheet, without empty rows',
    where: 'everywhere',
  },
  sharedLetters: {
    most: 16 * MEBIBYTE,
    unit: 'letters',
    of: 'all shared texts of a workbook together',
    over: '413: save the sheet as “CSV UTF-8”',
    where: 'everywhere',
  },
  workbookParts: {
    most: 2000,
    unit: 'parts',
    of: 'a workbook',
    over: '413: save the sheet alone',
    where: 'everywhere',
  },
  fileRows: {
    most: 50_000,
    unit: 'rows',
    of: 'rows with data in an imported file',
    over: '413: import it in parts',
    where: 'everywhere',
  },
  fileLines: {
    most: 50_100,
    unit: 'lines',
    of: 'lines of an imported file: rows, empty ones, titles and headings',
    over: '413: delete the empty lines, or import it in parts',
    where: 'everywhere',
  },
  fileColumns: {
    most: 200,
    unit: 'columns',
    of: 'an imported file',
    over: '422: delete the columns without data',
    where: 'everywhere',
  },
  recordColumns: {
    most: 16_384,
    unit: 'columns',
    of: 'one row of a text with separators, including empty columns: as many as a spreadsheet has',
    over: '422: delete the columns without data',
    where: 'everywhere',
  },
  recordLetters: {
    most: 400_000,
    unit: 'letters',
    of: 'one row of a text with separators, as it is read: in a longer one a quotation mark is not closed',
    over: '413: save the table again from the spreadsheet',
    where: 'everywhere',
  },
  rowLetters: {
    most: 20_000,
    unit: 'letters',
    of: 'one row of a roster, as it is stored until its turn comes',
    over: 'the row is rejected: shorten it',
    where: 'everywhere',
  },
  mergedRegions: {
    most: 20_000,
    unit: 'regions',
    of: 'merged regions of a worksheet',
    over: '413: unmerge the cells',
    where: 'everywhere',
  },
  cellLetters: {
    most: 5000,
    unit: 'letters',
    of: 'one cell of an imported file',
    over: '422: shorten it',
    where: 'everywhere',
  },
  parsingSeconds: {
    most: 20,
    unit: 'seconds',
    of: 'time to read an imported file',
    over: '413: import it in parts',
    where: 'everywhere',
  },
  rowsAtOnce: {
    most: 1000,
    unit: 'rows',
    of: 'rows up to which the answer waits for the import',
    over: '202; the import goes on in the background',
    where: 'everywhere',
  },
  providerAnswerBytes: {
    most: 64 * 1024,
    unit: 'bytes',
    of: 'an answer of a provider: SMS gateway, sign-in, beacon',
    over: 'the rest is not read, and the connection is closed',
    where: 'everywhere',
  },
  providerSeconds: {
    most: 30,
    unit: 'seconds',
    of: 'time for one exchange with a provider, from the connection to the end of its answer',
    over: 'given up, and tried again later if that is allowed',
    where: 'everywhere',
  },
  mailConnectSeconds: {
    most: 10,
    unit: 'seconds',
    of: 'time for a mail server to accept the connection and to greet',
    over: 'given up, and tried again later',
    where: 'everywhere',
  },
  issuerSeconds: {
    most: 10,
    unit: 'seconds',
    of: 'time for the OIDC issuer to answer',
    over: '503 until it answers; notices are sent all the same',
    where: 'one machine',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limitTable;

/** The value of a limit, in the unit given in the table. */
export const most = (name: LimitName): number => limitTable[name].most;
