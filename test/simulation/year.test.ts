import { describe, expect, test } from 'vitest';
import { previewAnswer, subject } from '../../shared/contract/answers.ts';
import { formatInstant, instant } from '../../shared/domain/instant.ts';
import type { Notice } from '../support/bureau.ts';
import type { Captured } from '../support/local-answers.ts';
import { sharedServer } from '../support/server.ts';
import { dailyMails } from './year/daily-oracle.ts';
import { liveThrough, type Lived } from './year/live.ts';
import { dutyOf, nameOf, noticesOf, type Duty, type Expected, type Owner } from './year/oracle.ts';
import { END, registers, START } from './year/registers.ts';

interface Told extends Lived {
  readonly notices: readonly Notice[];
  /** Every duty that is pursued, as the rules put it on the owners of the register. */
  readonly duties: readonly Duty[];
}

/** The owners of the register, and the bureau’s own offices. */
async function ownersOf({ bureau, register }: Lived): Promise<Owner[]> {
  const contacts = new Map(register.subjects.map((one) => [one.code, one.contacts]));
  const offices = await bureau.officer.all(subject, `${bureau.path}/subjects?kind=bureau`);
  return [
    ...offices.map(({ kind, code = '', facts, traits }): Owner => ({
      kind,
      code,
      facts,
      traits,
      contacts: [],
      parent: [],
      enteredAt: instant(START),
    })),
    ...register.subjects.map((one): Owner => ({ ...one, parent: contacts.get(one.parent ?? '') ?? [] })),
  ];
}

async function dutiesOf(lived: Lived): Promise<Duty[]> {
  const { bureau, register, fulfilled } = lived;
  const duties: Duty[] = [];
  for (const owner of await ownersOf(lived)) {
    const { obligations } = await bureau.officer.send(previewAnswer, 'POST', '/v1/preview', {
      jurisdiction: register.jurisdiction,
      subject: { kind: owner.kind, traits: owner.traits, facts: owner.facts },
      from: `${START.slice(0, 4)}-01-01`,
      to: `${END.slice(0, 4)}-12-31`,
    });
    for (const previewed of obligations) {
      const name = `${owner.kind === 'bureau' ? 'bureau' : owner.code} ${previewed.ruleId} ${nameOf(previewed)}`;
      const duty = dutyOf(register, owner, previewed, fulfilled.get(name), START.slice(0, 10));
      if (duty) duties.push(duty);
    }
  }
  return duties;
}

/** `2026-03-02T09:00:00+08:00 reminder email a@b unit7 archives-security/…`, one a notice. */
const lineOf = ({ at, kind, channel, to, duty }: Expected): string =>
  [formatInstant(at), kind, channel, to, duty.owner.code, duty.ruleId].join(' ');

const expectedOf = (told: Told): Expected[] =>
  told.duties.flatMap(noticesOf).filter((one) => one.at < instant(END));

