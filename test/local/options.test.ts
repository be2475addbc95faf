import { parse } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { optionList, variableNames, variableOf } from '../../local/option-table.ts';
import { optionsOf } from '../../local/options.ts';
import { storedPage } from '../../tools/docs.ts';

const told = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'nothing';
};

test('a flag wins over its variable, a variable over what holds otherwise, and an empty one counts as none', () => {
  const environment = { ARCHIVE_DUTY_PORT: '3100', ARCHIVE_DUTY_DATA: ' ' };
  expect(optionsOf({}, {}).port).toBe(3000);
  expect(optionsOf({}, environment).port).toBe(3100);
  expect(optionsOf({ port: '3200' }, environment).port).toBe(3200);
  expect(parse(optionsOf({}, environment).data).base).toBe('.data');
});

test('every option can be set by its variable, as by its flag', () => {
  const environment = {
    ARCHIVE_DUTY_PORT: '3100',
    ARCHIVE_DUTY_HOST: '0.0.0.0',
    ARCHIVE_DUTY_DATA: '/var/lib/office',
    ARCHIVE_DUTY_EMPTY: 'true',
    ARCHIVE_DUTY_PUBLIC_URL: 'https://duty.example.cn',
    ARCHIVE_DUTY_TRUST_PROXY: '10.1.2.3',
    ARCHIVE_DUTY_TLS_CERT: 'cert.pem',
    ARCHIVE_DUTY_TLS_KEY: 'key.pem',
    ARCHIVE_DUTY_ISSUER: 'https://sso.example.cn',
    ARCHIVE_DUTY_AUDIENCE: 'duty',
    ARCHIVE_DUTY_VERBOSE: '1',
    ARCHIVE_DUTY_NOW: '2026-03-02T08:00:00+08:00',
    ARCHIVE_DUTY_CLIENT_PER_SECOND: '20',
    ARCHIVE_DUTY_BUREAU_PER_SECOND: '0.5',
    ARCHIVE_DUTY_METRICS_TOKEN: 'sixteen-characters',
    SMTP_URL: 'smtp://127.0.0.1:25',
    MAIL_FROM: 'notice@example.cn',
    SMS_GATEWAY: 'gateway.json',
  };
  expect(Object.keys(environment).sort()).toEqual(optionList.map(([name]) => variableOf(name)).sort());
  const { trustProxy, ...options } = optionsOf({}, environment);
  expect([trustProxy?.('10.1.2.3'), trustProxy?.('127.0.0.1')]).toEqual([true, false]);
  expect(options).toEqual({
    port: 3100,
    host: '0.0.0.0',
    data: '/var/lib/office',
    empty: true,
    publicUrl: 'https://duty.example.cn',
    tls: { cert: 'cert.pem', key: 'key.pem' },
    issuer: 'https://sso.example.cn',
    audience: 'duty',
    verbose: true,
    now: Date.parse('2026-03-02T00:00:00Z'),
    metricsToken: 'sixteen-characters',
    rates: { client: 20, bureau: 0.5 },
    sending: { smtpUrl: 'smtp://127.0.0.1:25', mailFrom: 'notice@example.cn', smsGateway: 'gateway.json' },
  });
});

test.each([
  [{ ARCHIVE_DUTY_PUBLICURL: 'https://duty.example.cn' }, 'Did you mean ARCHIVE_DUTY_PUBLIC_URL?'],
  [{ ARCHIVE_DUTY_TRUSTED_PROXY: 'loopback' }, 'Did you mean ARCHIVE_DUTY_TRUST_PROXY?'],
  [{ ARCHIVE_DUTY_EMPTY: 'ja' }, 'ARCHIVE_DUTY_EMPTY=ja is neither yes nor no'],
  [{ ARCHIVE_DUTY_PORT: 'http' }, 'ARCHIVE_DUTY_PORT=http is no port'],
  [{ ARCHIVE_DUTY_NOW: 'today' }, 'ARCHIVE_DUTY_NOW=today is no instant'],
  [
    { ARCHIVE_DUTY_PUBLIC_URL: 'http://duty.example.cn' },
    'ARCHIVE_DUTY_PUBLIC_URL=http://duty.example.cn is no',
  ],
  [{ ARCHIVE_DUTY_HOST: '0.0.0.0' }, 'ARCHIVE_DUTY_HOST=0.0.0.0 lets others reach this server'],
  [{ ARCHIVE_DUTY_METRICS_TOKEN: 'short' }, 'ARCHIVE_DUTY_METRICS_TOKEN is too short'],
])('%j is refused by name', (environment, sentence) => {
  expect(told(() => optionsOf({}, environment))).toContain(sentence);
});

test('a tool’s variable stands beside those of the product', () => {
  expect(optionsOf({}, { ARCHIVE_DUTY_TOKEN: 'x' }).port).toBe(3000);
});

test('.env.example sets nothing, and names every variable once', () => {
  const text = storedPage('.env.example');
  expect(parseEnv(text)).toEqual({});
  const named = [...text.matchAll(/^#([A-Z_]+)=/gmu)].map(([, name = '']) => name);
  const ofNode = ['NODE_USE_ENV_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
  const own = variableNames.filter((name) => name !== 'ARCHIVE_DUTY_TOKEN');
  expect(named.sort()).toEqual([...own, ...ofNode].sort());
});
