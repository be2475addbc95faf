import { systemKey } from '../../shared/records/keys.ts';
import { outlookRecord } from '../../shared/records/outlook.ts';
import { sweepRecord } from '../../shared/records/sweep.ts';
import { watermarkRecord } from '../../shared/records/watermark.ts';
import { absentOrVersion, type ItemKind } from './item-kind.ts';

/** What belongs to the stage as a whole. */
export const systemKinds: readonly ItemKind[] = [
  {
    item: 'channel',
    key: systemKey('CHANNEL#{channel}'),
    writers: { receipts: absentOrVersion },
    others: '`npm run channel`: version',
  },
  {
    item: 'channel’s figures',
    key: systemKey('FIGURES#{channel}#{day}#{shard}'),
    writers: { receipts: absentOrVersion },
  },
  { item: 'watermark', key: watermarkRecord.key('agenda'), writers: { sweep: absentOrVersion } },
  {
    item: 'sweep',
    key: sweepRecord.key('agenda'),
    writers: { sweep: absentOrVersion, plan: absentOrVersion },
    note: 'plan: more shards',
  },
  { item: 'outlook', key: outlookRecord.key('email'), writers: { sweep: absentOrVersion } },
  {
    item: 'turns of a channel',
    key: systemKey('PACE#{channel}'),
    writers: { deliver: absentOrVersion, report: absentOrVersion },
  },
  {
    item: 'demonstration data',
    key: systemKey('DEMO'),
    writers: {},
    others: '`npm start`: absent, then any',
  },
];
