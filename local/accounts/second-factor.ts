import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CredentialRecord } from '../../shared/records/accounts.ts';
import { freshCode, hashOf, plainly } from './secret.ts';

/** One-time codes (RFC 6238), as every authenticator makes them. */

const PERIOD = 30;
const RECOVERY_CODES = 10;

const totpOf = (secret: string, label = 'archive-duty'): TOTP =>
  new TOTP({ issuer: '档案监管期限与通知平台', label, secret: Secret.fromBase32(secret), period: PERIOD });

export const freshTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator reads: as a picture and as a text. */
export function enrolment(secret: string, label: string): { readonly svg: string; readonly uri: string } {
  const uri = totpOf(secret, label).toString();
  const picture = qrcode(0, 'M');
  picture.addData(uri, 'Byte');
  picture.make();
  return { svg: picture.createSvgTag({ cellSize: 4, margin: 4, scalable: true }), uri };
}

/** The step of which the code is, where it is later than `after`: a code is good once. Undefined otherwise. */
export function stepOf(secret: string, code: string, now: Instant, after: number): number | undefined {
  const token = code.replace(/\s/gu, '');
  const delta = /^\d{6}$/.test(token) ? totpOf(secret).validate({ token, timestamp: now, window: 1 }) : null;
  if (delta === null) return undefined;
  const step = Math.floor(now / 1000 / PERIOD) + delta;
  return step > after ? step : undefined;
}

export interface RecoveryCodes {
  /** Shown once. */
  readonly codes: readonly string[];
  readonly hashes: string[];
}

export function freshRecovery(): RecoveryCodes {
  const codes = Array.from({ length: RECOVERY_CODES }, () => freshCode(4));
  return { codes, hashes: codes.map((code) => hashOf(plainly(code))) };
}

/** The credential after a code of either kind was taken; undefined when it is none. */
export function afterCode(known: CredentialRecord, code: string, now: Instant): CredentialRecord | undefined {
  const { totp, recovery = [] } = known;
  if (totp === undefined) return undefined;
  const step = stepOf(totp.secret, code, now, totp.step);
  if (step !== undefined) return { ...known, totp: { ...totp, step } };
  const hash = hashOf(plainly(code));
  return recovery.includes(hash)
    ? { ...known, recovery: recovery.filter((other) => other !== hash) }
    : undefined;
}