describe('a year of five bureaus with a hundred subjects each', () => {
  const shared = sharedServer(START, async (server): Promise<{ told: Told[]; mailbox: Captured[] }> => {
    const began = performance.now();
    const lived = await liveThrough(server, registers);
    const seconds = Math.round((performance.now() - began) / 1000);
    const mailbox = await server.mailbox();
    process.stdout.write(`The year took ${seconds} s; ${mailbox.length} messages left.\n`);
    const told: Told[] = [];
    for (const one of lived)
      told.push({ ...one, notices: await one.bureau.notices({}), duties: await dutiesOf(one) });
    return { told, mailbox };
  });

  /** The notices of a bureau as the API tells them, in the words of the oracle. */
  async function recorded(told: Told, status: string): Promise<string[]> {
    const obligations = await told.bureau.obligations({});
    const subjects = await told.bureau.officer.all(subject, `${told.bureau.path}/subjects`);
    const rules = new Map(obligations.map(({ id, ruleId }) => [id, ruleId]));
    const codes = new Map(subjects.map(({ id, code }) => [id, code]));
    return told.notices
      .filter((notice) => notice.status === status && notice.kind !== 'daily')
      .map(({ createdAt, kind, channel, to, subjectId, obligationId }) =>
        [createdAt, kind, channel, to, codes.get(subjectId), rules.get(obligationId ?? '')].join(' '),
      )
      .sort();
  }

  const bureaus = registers.map(({ jurisdiction }) => jurisdiction);
  const of = (jurisdiction: string): Told => {
    const found = shared().scene.told.find(({ register }) => register.jurisdiction === jurisdiction);
    if (!found) throw new Error(`${jurisdiction} has not lived`);
    return found;
  };

  test.each(bureaus)(
    'in %s every notice that the rules ask for left at its moment, once, and no other',
    async (id) => {
      const expected = expectedOf(of(id)).filter(({ to }) => to !== '');
      expect(await recorded(of(id), 'sent')).toEqual(expected.map(lineOf).sort());
    },
  );

  test.each(bureaus)(
    'in %s every notice that had nobody to go to is recorded as failed, and no other',
    async (id) => {
      const expected = expectedOf(of(id)).filter(({ to }) => to === '');
      expect(await recorded(of(id), 'failed')).toEqual(expected.map(lineOf).sort());
      expect(of(id).notices.filter(({ status }) => status !== 'sent' && status !== 'failed')).toEqual([]);
    },
  );

  test.each(bureaus)(
    'in %s the bureau’s mail left on every day with something to say, and on no other',
    (id) => {
      const told = of(id);
      const failed = expectedOf(told).filter(({ to }) => to === '');
      const daily = told.notices.filter(({ kind }) => kind === 'daily');
      const found = daily.map(({ createdAt, to }) => `${createdAt.slice(0, 10)} ${to}`).sort();
      expect(found).toEqual(dailyMails(told.register, told.duties, failed));
      expect(daily.filter(({ createdAt }) => createdAt.slice(11, 16) !== '09:10')).toEqual([]);
    },
  );

  test('the mailbox holds what the records say was sent, each once', () => {
    const { told, mailbox } = shared().scene;
    const line = (id: string, to: string, channel: string, subject: string, at: string): string =>
      [at, channel, to, subject, id].join(' ');
    const sent = told
      .flatMap(({ notices }) => notices)
      .filter(({ status }) => status === 'sent')
      .map((one) =>
        line(one.id, one.to, one.channel, one.channel === 'sms' ? '' : one.subject, one.createdAt),
      );
    const left = mailbox.map((one) =>
      line(one.noticeId, one.to, one.channel, one.channel === 'sms' ? '' : one.subject, one.sentAt),
    );
    expect(left.sort()).toEqual(sent.sort());
    expect(new Set(left).size).toBe(left.length);
  });

  test('is a year in which much happened: of every kind, met and unmet, by hours and by years', () => {
    const expected = shared().scene.told.flatMap(expectedOf);
    const count = (fits: (one: Expected) => boolean): number => expected.filter(fits).length;
    expect(count(({ kind }) => kind === 'reminder')).toBeGreaterThan(1000);
    expect(count(({ kind }) => kind === 'overdue')).toBeGreaterThan(100);
    expect(count(({ kind }) => kind === 'bureau-alert')).toBeGreaterThan(50);
    expect(count(({ duty }) => duty.dueAt !== undefined)).toBeGreaterThan(20);
    expect(count(({ channel }) => channel === 'sms')).toBeGreaterThan(100);
    expect(count(({ to }) => to === '')).toBeGreaterThan(100);
    const duties = shared().scene.told.flatMap((told) => told.duties);
    expect(duties.filter(({ lateOnEntry }) => lateOnEntry).length).toBeGreaterThan(5);
    expect(duties.filter(({ fulfilledAt }) => fulfilledAt !== undefined).length).toBeGreaterThan(100);
  });

  test('leaves no dead letter, no unanswered message and nothing that was due', async () => {
    const { server } = shared();
    expect(await server.product.queue.deadLetters()).toEqual([]);
    const before = (await server.mailbox()).length;
    await server.advance('2027-01-05T08:30:00+08:00');
    expect((await server.mailbox()).length).toBe(before);
  });
});
