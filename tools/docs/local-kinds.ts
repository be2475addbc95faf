import {
  credentialRecord,
  issuedRecord,
  keysRecord,
  onceRecord,
  sessionRecord,
  signInLine,
} from '../../shared/records/accounts.ts';
import { triesRecord } from '../../shared/records/tries.ts';

/** Without SQS the queues are in the table, and without Cognito the accounts. `J` stands for a jurisdiction. */
export const kindsOfOneMachine = (J: string) => [
  {
    item: 'credential (one machine)',
    key: credentialRecord.key({ sub: '{person}' }),
    writers: {},
    others: 'sign-in pages: absent, version; deleted with the person',
  },
  {
    item: 'session (one machine)',
    key: sessionRecord.key({ jurisdiction: J, sub: '{person}', uid: '{session}' }),
    writers: {},
    others: 'the issuer: absent, version; deleted at its end',
  },
  {
    item: 'link or code that is good once (one machine)',
    key: onceRecord.key({ hash: '{hash}' }),
    writers: {},
    others: 'sign-in pages: absent, version; deleted when it has expired',
  },
  {
    item: 'what the issuer has issued (one machine)',
    key: { ...issuedRecord.key({ model: '{kind}', hash: '{hash}' }) },
    writers: {},
    others: 'the issuer: absent, version; deleted when it has expired',
  },
  {
    item: 'holder of a mobile (one machine)',
    key: { pk: 'ACCOUNTS#MOBILE#{hash}', sk: '{person}' },
    writers: {},
    others: 'sign-in pages: any',
  },
  {
    item: 'failed tries to sign in (one machine)',
    key: { ...triesRecord.key(0), sk: '{shelf}' },
    writers: {},
    others: 'sign-in pages: absent, version',
  },
  {
    item: 'keys, set-up and operator (one machine)',
    key: { ...keysRecord.key('keys'), sk: 'KEYS, SETUP, OPERATOR' },
    writers: {},
    others: 'the issuer and the set-up page: absent, version',
  },
  {
    item: 'sign-in or refusal (one machine)',
    key: signInLine.key({ jurisdiction: J, sk: '{instant}#{random}' }),
    writers: {},
    others: 'sign-in pages: absent',
  },
  {
    item: 'message (one machine)',
    key: { pk: 'QUEUE#{queue}', sk: '{instant}-{run}-{number}' },
    writers: {},
    others: 'the local queue: any, deleted',
  },
  {
    item: 'dead letter (one machine)',
    key: { pk: 'DEAD#{queue}', sk: '{instant}-{run}-{number}' },
    writers: {},
    others: 'the local queue: any, deleted',
  },
];
