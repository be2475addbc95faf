import { SESv2Client } from '@aws-sdk/client-sesv2';
import { hours, plus, type Instant } from '../../../shared/domain/time/instant.ts';

/** What SES documents of its limits: a rate with bursts of a second, and a number of messages in any 24 hours. */
export interface SesLimits {
  readonly perSecond: number;
  readonly perDay: number;
}

/** An account of SES: it takes a message, or says which limit is reached. */
export class SesAccount {
  readonly taken: { readonly at: Instant; readonly noticeId: string }[] = [];
  throttled = { rate: 0, day: 0 };
  private tokens: number;
  private filledAt: Instant;
  private first = 0;

  constructor(
    private readonly limits: SesLimits,
    private readonly now: () => Instant,
  ) {
    this.tokens = limits.perSecond;
    this.filledAt = now();
  }

  take(noticeId: string): 'taken' | 'rate' | 'day' {
    const now = this.now();
    const { perSecond, perDay } = this.limits;
    this.tokens = Math.min(perSecond, this.tokens + ((now - this.filledAt) / 1000) * perSecond);
    this.filledAt = now;
    while (plus(this.taken[this.first]?.at ?? now, hours(24)) <= now) this.first += 1;
    const answer = this.taken.length - this.first >= perDay ? 'day' : this.tokens < 1 ? 'rate' : 'taken';
    if (answer !== 'taken') this.throttled[answer] += 1;
    else {
      this.tokens -= 1;
      this.taken.push({ at: now, noticeId });
    }
    return answer;
  }
}

const sentences = { rate: 'Maximum sending rate exceeded.', day: 'Daily message quota exceeded.' } as const;

/** A client whose requests go to the account in this process, in the form in which SES answers. */
export function clientOf(account: SesAccount): SESv2Client {
  return new SESv2Client({
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: { readonly body?: unknown }) => {
        const id = /"X-Notice-Id","Value":"([^"]*)"/.exec(String(request.body))?.[1] ?? '';
        const answer = account.take(id);
        const said = (statusCode: number, headers: Record<string, string>, body: object) => ({
          response: { statusCode, headers, body: Buffer.from(JSON.stringify(body)) },
        });
        if (answer === 'taken') return said(200, {}, { MessageId: `ses-${account.taken.length}` });
        const type = { 'x-amzn-errortype': 'TooManyRequestsException' };
        return said(429, type, { message: sentences[answer] });
      },
    },
  });
}
