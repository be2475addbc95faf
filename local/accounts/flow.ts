import { addressKey, mobileOf } from '../../shared/domain/address.ts';
import type { Clock, Store } from '../../shared/ports.ts';
import { credentialRecord, type CredentialRecord, type OnceRecord } from '../../shared/records/accounts.ts';
import { ofAccount, ofAddress, ofSending, type Attempts } from './attempts.ts';
import type { Diary, Way } from './diary.ts';
import { rememberMobile, type Directory, type Person } from './directory.ts';
import type { Once } from './once.ts';
import { isPassword } from './password.ts';
import type { Post } from './post.ts';
import { afterCode, freshRecovery, freshTotpSecret, stepOf } from './second-factor.ts';
import { freshDigits, freshSecret, hashOf, isSame } from './secret.ts';

/** What comes next for somebody who signs in. Answers for unknown and for wrong are alike. */
export type Step =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'sent' }
  | { readonly kind: 'code' | 'factor' | 'password'; readonly step: string }
  | {
      readonly kind: 'enrol';
      readonly step: string;
      readonly secret: string;
      readonly person: Person;
      /** The bureau demands it of the person’s role. */
      readonly demanded: boolean;
    }
  | { readonly kind: 'choose'; readonly step: string; readonly people: readonly Person[] }
  | { readonly kind: 'recovery'; readonly step: string; readonly codes: readonly string[] }
  | { readonly kind: 'signed'; readonly person: Person };

export interface FlowParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly once: Once;
  readonly attempts: Attempts;
  readonly post: Post;
  readonly diary: Diary;
  readonly origin: () => string;
}

export type Flow = ReturnType<typeof createFlow>;

type Stage = 'choose' | 'factor' | 'enrol' | 'password' | 'done';

/** An address that nobody has is answered as one that somebody has. */
const nobody: Person = { sub: '', name: '', role: 'unit', jurisdiction: '' };

const wrong: Step = { kind: 'wrong' };
const gone: Step = { kind: 'gone' };

