import type { z } from 'zod';
import { mobileOf } from '../../shared/domain/address.ts';
import { SIGN_IN_TEMPLATE, smsTemplateCodes } from '../../shared/letters/sms.ts';
import type { Channel, SendOutcome, Sms } from '../../shared/ports.ts';
import { ask, type Reply } from './ask.ts';
import type { Gateway } from './gateway.ts';

export { gateway, type Gateway } from './gateway.ts';

type Json = z.core.util.JSONType;
type Values = Readonly<Record<string, string>> & { readonly variables: string };

/** Any provider with an HTTP interface: 阿里云, 腾讯云, the carriers. */
export function createGatewaySms(gateway: Gateway): Channel<Sms> {
  return {
    async send(sms, noticeId, _at, _jurisdiction, signal) {
      const code = ([...smsTemplateCodes, SIGN_IN_TEMPLATE] as const).find((known) => known === sms.template);
      const template = code && gateway.templates[code];
      if (template === undefined) return temporary(gateway, `no provider template for ${sms.template}`);
      const variables = variablesOf(template.variables, sms.variables);
      const json = JSON.stringify(variables);
      const values: Values = {
        to: nationalNumber(sms.to),
        template: template.code,
        noticeId,
        variables: json,
        variablesJson: json,
      };
      const reply = await ask({
        url: gateway.url,
        method: gateway.method,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...headersOf(gateway.headers, values),
        },
        body: JSON.stringify(filled(gateway.body, values, variables)),
        milliseconds: gateway.timeoutSeconds * 1000,
        signal,
      });
      return outcomeOf(gateway, reply);
    },
  };
}

/** Numbered variables as a list in order, named ones under the provider’s names. */
function variablesOf(
  mapping: Gateway['templates']['ARCHIVE_REMINDER']['variables'],
  given: Sms['variables'],
): Json {
  if (Array.isArray(mapping)) return mapping.map((name) => given[name] ?? '');
  return Object.fromEntries(Object.entries(mapping).map(([theirs, ours]) => [theirs, given[ours] ?? '']));
}

function filled(template: Json, values: Values, variables: Json): Json {
  if (template === '${variables}') return variables;
  if (typeof template === 'string') return filledText(template, values);
  if (Array.isArray(template)) return template.map((entry) => filled(entry, values, variables));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, filled(value, values, variables)]),
  );
}

function filledText(text: string, values: Values): string {
  return text.replace(/\$\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function headersOf(headers: Gateway['headers'], values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), filledText(value, values)]),
  );
}

const nationalNumber = (number: string): string => mobileOf(number) ?? number.replace(/[\s()-]/g, '');

/**
 * 504: something in between did not wait for the provider’s answer. 408 is similar, but the question was not
 * sent yet.
 */
const UNANSWERED = 504;
const TOO_MANY = 429;

function outcomeOf(gateway: Gateway, reply: Reply): SendOutcome {
  const provider = gateway.name;
  if (reply.kind === 'failed') {
    const { sent, reason } = reply;
    return sent ? { kind: 'unknown', provider, reason } : outage(gateway, reason);
  }
  const { status, body, cut } = reply;
  const reason = `${status} ${body.slice(0, 200)}`.trim();
  const { statuses, field, idPath } = gateway.success;
  if (status === UNANSWERED) return { kind: 'unknown', provider, reason };
  // The gateway itself says that requests come too fast.
  if (status === TOO_MANY && gateway.temporaryStatuses.includes(status))
    return { kind: 'throttled', provider, reason, quota: 'rate' };
  if (status >= 500 || gateway.temporaryStatuses.includes(status)) return outage(gateway, reason);
  // A redirect is not followed: it would send the credentials in the headers to another place.
  if (status >= 300 && status < 400 && !statuses.includes(status)) return outage(gateway, reason);
  const answer = parsed(body);
  const value = field === undefined ? undefined : at(answer, field.path);
  if (statuses.includes(status) && value === field?.equals) {
    const id = idPath === undefined ? undefined : at(answer, idPath);
    const accepted = { kind: 'accepted', provider } as const;
    return typeof id === 'string' || typeof id === 'number'
      ? { ...accepted, providerId: String(id) }
      : accepted;
  }
  if (cut && statuses.includes(status))
    return { kind: 'unknown', provider, reason: `${status}, an answer without end` };
  // An answer without the field does not come from the provider, but from something in between.
  if (field !== undefined && statuses.includes(status) && value === undefined) return outage(gateway, reason);
  if (gateway.temporaryValues.some((worth) => worth === value)) return outage(gateway, reason);
  return { kind: 'permanent', provider, reason };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function at(answer: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, answer);
}

function temporary(gateway: Gateway, reason: string): SendOutcome {
  return { kind: 'temporary', provider: gateway.name, reason };
}

/** The cause is not this number: our credentials, a limit, or the provider itself. */
function outage(gateway: Gateway, reason: string): SendOutcome {
  return { kind: 'temporary', provider: gateway.name, reason, outage: true };
}
