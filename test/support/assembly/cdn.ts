import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import type { ApiGateway, HttpAnswer, HttpAsked } from './api-gateway.ts';
import type { Authority } from './authority.ts';
import { like } from './conditions.ts';
import { fieldsOf, textOf, textsOf, type Fields } from './reading.ts';
import type { Account } from './resolve.ts';

const behaviour = z.looseObject({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .default([]),
});
const distribution = z.looseObject({
  DistributionConfig: z.looseObject({
    Aliases: z.array(z.string()).default([]),
    DefaultRootObject: z.string().optional(),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour).default([]),
    Origins: z.array(z.looseObject({ Id: z.string(), DomainName: z.string() })),
  }),
});

interface StoredObject {
  readonly body: Buffer;
  readonly type: string;
  readonly cache: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** What the deployment copies into the console’s bucket: the files of its assets, with their markers filled in. */
function deployedObjects(account: Account): ReadonlyMap<string, StoredObject> {
  const objects = new Map<string, StoredObject>();
  for (const { properties } of account.all('Custom::CDKBucketDeployment')) {
    const prefix = properties['DestinationBucketKeyPrefix'];
    const excluded = textsOf(properties['Exclude']);
    const cache = textOf(fieldsOf(properties['SystemMetadata'])['cache-control'] ?? '');
    const markers = [properties['SourceMarkers'] ?? []].flat().map(fieldsOf);
    const settings = [properties['SourceMarkersConfig'] ?? []].flat().map(fieldsOf);
    for (const [at, key] of textsOf(properties['SourceObjectKeys']).entries()) {
      const folder = account.asset(key);
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const name = relative(folder, path);
        if (excluded.some((pattern) => like(name, pattern))) continue;
        const body = filled(readFileSync(path), markers[at] ?? {}, settings[at] ?? {});
        const type = types[extname(name)] ?? 'application/octet-stream';
        objects.set(prefix === undefined ? name : `${textOf(prefix)}/${name}`, { body, type, cache });
      }
    }
  }
  return objects;
}

function filled(body: Buffer, markers: Fields, { jsonEscape }: Fields): Buffer {
  if (Object.keys(markers).length === 0) return body;
  let text = body.toString('utf8');
  for (const [marker, value] of Object.entries(markers))
    text = text.replaceAll(
      marker,
      jsonEscape === true ? JSON.stringify(textOf(value)).slice(1, -1) : textOf(value),
    );
  return Buffer.from(text);
}

export interface Cdn {
  /** The address that people type. */
  readonly origin: string;
  readonly ask: (asked: HttpAsked, now: number) => Promise<HttpAnswer>;
}

