import { domainOf } from './naming.ts';
import type { Stage, StageSettings } from './stage.ts';
import { regulatedIn } from '../shared/rules/catalogue.ts';

export interface Misfit {
  readonly field: string;
  readonly remedy: string;
}

/** Regions of the partition `aws` with SES’s sending API. As of November 2026; add a region when AWS does. */
const sesRegions = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'ca-west-1', 'sa-east-1'],
  ...['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1'],
  ...['ap-south-1', 'ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-5'],
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
  ...['me-south-1', 'me-central-1', 'il-central-1', 'af-south-1'],
];

const GATEWAY = '{"kind":"gateway","secret":"…"}';
const OIDC = '{"kind":"oidc","issuer":"https://…","audience":["…"]}';
const SMTP = '{"kind":"smtp","from":"…","secret":"…"}';

/** The stage with the console’s host name and address, each taken from the other. */
export function settled(stage: StageSettings): StageSettings {
  const { signIn, web } = stage;
  if (signIn.kind !== 'cognito' || web.kind !== 'cloudfront') return stage;
  const { consoleUrl } = signIn;
  if (web.domain !== undefined)
    return { ...stage, signIn: { ...signIn, consoleUrl: consoleUrl ?? `https://${web.domain}/` } };
  if (consoleUrl === undefined || web.certificate === undefined) return stage;
  return { ...stage, web: { ...web, domain: new URL(consoleUrl).hostname } };
}

/**
 * Everything that a stage chose and its region does not have, or not in this form, and what would meet another
 * stage in its account.
 */
export function misfits(stage: Stage, others: ReadonlyMap<string, StageSettings>): Misfit[] {
  return [
    ...partitionMisfits(stage),
    ...accountMisfits(stage),
    ...mailMisfits(stage),
    ...senderMisfits(stage, others),
    ...webMisfits(stage),
    ...consoleMisfits(stage),
    ...spendingMisfits(stage),
    ...servesMisfits(stage),
  ];
}

function servesMisfits({ serves }: Stage): Misfit[] {
  const unknown = serves?.find((id) => regulatedIn([id]).length === 0);
  if (unknown === undefined) return [];
  const remedy = `${unknown} is no jurisdiction with bureaus, nor above one: name some of shared/rulebooks/jurisdictions.yaml`;
  return [{ field: 'serves', remedy }];
}

function accountMisfits({ name, account }: Stage): Misfit[] {
  if (account !== undefined || name === 'dev') return [];
  const remedy =
    'name the 12 digits of the account of this stage: only dev goes into whichever account the credentials are for';
  return [{ field: 'account', remedy }];
}

function partitionMisfits({ region, sms, signIn, partition }: Stage): Misfit[] {
  if (partition !== 'aws' && partition !== 'aws-cn')
    return [{ field: 'region', remedy: `${region} lies in ${partition}; this product knows aws and aws-cn` }];
  if (partition === 'aws') {
    const inChina = sms.kind === 'aws' && sms.origination.startsWith('arn:aws-cn:');
    return inChina ? [{ field: 'sms.origination', remedy: `take an ARN of ${region}` }] : [];
  }
  return [
    ...(sms.kind === 'aws'
      ? [{ field: 'sms', remedy: `${region} has no End User Messaging SMS: take ${GATEWAY}` }]
      : []),
    ...(signIn.kind === 'cognito'
      ? [{ field: 'signIn', remedy: `${region} has no Cognito user pools: take ${OIDC}` }]
      : []),
  ];
}

function mailMisfits({ region, mail, partition }: Stage): Misfit[] {
  if (mail.kind !== 'ses' || (partition === 'aws' && sesRegions.includes(region))) return [];
  return [{ field: 'mail', remedy: `${region} has no SES: take ${SMTP}, or another region` }];
}

/** SES has a domain once in an account and region. A stage without an account may be in any. */
function senderMisfits(stage: Stage, others: ReadonlyMap<string, StageSettings>): Misfit[] {
  const made = (one: StageSettings): string | undefined =>
    one.mail.kind === 'ses' && !one.mail.identityExists ? domainOf(one.mail.from) : undefined;
  const domain = made(stage);
  const meets = [...others].find(
    ([, other]) =>
      domain !== undefined &&
      made(other) === domain &&
      other.region === stage.region &&
      (other.account === undefined || stage.account === undefined || other.account === stage.account),
  );
  if (meets === undefined || domain === undefined) return [];
  const remedy = `the stage ${meets[0]} makes ${domain} in ${stage.region}, too, and an account has a domain once: take a domain of its own for one of them, another account, or "identityExists": true in the one that is deployed later`;
  return [{ field: 'mail.from', remedy }];
}

function webMisfits({ region, web, partition }: Stage): Misfit[] {
  if (web.kind === 'none') return [];
  if (web.domain !== undefined && web.certificate === undefined)
    return [{ field: 'web.certificate', remedy: `name the certificate of ${web.domain}` }];
  if (web.domain === undefined && web.certificate !== undefined)
    return [{ field: 'web.domain', remedy: 'name the domain that the certificate is for' }];
  if (partition === 'aws-cn' && web.domain === undefined) {
    const remedy = `CloudFront in ${region} serves no page without a domain of its own (ICP): name one, or take {"kind":"none"}`;
    return [{ field: 'web.domain', remedy }];
  }
  return [];
}

/** Cognito returns people only to addresses that it was told before, and compares every letter. */
function consoleMisfits({ name, signIn, web }: Stage): Misfit[] {
  if (signIn.kind !== 'cognito') return [];
  const { consoleUrl } = signIn;
  if (web.kind === 'cloudfront' && web.domain === undefined) {
    const remedy =
      'name the console’s host name and its certificate: Cognito must know where people return to before CloudFront has a name of its own';
    return [{ field: 'web.domain', remedy }];
  }
  if (web.kind === 'cloudfront' && consoleUrl !== `https://${web.domain ?? ''}/`)
    return [{ field: 'signIn.consoleUrl', remedy: 'remove it: it is https://, web.domain and a slash' }];
  if (consoleUrl === undefined && name !== 'dev') {
    const remedy = 'name the address of the console, to the last slash: Cognito returns people nowhere else';
    return [{ field: 'signIn.consoleUrl', remedy }];
  }
  return [];
}

function spendingMisfits({ region, web, partition, budget, alarmsTo, account }: Stage): Misfit[] {
  if (partition === 'aws-cn' && budget !== undefined)
    return [{ field: 'budget', remedy: `remove it: in ${region} budgets are set in the console of Billing` }];
  if (budget !== undefined && alarmsTo.length === 0)
    return [{ field: 'alarmsTo', remedy: 'name who hears that the budget is nearly spent' }];
  if (web.kind === 'none' || web.requestsPerAddress === undefined) return [];
  if (partition === 'aws-cn')
    return [{ field: 'web.requestsPerAddress', remedy: `remove it: CloudFront in ${region} has no web ACL` }];
  if (account === undefined)
    return [{ field: 'account', remedy: 'name it: the web ACL is in us-east-1 and the console here' }];
  return [];
}

const LOCAL_CONSOLE = 'http://localhost:5173/';

/** Where Cognito may return people to. In dev also the console that runs from its sources. */
export function consoleUrls({ name, signIn }: Stage): string[] {
  const own = signIn.kind === 'cognito' && signIn.consoleUrl !== undefined ? [signIn.consoleUrl] : [];
  return name === 'dev' ? [...own, LOCAL_CONSOLE] : own;
}
