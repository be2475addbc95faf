import type { StageSettings } from './stage.ts';

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

/** Everything that a stage chose and its region does not have, or not in this form. */
export function misfits(stage: StageSettings, partition: string): Misfit[] {
  return [
    ...partitionMisfits(stage, partition),
    ...mailMisfits(stage, partition),
    ...webMisfits(stage, partition),
  ];
}

function partitionMisfits({ region, sms, signIn }: StageSettings, partition: string): Misfit[] {
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

function mailMisfits({ region, mail }: StageSettings, partition: string): Misfit[] {
  if (mail.kind !== 'ses' || (partition === 'aws' && sesRegions.includes(region))) return [];
  return [{ field: 'mail', remedy: `${region} has no SES: take ${SMTP}, or another region` }];
}

function webMisfits({ region, web }: StageSettings, partition: string): Misfit[] {
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
