/**
 * Every option of the product, once. The flags, the variables, `--help`, `.env.example` and the tables of
 * docs/options are made from it.
 */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** What holds where nothing is said. */
  readonly or?: string;
  /** What stands for the value, in a line of help and in an example. */
  readonly value?: string;
  /** The name of the variable where it is not made from the flag. */
  readonly variable?: string;
  /** A secret is a variable only: a flag can be read in the list of processes. */
  readonly secret?: true;
  readonly en: string;
  readonly zh: string;
}

export const PREFIX = 'ARCHIVE_DUTY_';

export const optionTable = {
  port: { type: 'string', or: '3000', value: '3000', en: 'where to listen', zh: '监听的端口' },
  host: {
    type: 'string',
    or: '127.0.0.1',
    value: '0.0.0.0',
    en: 'listen to other machines too: needs `--public-url` or `--issuer`, and there is no `/local` then',
    zh: '允许其他机器访问，须同时写明 `--public-url` 或 `--issuer`；此时没有 `/local`',
  },
  data: { type: 'string', or: '.data', value: 'office', en: 'the directory of the data', zh: '数据目录' },
  empty: {
    type: 'boolean',
    en: 'without the demonstration data; decided at the first start of a directory. Without `--now` it is real work: people have accounts, and there is no `/local`',
    zh: '不载入演示数据；只在该目录首次启动时起作用。不带 `--now` 即为正式使用：人员须有账号，没有 `/local`',
  },
  now: {
    type: 'string',
    value: '2026-03-02T08:00:00+08:00',
    en: 'simulate the clock from this instant. It then moves only when it is set, and the directory stores it: for trying out, never for real work',
    zh: '自该时刻起使用模拟时钟。模拟时钟只在下令时前进，并保存在数据目录中；只供试用，不得用于正式工作',
  },
  'public-url': {
    type: 'string',
    value: 'https://duty.example.cn',
    en: 'the address under which people reach the product, with `https://` unless it is this machine itself; the issuer has this name, and the links in letters begin with it',
    zh: '人员访问平台所用的网址，除本机外须为 `https://`；登录和信件中的链接都用这个网址',
  },
  'trust-proxy': {
    type: 'string',
    value: 'loopback',
    en: 'the proxies whose `X-Forwarded-For` is taken as the address of the caller: `loopback`, addresses and networks (`10.1.2.3,10.2.0.0/16`); without a value `loopback`. Needs `--public-url` or `--issuer`, and there is no `/local` then. No other forwarded header is read, and none from anybody else',
    zh: '采信哪些代理写入的来访地址（`X-Forwarded-For`）：`loopback`（本机）、地址或网段（`10.1.2.3,10.2.0.0/16`）；不写值即 `loopback`。须同时写明 `--public-url` 或 `--issuer`，此时没有 `/local`。其他转发标头一概不读，其他来源的一概不信',
  },
  'tls-cert': {
    type: 'string',
    value: 'cert.pem',
    en: 'answer with TLS, without a proxy: a PEM file, read at the start; needs `--tls-key`',
    zh: '不设代理，直接使用 TLS：PEM 文件，启动时读取；须同时写明 `--tls-key`',
  },
  'tls-key': {
    type: 'string',
    value: 'key.pem',
    en: 'the key of that certificate, a PEM file',
    zh: '该证书的私钥，PEM 文件',
  },
  issuer: {
    type: 'string',
    value: 'https://sso.example.cn',
    en: 'accept tokens of this OIDC issuer; needs `--audience`, and there is no `/local` then',
    zh: '身份由该 OIDC 签发方认定；须同时写明 `--audience`，此时没有 `/local`',
  },
  audience: {
    type: 'string',
    value: 'archive-duty',
    en: 'what the tokens must be made for; the console signs in at the issuer under this name',
    zh: '令牌须为该名称签发；控制台以此名称的客户端到签发方登录',
  },
  verbose: {
    type: 'boolean',
    en: 'also log what was not sent and why',
    zh: '同时记录哪些通知没有发出及原因',
  },
  'client-per-second': {
    type: 'string',
    or: '10',
    value: '10',
    en: "how many requests a second a program may make; half a minute's worth may come at once, and above that it gets 429 with `Retry-After`",
    zh: '一个接入程序每秒可以请求的次数，半分钟的次数可以一次用完；超过时应答429，并以`Retry-After`说明等待的秒数',
  },
  'bureau-per-second': {
    type: 'string',
    value: '50',
    en: 'the same for all people and programs of a bureau together; without it there is no limit',
    zh: '一个主管部门的全部人员和程序每秒可以请求的次数；不设则不限',
  },
  'metrics-token': {
    type: 'string',
    value: 'at-least-16-characters',
    secret: true,
    en: 'opens `/metrics` to whoever sends it as a bearer token; without it only this machine itself may read `/metrics`',
    zh: '以它为 Bearer 令牌可以读取 `/metrics`；不设则只有本机可以读取',
  },
  'smtp-url': {
    type: 'string',
    value: 'smtps://user:password@smtp.example.cn:465',
    variable: 'SMTP_URL',
    secret: true,
    en: 'the mail server; without it mail is captured',
    zh: '邮件服务器；不设则邮件截留在本机',
  },
  'mail-from': {
    type: 'string',
    value: 'notice@example.cn',
    variable: 'MAIL_FROM',
    secret: true,
    en: 'the sender of mails, also as `档案局 <notice@example.cn>`; needed with `SMTP_URL`',
    zh: '发件人，也可以写作 `档案局 <notice@example.cn>`；设了 `SMTP_URL` 时必填',
  },
  'sms-gateway': {
    type: 'string',
    value: 'gateway.json',
    variable: 'SMS_GATEWAY',
    secret: true,
    en: "a JSON file that describes the SMS provider's HTTP interface; without it SMS are captured",
    zh: '描述短信服务商接口的 JSON 文件；不设则短信截留在本机',
  },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof optionTable;

/** Variables with our prefix that belong to a tool. */
const ofTools: readonly string[] = [`${PREFIX}TOKEN`];

const isName = (name: string): name is OptionName => Object.hasOwn(optionTable, name);

export const optionList: readonly (readonly [OptionName, Option])[] = Object.keys(optionTable)
  .filter(isName)
  .map((name) => [name, optionTable[name]]);

export const variableOf = (name: OptionName): string => {
  const { variable }: Option = optionTable[name];
  return variable ?? PREFIX + name.replaceAll('-', '_').toUpperCase();
};

export const variableNames: readonly string[] = [...optionList.map(([name]) => variableOf(name)), ...ofTools];