/** The ways of signing in: a password, a link or a code; then a second factor where there is one or must be. */
export function createFlow(parts: FlowParts) {
  const { store, clock, directory, once, attempts, post, diary, origin } = parts;
  const credentialOf = async (sub: string): Promise<CredentialRecord> =>
    (await credentialRecord.read(store, { sub })) ?? { version: 0, sub };
  const stepFor = ({ sub, jurisdiction }: Person, stage: Stage, more: Record<string, string> = {}) =>
    once.issue('step', { sub, jurisdiction, more: { ...more, stage } });
  const at = async (
    token: string,
    stage: Stage,
  ): Promise<{ found: OnceRecord; person: Person } | undefined> => {
    const found = await once.look('step', token);
    if (found?.more?.['stage'] !== stage) return undefined;
    const person = await directory.bySub(found.sub);
    return person && { found, person };
  };
  const peopleOf = async ({ more }: OnceRecord): Promise<Person[]> => {
    const found = await Promise.all((more?.['subs'] ?? '').split(' ').map((sub) => directory.bySub(sub)));
    return found.flatMap((person) => person ?? []);
  };
  /** Counts a try for the address of the caller and for the account; seconds to wait where it is too early. */
  const counted = async (account: string, caller: string): Promise<number> =>
    (await attempts.begin(`caller ${caller}`, ofAddress)) || attempts.begin(`account ${account}`, ofAccount);
  const right = async (account: string, caller: string): Promise<void> => {
    await attempts.succeeded(`account ${account}`);
    await attempts.uncounted(`caller ${caller}`);
  };

  /** After the first factor. */
  async function proven(person: Person, way: Way): Promise<Step> {
    const { totp } = await credentialOf(person.sub);
    if (totp !== undefined) return { kind: 'factor', step: await stepFor(person, 'factor', { way }) };
    if (await directory.demandsFactor(person)) return enrolling(person, way, true);
    return signed(person, way);
  }

  async function enrolling(person: Person, way: Way, demanded = false): Promise<Step> {
    const secret = freshTotpSecret();
    return { kind: 'enrol', step: await stepFor(person, 'enrol', { secret, way }), secret, person, demanded };
  }

  async function signed(person: Person, way: Way): Promise<Step> {
    await Promise.all([diary('signed-in', person, way), rememberMobile(store, person)]);
    return { kind: 'signed', person };
  }

  async function password(address: string, given: string, caller: string): Promise<Step> {
    const account = addressKey(address);
    const seconds = await counted(account, caller);
    if (seconds > 0) return { kind: 'wait', seconds };
    const people = await directory.byAddress(address);
    const matching: Person[] = [];
    for (const person of people) {
      const { password: kept } = await credentialOf(person.sub);
      if (await isPassword(given, kept)) matching.push(person);
    }
    // An unknown address takes as long as a known one, with or without a password.
    if (people.length === 0) await isPassword(given, undefined);
    if (matching.length === 0) {
      await diary('refused', people[0], 'password');
      return wrong;
    }
    await right(account, caller);
    return among(matching, 'password');
  }

  /** Whoever has several accounts under one address says which one. */
  async function among(people: readonly Person[], way: Way): Promise<Step> {
    const [person] = people;
    if (person === undefined) return gone;
    if (people.length === 1) return way === 'password' ? proven(person, way) : possessed(person, way);
    const subs = people.map(({ sub }) => sub).join(' ');
    return { kind: 'choose', step: await stepFor(person, 'choose', { subs, way }), people };
  }

  async function choose(token: string, sub: string): Promise<Step> {
    const found = await once.look('step', token);
    const offered = found?.more?.['stage'] === 'choose' ? (found.more['subs'] ?? '').split(' ') : [];
    const person = offered.includes(sub) ? await directory.bySub(sub) : undefined;
    if (found === undefined || person === undefined || !(await once.use('step', token))) return gone;
    return among([person], wayOf(found));
  }

  /** A link by mail or a code by SMS. The answer is the same for an address that nobody has. */
  async function send(address: string, caller: string): Promise<Step> {
    const seconds =
      (await attempts.begin(`caller ${caller}`, ofAddress)) ||
      (await attempts.begin(`sending ${addressKey(address)}`, ofSending));
    if (seconds > 0) return { kind: 'wait', seconds };
    const people = await directory.byAddress(address);
    const person = people[0] ?? nobody;
    const subs = people.map(({ sub }) => sub).join(' ');
    if (mobileOf(address) === undefined) {
      const token = await once.issue('link', { ...person, more: { subs } });
      if (person !== nobody) void post.link(person, `${origin()}/account/link/${token}`);
      return { kind: 'sent' };
    }
    const salt = freshSecret();
    const digits = freshDigits();
    const more = { salt, subs, hash: hashOf(salt + digits) };
    const step = await once.issue('code', { ...person, more });
    if (person !== nobody) void post.code(person, digits);
    return { kind: 'code', step };
  }

  async function code(token: string, digits: string, caller: string): Promise<Step> {
    const seconds = await counted(`code ${hashOf(token)}`, caller);
    if (seconds > 0) return { kind: 'wait', seconds };
    const found = await once.look('code', token);
    if (found === undefined) return gone;
    const { salt = '', hash = '' } = found.more ?? {};
    const people = await peopleOf(found);
    if (people.length === 0 || !isSame(hashOf(salt + digits.trim()), hash)) {
      await diary('refused', people[0], 'code');
      return wrong;
    }
    await attempts.uncounted(`caller ${caller}`);
    return (await once.use('code', token)) ? among(people, 'code') : gone;
  }

  async function link(token: string): Promise<Step> {
    const found = await once.use('link', token);
    return found ? among(await peopleOf(found), 'link') : gone;
  }

  /** A link or a code alone lets in a unit’s people; the bureau’s need a second factor, or their password. */
  async function possessed(person: Person, way: Way): Promise<Step> {
    const { totp, password: kept } = await credentialOf(person.sub);
    if (person.role === 'unit' || totp !== undefined) return proven(person, way);
    return kept === undefined ? gone : { kind: 'password', step: await stepFor(person, 'password', { way }) };
  }

  /** The password beside a link. Tries elsewhere do not slow this one down. */
  async function passwordToo(token: string, given: string, caller: string): Promise<Step> {
    const seconds = await counted(`step ${hashOf(token)}`, caller);
    if (seconds > 0) return { kind: 'wait', seconds };
    const here = await at(token, 'password');
    if (here === undefined) return gone;
    if (!(await isPassword(given, (await credentialOf(here.person.sub)).password))) {
      await diary('refused', here.person, 'password');
      return wrong;
    }
    await attempts.uncounted(`caller ${caller}`);
    return (await once.use('step', token)) ? proven(here.person, 'link') : gone;
  }

  async function factor(token: string, given: string, caller: string): Promise<Step> {
    const here = await at(token, 'factor');
    if (here === undefined) return gone;
    const { person, found } = here;
    const seconds = await counted(`factor ${person.sub}`, caller);
    if (seconds > 0) return { kind: 'wait', seconds };
    const next = afterCode(await credentialOf(person.sub), given, clock.now());
    // The version decides where one code comes twice at the same time.
    if (next === undefined || !(await credentialRecord.put(store, next))) {
      await diary('refused', person, 'factor');
      return wrong;
    }
    await right(`factor ${person.sub}`, caller);
    return (await once.use('step', token)) ? signed(person, wayOf(found)) : gone;
  }

  async function enrol(token: string, given: string): Promise<Step> {
    const here = await at(token, 'enrol');
    if (here === undefined) return gone;
    const { person, found } = here;
    const secret = found.more?.['secret'] ?? '';
    const step = stepOf(secret, given, clock.now(), 0);
    if (step === undefined) return wrong;
    if (!(await once.use('step', token))) return gone;
    const { codes, hashes } = freshRecovery();
    await credentialRecord.change(store, { sub: person.sub }, (known) => ({
      ...(known ?? { version: 0, sub: person.sub }),
      totp: { secret, step },
      recovery: hashes,
    }));
    await diary('factor-set', person, 'factor');
    return { kind: 'recovery', step: await stepFor(person, 'done', { way: wayOf(found) }), codes };
  }

  async function done(token: string): Promise<Step> {
    const here = await at(token, 'done');
    return here !== undefined && (await once.use('step', token))
      ? signed(here.person, wayOf(here.found))
      : gone;
  }

  return { password, choose, send, code, link, passwordToo, factor, enrol, enrolling, done, proven };
}

const ways = ['password', 'code', 'link', 'invitation', 'factor'] as const;

const wayOf = ({ more }: OnceRecord): Way => ways.find((way) => way === more?.['way']) ?? 'password';
