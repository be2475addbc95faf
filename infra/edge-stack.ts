import { Stack, type App } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Stage } from './stage.ts';
import { stackName } from './naming.ts';
import { environmentOf } from './state-stack.ts';

/** Seconds over which the requests of one address are counted. */
const WINDOW = 300;

/** What CloudFront takes only from us-east-1: a web ACL that refuses an address with too many requests. */
export class EdgeStack extends Stack {
  readonly firewall: string;

  constructor(app: App, stage: Stage, requestsPerAddress: number) {
    super(app, stackName(stage, 'edge'), { env: { ...environmentOf(stage), region: 'us-east-1' } });
    const seen = (metricName: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName,
    });
    const acl = new CfnWebACL(this, 'Firewall', {
      name: stackName(stage, 'edge'),
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('all'),
      rules: [
        {
          name: 'requests-per-address',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: {
              limit: requestsPerAddress,
              aggregateKeyType: 'IP',
              evaluationWindowSec: WINDOW,
            },
          },
          visibilityConfig: seen('requests-per-address'),
        },
      ],
    });
    this.firewall = acl.attrArn;
  }
}
