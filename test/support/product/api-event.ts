import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

export interface ApiRequest {
  readonly claims: object;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query string, where there is one. */
  readonly path: string;
  readonly body?: object | undefined;
  /** A file, sent as it is. */
  readonly file?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The event that API Gateway sends for a request whose token it has verified. */
export function apiEvent(request: ApiRequest): APIGatewayProxyEventV2WithJWTAuthorizer {
  const { claims, method, headers = {} } = request;
  const url = new URL(request.path, 'http://local');
  const texts = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...headers },
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: 'test',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'test',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: texts, scopes: [] } },
    },
    body:
      request.file === undefined
        ? request.body === undefined
          ? ''
          : JSON.stringify(request.body)
        : Buffer.from(request.file).toString('base64'),
    isBase64Encoded: request.file !== undefined,
  };
}
