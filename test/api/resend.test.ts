import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { contactAt, officerOnStaff } from '../support/bureaus/bureau.ts';
import { short, unreachedProject } from '../support/bureaus/unreached-project.ts';
import { smtpBox } from '../support/servers/smtp-box.ts';

describe('a notice that nobody could be written to', () => {
  test('is not sent twice, however often it is asked for', async () => {
    const { server, own, resend, write } = await unreachedProject([]);
    const [failed] = await own();
    await write([contactAt('Qiao')]);
    await resend(failed);
    await resend(failed);
    expect(await server.mailbox()).toHaveLength(1);
  });

  test('waits for the next working day where it is asked for at night', async () => {
    const { server, own, resend, write } = await unreachedProject([]);
    await server.advance('2026-07-14T21:30:00+08:00');
    await write([contactAt('Qiao')]);
    await resend((await own())[0]);
    expect(await server.mailbox()).toEqual([]);
    await server.advance('2026-07-15T09:30:00+08:00');
    expect((await server.mailbox()).map(({ sentAt }) => sentAt)).toEqual(['2026-07-15T09:00:00+08:00']);
  });

  test('waits for Monday where it is asked for on a Saturday', async () => {
    const { server, own, resend, write } = await unreachedProject([]);
    await server.advance('2026-07-18T10:00:00+08:00');
    await write([contactAt('Qiao')]);
    await resend((await own()).find(({ step }) => step === 'overdue'));
    expect(await server.mailbox()).toEqual([]);
    await server.advance('2026-07-20T09:30:00+08:00');
    expect((await server.mailbox()).map(({ sentAt }) => sentAt)).toEqual(['2026-07-20T09:00:00+08:00']);
  });

  test('is not sent again where there is still nobody, nor where the duty no longer calls for it', async () => {
    const { own, refused, write, bureau, id } = await unreachedProject([]);
    const [failed] = await own();
    expect(await refused(failed)).toBe('there is still nobody to write to: enter a contact first');
    await write([contactAt('Qiao')]);
    await bureau.act(id, 'fulfilment', { on: '2026-07-14' });
    expect(await refused(failed)).toBe(
      'the duty no longer needs this notice: it was fulfilled, was moved or is past',
    );
  });

  test('of a reminder is past once the due day is', async () => {
    const { server, own, refused, resend, write } = await unreachedProject([]);
    await server.advance('2026-07-16T10:00:00+08:00');
    await write([contactAt('Qiao')]);
    const [reminder, overdue] = await own();
    expect([reminder, overdue].map((notice) => notice?.step)).toEqual(['reminder:1', 'overdue']);
    expect(await refused(reminder)).toContain('past');
    await resend(overdue);
    expect((await server.mailbox()).map(({ to }) => to)).toEqual(['qiao@unit.example.com']);
  });
});

describe('an address that the mail server refuses', () => {
  const person = contactAt('Wrong');

  test('fails for good, with the server’s own words, and the bureau is told', async () => {
    const box = await smtpBox();
    box.refused.set(person.email, [550, 'no such mailbox']);
    const { own, bureau } = await unreachedProject([person, contactAt('Right')], box, [officerOnStaff]);
    const [failed] = (await own()).filter(({ to }) => to === person.email);
    expect(failed).toMatchObject({
      status: 'failed',
      attempts: [{ at: '2026-07-14T09:00:00+08:00', provider: 'smtp' }],
    });
    expect(failed?.attempts[0]?.outcome).toMatch(/^permanent: .*550.*no such mailbox/);
    expect(box.accepted).toContain('right@unit.example.com');
    expect(box.accepted).not.toContain(person.email);
    const [daily] = await bureau.notices({ kind: 'daily' });
    const read = await bureau.officer.get(answers.noticeDetail, `${bureau.path}/notices/${daily?.id ?? ''}`);
    expect(read.text).toContain('wrong@unit.example.com');
  });

  test('is written to again once it is corrected; who has the notice already does not get it twice', async () => {
    const box = await smtpBox();
    box.refused.set(person.email, [550, 'no such mailbox']);
    const { own, resend, write } = await unreachedProject([person, contactAt('Right')], box);
    const [failed] = (await own()).filter(({ status }) => status === 'failed');
    await write([contactAt('Corrected'), contactAt('Right')]);
    await resend(failed);
    expect(box.accepted).toEqual(['right@unit.example.com', 'corrected@unit.example.com']);
  });

  test('is tried again under the same notice where the mailbox was the fault', async () => {
    const box = await smtpBox();
    box.refused.set(person.email, [550, 'mailbox disabled']);
    const { own, resend } = await unreachedProject([person], box);
    box.refused.clear();
    expect(await resend((await own())[0])).toMatchObject({ to: person.email });
    const [notice, ...others] = await own();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ status: 'sent' });
    expect(notice?.attempts.map(({ outcome }) => outcome.split(':')[0])).toEqual(['permanent', 'accepted']);
  });

  test('for the moment only is tried again by itself, after longer and longer pauses', async () => {
    const box = await smtpBox();
    box.refused.set(person.email, [451, 'come back later']);
    const { server, own } = await unreachedProject([person], box);
    const statuses = async () => (await own()).map(short);
    expect(await statuses()).toEqual(['reminder:1 wrong queued']);
    box.refused.clear();
    await server.advance('2026-07-14T12:00:00+08:00');
    expect(await statuses()).toEqual(['reminder:1 wrong sent']);
    const tries = (await own())[0]?.attempts.map(
      ({ at, outcome }) => `${at.slice(11, 13)} ${outcome.split(':')[0] ?? ''}`,
    );
    expect(tries).toEqual(['09 temporary', '09 temporary', '09 temporary', '09 temporary', '10 accepted']);
    expect(box.accepted).toEqual([person.email]);
  });
});

describe('a resend', () => {
  test('is not for a notice that left', async () => {
    const { own, refused } = await unreachedProject([contactAt('Qiao')]);
    expect(await refused((await own())[0])).toBe(
      'the notice is sent; a notice that was sent, withdrawn or complained about is not sent again',
    );
  });

  test('is asked for by an officer or leader alone, who has seen its present state', async () => {
    const { own, bureau, project } = await unreachedProject([]);
    const path = `${bureau.path}/notices/${(await own())[0]?.id ?? ''}/resend`;
    await bureau.admin.refused(403, 'POST', path, {});
    await (await bureau.unit(project.id)).refused(403, 'POST', path, {});
    await bureau.officer.refused(409, 'POST', path, {}, { 'if-match': '"9"' });
  });
});