/** CloudFront as the templates set it up; undefined where a stage has none. */
export function createCdn(account: Account, authority: Authority, gateway: ApiGateway): Cdn | undefined {
  const [found] = account.all('AWS::CloudFront::Distribution');
  if (!found) return undefined;
  const { DistributionConfig: config } = distribution.parse(found.properties);
  const arn = `arn:${account.partition}:cloudfront::${account.account}:distribution/${found.ref}`;
  const buckets = new Map(
    account
      .all('AWS::S3::Bucket')
      .map(({ ref, arn: bucket }) => [`${ref}.s3.${account.region}.${account.suffix}`, bucket]),
  );
  const objects = deployedObjects(account);
  const outputUrl = account.output('ConsoleUrl');
  const origin = outputUrl === undefined ? `https://${config.Aliases[0] ?? ''}` : new URL(outputUrl).origin;

  const fromBucket = (bucket: string, path: string): HttpAnswer => {
    const key = path === '/' ? (config.DefaultRootObject ?? '') : path.slice(1);
    const may = authority.serviceMay('cloudfront.amazonaws.com', 's3:GetObject', `${bucket}/${key}`, arn);
    const object = may === 'allow' ? objects.get(key) : undefined;
    // Without the right to list, S3 does not say whether the object exists.
    if (!object)
      return {
        status: 403,
        headers: { 'content-type': 'application/xml' },
        body: Buffer.from('AccessDenied'),
      };
    const headers = {
      'content-type': object.type,
      ...(object.cache === '' ? {} : { 'cache-control': object.cache }),
    };
    return { status: 200, headers, body: object.body };
  };
  const atOrigin = (domain: string, asked: HttpAsked, now: number): Promise<HttpAnswer> | HttpAnswer => {
    const bucket = buckets.get(domain);
    if (bucket !== undefined) return fromBucket(bucket, asked.url.split('?')[0] ?? '/');
    if (domain !== gateway.host) throw new Error(`nobody answers at ${domain}`);
    return gateway.ask({ ...asked, headers: { ...asked.headers, host: gateway.host } }, now);
  };

  return {
    origin,
    ask: async (asked, now) => {
      const [path = '/', query] = asked.url.split('?');
      const one =
        config.CacheBehaviors.find(({ PathPattern }) => like(path, PathPattern)) ??
        config.DefaultCacheBehavior;
      if (!one.AllowedMethods.includes(asked.method))
        return {
          status: 403,
          headers: {},
          body: Buffer.from('This distribution is not configured to allow it.'),
        };
      const uri = one.FunctionAssociations.reduce(
        (before, { FunctionARN }) => rewritten(account, FunctionARN, before, asked.method),
        path,
      );
      const domain = config.Origins.find(({ Id }) => Id === one.TargetOriginId)?.DomainName ?? '';
      const url = query === undefined ? uri : `${uri}?${query}`;
      const came = await atOrigin(domain, { ...asked, url }, now);
      return {
        ...came,
        headers: { ...came.headers, ...securityHeaders(account, one.ResponseHeadersPolicyId) },
      };
    },
  };
}

/** Runs the template’s function on a request’s address. */
function rewritten(account: Account, arn: string, uri: string, method: string): string {
  const found = account
    .all('AWS::CloudFront::Function')
    .find(
      ({ properties }) =>
        arn ===
        `arn:${account.partition}:cloudfront::${account.account}:function/${textOf(properties['Name'])}`,
    );
  if (!found) throw new Error(`there is no ${arn}`);
  const event = JSON.stringify({ version: '1.0', request: { method, uri, querystring: {}, headers: {} } });
  const code = `${textOf(found.properties['FunctionCode'])}; JSON.stringify(handler(${event}))`;
  return z.object({ uri: z.string() }).parse(JSON.parse(textOf(runInNewContext(code)))).uri;
}

const securityConfig = z.object({
  ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
  ContentTypeOptions: z.object({}).optional(),
  FrameOptions: z.object({ FrameOption: z.string() }).optional(),
  ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
  StrictTransportSecurity: z
    .object({ AccessControlMaxAgeSec: z.number(), IncludeSubdomains: z.boolean().default(false) })
    .optional(),
});

function securityHeaders(account: Account, id: string | undefined): Record<string, string> {
  const policy = account.all('AWS::CloudFront::ResponseHeadersPolicy').find(({ ref }) => ref === id);
  const config = fieldsOf(policy?.properties['ResponseHeadersPolicyConfig'])['SecurityHeadersConfig'];
  const read = securityConfig.parse(config ?? {});
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy, StrictTransportSecurity } =
    read;
  return Object.fromEntries(
    Object.entries({
      'content-security-policy': ContentSecurityPolicy?.ContentSecurityPolicy,
      'x-content-type-options': ContentTypeOptions && 'nosniff',
      'x-frame-options': FrameOptions?.FrameOption,
      'referrer-policy': ReferrerPolicy?.ReferrerPolicy,
      'strict-transport-security':
        StrictTransportSecurity &&
        `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}${StrictTransportSecurity.IncludeSubdomains ? '; includeSubDomains' : ''}`,
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
