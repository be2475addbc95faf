import { existsSync } from 'node:fs';
import { CfnOutput, Duration, RemovalPolicy, Stack, type App } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Stage } from './stage.ts';
import { accessLogBucket, PlainBucket } from './constructs/files.ts';
import type { FrontDoor } from './constructs/front-door.ts';
import { retentionOf } from './constructs/function.ts';
import { deploymentLog, PRODUCT, stackName } from './naming.ts';
import { placeholder } from './placeholder.ts';
import { environmentOf, type StateStack } from './state-stack.ts';
import { explain } from './suppress.ts';

export interface WebProps {
  readonly stage: Stage;
  readonly web: { readonly domain?: string | undefined; readonly certificate?: string | undefined };
  readonly state: StateStack;
  readonly frontDoor: FrontDoor;
  /** The ARN of the web ACL; undefined without one. */
  readonly firewall: string | undefined;
  /** The output of building `web/`. If it does not exist, a page says so. */
  readonly built: string;
}

/**
 * The console: its files behind CloudFront, and the API under the same name, so that no other origin must be
 * allowed.
 */
export class WebStack extends Stack {
  readonly distribution: Distribution;

  constructor(app: App, props: WebProps) {
    super(app, stackName(props.stage, 'web'), {
      env: environmentOf(props.stage),
      terminationProtection: true,
    });
    const logs = accessLogBucket(this, 'AccessLogs');
    const pages = new PlainBucket(this, 'Pages', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'pages/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.distribution = this.distribute(pages, logs, props);
    this.deploy(pages, props);
    new CfnOutput(this, 'ConsoleUrl', {
      value: `https://${props.web.domain ?? this.distribution.distributionDomainName}/`,
    });
  }

  private distribute(
    pages: PlainBucket,
    logs: PlainBucket,
    { stage, web, frontDoor, firewall }: WebProps,
  ): Distribution {
    const headers = this.headers(stage, frontDoor);
    const toApi = {
      origin: new HttpOrigin(frontDoor.host),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers,
    };
    const toPages = {
      origin: S3BucketOrigin.withOriginAccessControl(pages),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.oneDocument() }],
    };
    const inChina = stage.partition === 'aws-cn';
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${PRODUCT} ${stage.name}`,
      defaultRootObject: 'index.html',
      priceClass: PriceClass.PRICE_CLASS_ALL,
      logBucket: logs,
      logFilePrefix: 'cloudfront/',
      ...(web.domain === undefined || inChina ? {} : this.named(web.domain, web.certificate ?? '')),
      ...(firewall === undefined ? {} : { webAclId: firewall }),
      defaultBehavior: toPages,
      // The first match is used. The page of the API’s description is among the console’s files.
      additionalBehaviors: { '/v1/docs': toPages, '/v1/*': toApi, '/health': toApi },
    });
    if (inChina) inChinaNamed(distribution, web);
    this.explainDistribution(distribution, web.domain, firewall);
    return distribution;
  }

  /**
   * All addresses of the console are one document; the API’s description is another. An id may contain a dot,
   * so only an address that ends like a file is a file.
   */
  private oneDocument(): EdgeFunction {
    return new EdgeFunction(this, 'OneDocument', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(
        `function handler(event) { const request = event.request; if (!/\\.(js|css|html|json|ico|map|txt|png|svg)$/.test(request.uri)) request.uri = request.uri === '/v1/docs' ? '/docs.html' : '/index.html'; return request; }`,
      ),
    });
  }

  private named(domain: string, certificate: string) {
    return {
      domainNames: [domain],
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    };
  }

  private headers(stage: Stage, frontDoor: FrontDoor): ResponseHeadersPolicy {
    const signIn = frontDoor.signIn.origins.join(' ');
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: `${PRODUCT}-${stage.name}`,
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          override: true,
          contentSecurityPolicy: [
            `default-src 'none'`,
            `script-src 'self'`,
            // The components of the console set styles on their elements.
            `style-src 'self' 'unsafe-inline'`,
            `img-src 'self' data:`,
            `font-src 'self'`,
            `connect-src 'self' ${signIn}`,
            `form-action 'self' ${signIn}`,
            `base-uri 'none'`,
            `frame-ancestors 'none'`,
          ].join('; '),
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }

  /**
   * Files whose names change with their content are not deleted, so that an open tab still finds what it loads
   * later.
   */
  private deploy(pages: PlainBucket, { built, frontDoor, stage, state }: WebProps): void {
    const { issuer, clientId, signOut } = frontDoor.signIn;
    const out = signOut === undefined ? {} : { signOut };
    const config = { signIn: 'oidc', issuer, clientId, scope: 'openid profile', ...out };
    const isBuilt = existsSync(`${built}/index.html`);
    const logGroup = new LogGroup(this, 'DeploymentLog', {
      logGroupName: deploymentLog(stage),
      retention: retentionOf(stage),
      encryptionKey: state.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const common = { destinationBucket: pages, memoryLimit: 512, logGroup };
    const files = isBuilt
      ? new BucketDeployment(this, 'Files', {
          ...common,
          sources: [Source.asset(`${built}/assets`)],
          destinationKeyPrefix: 'assets',
          prune: false,
          cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
        })
      : undefined;
    const document = isBuilt
      ? Source.asset(built, { exclude: ['assets', '.vite'] })
      : Source.data('index.html', placeholder);
    const deployment = new BucketDeployment(this, 'Deployment', {
      ...common,
      sources: [document, Source.jsonData('config.json', config)],
      exclude: ['assets/*'],
      distribution: this.distribution,
      distributionPaths: ['/*'],
      prune: true,
      cacheControl: [CacheControl.noCache()],
    });
    if (files) deployment.node.addDependency(files);
    const reason =
      'CDK’s own function that copies the console’s files at a deployment, and runs at no other time.';
    for (const child of this.node.children.filter(({ node }) =>
      node.id.startsWith('Custom::CDKBucketDeployment'),
    )) {
      explain(child, 'AwsSolutions-IAM4', reason);
      explain(child, 'AwsSolutions-IAM5', reason);
      explain(child, 'AwsSolutions-L1', reason);
    }
  }

  private explainDistribution(
    distribution: Distribution,
    domain: string | undefined,
    firewall: string | undefined,
  ): void {
    explain(
      distribution,
      'AwsSolutions-CFR1',
      'Officers travel: the token decides who may ask, not the country.',
    );
    if (firewall === undefined)
      explain(
        distribution,
        'AwsSolutions-CFR2',
        'A web ACL costs more a month than all the rest: the API is throttled and asks for tokens, the pages are static.',
      );
    if (domain === undefined)
      explain(
        distribution,
        'AwsSolutions-CFR4',
        'CloudFront’s own name comes with its own certificate and protocols: name a domain in cdk.json for TLS 1.2.',
      );
  }
}

/** In China CloudFront accepts only certificates from IAM, by their id. */
function inChinaNamed(distribution: Distribution, web: WebProps['web']): void {
  const resource = distribution.node.defaultChild;
  if (!(resource instanceof CfnDistribution)) throw new Error('a distribution is made of one resource');
  resource.addPropertyOverride('DistributionConfig.Aliases', [web.domain]);
  resource.addPropertyOverride('DistributionConfig.ViewerCertificate', {
    IamCertificateId: web.certificate,
    MinimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    SslSupportMethod: 'sni-only',
  });
}
