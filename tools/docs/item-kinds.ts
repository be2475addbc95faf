import { kindsOfOneMachine } from './local-kinds.ts';
import { repetitionRecord } from '../../shared/records/repetition.ts';
import { numberRecord } from '../../shared/records/number.ts';
import { linkRecord } from '../../shared/records/link.ts';
import { answerKeyRecord, answerLinkRecord } from '../../shared/records/answer-link.ts';
import { feedRecord } from '../../shared/records/feed.ts';
import { holdRecord } from '../../shared/records/hold.ts';
import { movedRecord } from '../../shared/records/moved.ts';
import { reportedRecord } from '../../shared/records/reported.ts';
import { plannedRecord } from '../../shared/records/planned.ts';
import { clientRecord } from '../../shared/records/client.ts';
import { addressIndex, personIndex } from '../../shared/records/person-index.ts';
import { staffRecord, unitPeopleRecord } from '../../shared/records/staff.ts';
import { settingsRecord } from '../../shared/records/settings.ts';
import { suppressionRecord } from '../../shared/records/receipt.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import type { Partition } from '../../shared/partitions.ts';
import { lastNoticeRecord } from '../../shared/records/last-notice.ts';
import { lettersRecord, textRecord } from '../../shared/records/letters.ts';
import * as keys from '../../shared/records/keys.ts';
import { overrideRecord } from '../../shared/records/override.ts';
import { obligationRecord } from '../../shared/records/obligation.ts';
import { drawRecord } from '../../shared/records/draw.ts';
import { escalationRecord } from '../../shared/records/escalation.ts';
import { importKinds } from './import-kinds.ts';
import { inspectionRecord } from '../../shared/records/inspection.ts';
import { quotaDecisionRecord, populationRecord } from '../../shared/records/quota.ts';
import { visitRecord } from '../../shared/records/visit.ts';
import { subjectRecord } from '../../shared/records/subject.ts';
import { absentOrVersion, type ItemKind } from './item-kind.ts';
import { rateRecord } from '../../shared/records/rate.ts';
import { systemKinds } from './system-kinds.ts';

/** Represents the jurisdiction in a key. */
export const J = '{j}';
const ID = '{subject}.{id}';

