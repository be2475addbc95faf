import { headingsRecord, importRecord, marksRecord, portionRecord } from '../../shared/records/import.ts';

/** What an import leaves. `J` stands for a jurisdiction. */
export const importKinds = (J: string) => [
  {
    item: 'import',
    key: importRecord.key({ jurisdiction: J, id: '{id}' }),
    list: { of: 'imports' as const, by: '{instant}#{id}' },
    writers: { imports: ['absent', 'version'] as const },
  },
  {
    item: 'portion of an import',
    key: portionRecord.key({ jurisdiction: J, id: '{id}', part: 'C#{series}#{number}' }),
    writers: { imports: ['any', 'version', 'deleted'] as const },
    note: 'deleted: the file was no roster',
  },
  {
    item: 'marks of an import’s rows',
    key: marksRecord.key({ jurisdiction: J, id: '{id}', part: 'K#{number}' }),
    writers: { imports: ['any', 'deleted'] as const },
  },
  {
    item: 'meaning of headings',
    key: headingsRecord.key(J),
    writers: { imports: ['absent', 'version'] as const },
  },
];
