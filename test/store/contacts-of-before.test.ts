import { expect, test } from 'vitest';
import { contactRecord } from '../../shared/records/records.ts';

test.each([
  [
    { name: '甲', mobile: '0319-7654321' },
    { name: '甲', telephone: '0319-7654321' },
  ],
  [
    { name: '甲', mobile: '+86 138 0000 0001' },
    { name: '甲', mobile: '13800000001' },
  ],
  [
    { name: '甲', email: 'ａ＠unit.example.com', later: 'kept' },
    { name: '甲', email: 'a@unit.example.com', later: 'kept' },
  ],
])(
  'A contact that was stored before telephones had a place is read with its numbers in theirs: %o',
  (kept, read) => {
    expect(contactRecord.parse(kept)).toEqual(read);
  },
);