/** The kinds of items by partition. */
export const itemKinds: Readonly<Record<Partition, readonly ItemKind[]>> = {
  subject: [
    {
      item: 'subject',
      key: subjectRecord.key({ jurisdiction: J, id: '{subject}' }),
      list: { of: 'subjects', by: '{kind}#{code}#{id}' },
      writers: { api: absentOrVersion, imports: absentOrVersion, plan: ['absent'] },
      note: 'plan: the bureaus',
    },
    {
      item: 'last notice',
      key: lastNoticeRecord.key({ jurisdiction: J, subjectId: '{subject}' }),
      writers: { deliver: ['any'] },
      note: 'the later one stands',
    },
    {
      item: 'obligation',
      key: obligationRecord.key({ jurisdiction: J, id: ID }),
      list: { of: 'obligations', by: '{due day in effect}#{id}' },
      writers: { api: absentOrVersion, plan: absentOrVersion },
    },
    {
      item: 'people of a unit',
      key: unitPeopleRecord.key({ jurisdiction: J, unitId: '{unit}' }),
      writers: { api: absentOrVersion },
    },
    {
      item: 'child',
      key: keys.childKey(J, '{parent}', '{child}'),
      writers: { api: ['any', 'deleted'] },
      note: 'also under a unit that is a party; written before the child itself',
    },
    {
      item: 'predecessor',
      key: keys.predecessorKey(J, '{successor}', '{retired unit}'),
      writers: { api: ['any'] },
      note: 'written before the unit is retired; counts only where the unit names this successor',
    },
    {
      item: 'escalation',
      key: escalationRecord.key({ jurisdiction: J, id: ID }),
      list: { of: 'escalations', by: '{instant}#{id}' },
      writers: { api: absentOrVersion, deliver: absentOrVersion, plan: ['absent'] },
    },
    {
      item: 'notice',
      key: noticeRecord.key({ jurisdiction: J, id: ID }),
      list: { of: 'notices', by: '{instant}#{id}' },
      writers: {
        deliver: absentOrVersion,
        report: absentOrVersion,
        receipts: ['version'],
        api: ['version'],
      },
    },
  ],
  config: [
    {
      item: 'settings',
      key: settingsRecord.key(J),
      writers: { plan: ['absent'], api: ['version'], deliver: ['version'] },
    },
    { item: 'staff', key: staffRecord.key(J), writers: { api: absentOrVersion } },
    {
      item: 'entered year',
      key: { ...settingsRecord.key(J), sk: 'YEAR#{year}' },
      writers: { api: absentOrVersion },
    },
    {
      item: 'superior’s figures',
      key: overrideRecord.key({ jurisdiction: J, ruleId: '{rule}', from: '{from}' }),
      writers: { api: absentOrVersion },
      note: 'ended, never erased',
    },
    { item: 'planning basis', key: plannedRecord.key(J), writers: { plan: ['any'] } },
    { item: 'last daily mail', key: reportedRecord.key(J), writers: { report: absentOrVersion } },
    {
      item: 'key of the links in letters',
      key: answerKeyRecord.key(J),
      writers: { deliver: ['absent'] },
    },
    {
      item: 'hold after a restore',
      key: holdRecord.key(J),
      writers: {},
      others: '`npm run restore`: any; deleted with `--release`',
    },
    {
      item: 'move to another stage',
      key: movedRecord.key(J),
      writers: {},
      others: '`npm run move`: any; deleted at the new stage when everything is there',
    },
  ],
  daily: [
    {
      item: 'line of the daily mail',
      key: { pk: `${J}#DAILY`, sk: '{instant}#{type}#{id}' },
      writers: { plan: ['any'], deliver: ['any'], api: ['any'], receipts: ['any'], report: ['any'] },
      note: 'read by time, never deleted',
    },
  ],
  agenda: [
    {
      item: 'page of the agenda',
      key: {
        pk: 'AGENDA#{day}#{lane and shard}',
        sk: '{instant}#{hash}',
      },
      writers: { plan: ['any'], deliver: ['any'], api: ['any'], sweep: ['deleted'] },
      note: 'the name is the content',
    },
  ],
  handed: [
    {
      item: 'message to deliver',
      key: { pk: 'HANDED#{0–7}', sk: '{instant}#{hash}' },
      writers: { sweep: ['any', 'deleted'], deliver: ['deleted'] },
      note: 'until it was worked on; not on one machine, where the queue lies in the table',
    },
  ],
  ledger: [
    {
      item: 'link of the chain',
      key: { ...linkRecord.key({ jurisdiction: J, number: 0 }), sk: '{number}' },
      writers: { api: ['absent'], deliver: ['absent'] },
    },
  ],
  number: [
    {
      item: 'number of a document',
      key: numberRecord.key({ jurisdiction: J, number: '{number}' }),
      writers: { api: absentOrVersion },
      note: 'version: it was never borne',
    },
  ],
  draw: [
    {
      item: 'draw',
      key: drawRecord.key({ jurisdiction: J, id: '{id}' }),
      list: { of: 'draws', by: '{instant}#{id}' },
      writers: { api: absentOrVersion, deliver: ['version'] },
    },
    {
      item: 'part of a draw’s roster',
      key: { ...drawRecord.key({ jurisdiction: J, id: '' }), sk: 'R#{hash}#{chunk}' },
      writers: { api: ['any'] },
      note: 'the name is the content',
    },
  ],
  inspection: [
    {
      item: 'inspection',
      key: inspectionRecord.key({ jurisdiction: J, id: '{day and minute}-{hash}' }),
      writers: { api: absentOrVersion },
    },
  ],

  visit: [
    {
      item: 'planned check',
      key: visitRecord.key({ jurisdiction: J, id: '{day}-{hash}' }),
      writers: { api: absentOrVersion },
    },
  ],
  quota: [
    {
      item: 'counted population',
      key: populationRecord.key({ jurisdiction: J, ruleId: '{rule}', period: '{period}' }),
      writers: { report: ['absent'] },
    },
    {
      item: 'quota decision',
      key: quotaDecisionRecord.key({ jurisdiction: J, ruleId: '{rule}', period: '{period}' }),
      writers: { api: absentOrVersion, deliver: ['version'] },
    },
  ],
  feed: [
    {
      item: 'calendar feed',
      key: feedRecord.key({ jurisdiction: J, id: '{hash of the token}' }),
      writers: { api: ['absent', 'deleted'] },
    },
  ],
  answer: [
    {
      item: 'link of a letter',
      key: answerLinkRecord.key({ jurisdiction: J, id: '{hash of the token}' }),
      writers: { deliver: ['any'] },
      note: 'the same each time',
    },
  ],
  person: [
    {
      item: 'person by the `sub` of tokens',
      key: { ...personIndex.key(''), pk: 'PERSON#{hash of the sub}' },
      writers: { api: absentOrVersion },
      note: 'version: somebody has left, or came back',
    },
    {
      item: 'person by an e-mail address',
      key: { ...addressIndex.key(''), pk: 'PERSON#{hash of the address}' },
      writers: { api: ['absent', 'version', 'deleted'] },
      note: 'written before the person; version: it led to nobody',
    },
  ],
  client: [
    {
      item: 'program that was let in',
      key: clientRecord.key({ jurisdiction: J, id: '{client}' }),
      writers: { api: ['absent', 'version', 'deleted'] },
      note: 'deleted: a repeated request makes it anew',
    },
  ],
  text: [
    {
      item: 'texts of letters',
      key: lettersRecord.key('{hash}'),
      writers: { deliver: ['any'], report: ['any'] },
      note: 'the name is the content',
    },
    {
      item: 'text of a notice',
      key: textRecord.key('{sha256}'),
      writers: {},
      others: 'nobody any more: each was stored by itself once',
    },
  ],
  suppressed: [
    {
      item: 'address that is not written to',
      key: { ...suppressionRecord.key({ jurisdiction: J, address: '' }), sk: '{hash of the address}' },
      writers: { receipts: ['absent', 'any'], api: ['deleted'] },
      note: 'any: a complaint; deleted: it is written to again',
    },
  ],
  repetition: [
    {
      item: 'repeated POST',
      key: repetitionRecord.key({ jurisdiction: J, hash: '{hash}' }),
      writers: {
        api: ['absent', 'version', 'deleted'],
        imports: ['absent', 'version', 'deleted'],
      },
    },
  ],
  named: [
    {
      item: 'subject by its name',
      key: { pk: `${J}#NAMED#{hash of kind and name}`, sk: '{parent}#{subject}' },
      writers: { api: ['any', 'deleted'], imports: ['any'] },
    },
  ],
  import: importKinds(J),
  rate: [
    {
      item: 'requests of a program or bureau',
      key: rateRecord.key('{asker}'),
      writers: {
        api: ['absent', 'version'],
        documents: ['absent', 'version'],
        imports: ['absent', 'version'],
      },
      note: 'on AWS, once for 20 requests',
    },
  ],
  system: systemKinds,
};

/** The kinds of one machine alone. */
const localKinds: readonly ItemKind[] = kindsOfOneMachine(J);

export const allItemKinds: readonly ItemKind[] = [...Object.values(itemKinds).flat(), ...localKinds];
