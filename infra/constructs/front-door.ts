import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  ClientAttributes,
  OAuthScope,
  UserPoolClient,
  UserPoolDomain,
  type IUserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { consoleUrls } from '../fit.ts';
import type { StageSettings, Stage } from '../stage.ts';
import { accessLog, PRODUCT } from '../naming.ts';
import type { StateStack } from '../state-stack.ts';
import { explain } from '../suppress.ts';
import { retentionOf } from './function.ts';

export interface FrontDoorProps {
  readonly stage: Stage;
  readonly state: StateStack;
  readonly targets: readonly Target[];
}

/** A function that answers HTTP, from the registry. */
export interface Target {
  readonly name: string;
  readonly lambda: IFunction;
  /** `GET /health` and the like: routes without a token. */
  readonly open: readonly string[];
  /** Its own routes; undefined for the function that takes the rest. */
  readonly routes: readonly string[] | undefined;
  /** The most requests a second for each of its own routes. */
  readonly perSecond: number | undefined;
}

/**
 * What the console needs to know for signing in, and which origins its content security policy must allow for
 * that.
 */
export interface SignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly origins: readonly string[];
  /** Where Cognito signs people out. Other issuers name that place in their discovery document. */
  readonly signOut: string | undefined;
}

/** The HTTP API: every route requires a token, except those that the registry leaves open. */
export class FrontDoor extends Construct {
  readonly api: HttpApi;
  /** The host name of the API. */
  readonly host: string;
  /** Where the console sends people to sign in. */
  readonly signIn: SignIn;

  constructor(scope: Construct, id: string, props: FrontDoorProps) {
    super(scope, id);
    const { stage, state, targets } = props;
    const { authorizer, signIn } = this.tokens(stage.signIn, stage, state.users);
    this.signIn = signIn;
    this.api = new HttpApi(this, 'Api', { apiName: `${PRODUCT}-${stage.name}`, createDefaultStage: false });
    const routes = targets.flatMap((target) => this.route(target, authorizer));
    this.stage(stage, state, targets).node.addDependency(...routes);
    const { region, urlSuffix } = Stack.of(this);
    this.host = `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  private route({ name, lambda, open, routes }: Target, authorizer: HttpJwtAuthorizer): HttpRoute[] {
    const integration = new HttpLambdaIntegration(routes === undefined ? 'Target' : `${name}Target`, lambda);
    const openRoutes = open
      .map(routeOf)
      .flatMap(({ method, path }) =>
        this.api.addRoutes({ path, methods: [method], integration, authorizer: new HttpNoneAuthorizer() }),
      );
    for (const route of openRoutes)
      explain(
        route,
        'AwsSolutions-APIG4',
        'Open by design in the registry: it tells nothing of anybody, or only what a secret address opens.',
      );
    if (routes === undefined)
      return this.api.addRoutes({ path: '/{proxy+}', methods: [HttpMethod.ANY], integration, authorizer });
    return routes
      .map(routeOf)
      .flatMap(({ method, path }) =>
        this.api.addRoutes({ path, methods: [method], integration, authorizer }),
      );
  }

  /** A route can be limited only once it is there. */
  private stage(stage: Stage, state: StateStack, targets: readonly Target[]): HttpStage {
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: accessLog(stage),
      retention: retentionOf(stage),
      encryptionKey: state.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const made = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessFormat },
    });
    const resource = made.node.defaultChild;
    if (!(resource instanceof CfnStage)) throw new Error('a stage is made of one resource');
    resource.routeSettings = Object.fromEntries(targets.flatMap(limitsOf));
    return made;
  }

  private tokens(
    signIn: StageSettings['signIn'],
    stage: Stage,
    users: IUserPool | undefined,
  ): { readonly authorizer: HttpJwtAuthorizer; readonly signIn: SignIn } {
    if (signIn.kind === 'oidc') {
      const { issuer, audience } = signIn;
      const authorizer = new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [...audience] });
      // An id token’s audience is the client. The first one named is the console’s.
      const clientId = audience[0] ?? '';
      return {
        authorizer,
        signIn: { issuer, clientId, origins: [new URL(issuer).origin], signOut: undefined },
      };
    }
    if (!users) throw new Error('a stage with Cognito has a user pool');
    const { region } = Stack.of(this);
    const client = this.client(users, consoleUrls(stage));
    const domain = new UserPoolDomain(this, 'SignIn', {
      userPool: users,
      cognitoDomain: { domainPrefix: `${PRODUCT}-${stage.name}-${Stack.of(this).account}` },
    });
    const issuer = `https://cognito-idp.${region}.amazonaws.com/${users.userPoolId}`;
    const authorizer = new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [client.userPoolClientId] });
    const origins = [domain.baseUrl(), `https://cognito-idp.${region}.amazonaws.com`];
    const signOut = `${domain.baseUrl()}/logout`;
    return { authorizer, signIn: { issuer, clientId: client.userPoolClientId, origins, signOut } };
  }

  /** The console: sign-in by code with PKCE. It reads the attributes and writes none. */
  private client(users: IUserPool, addresses: string[]): UserPoolClient {
    return new UserPoolClient(this, 'Console', {
      userPool: users,
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: addresses,
        logoutUrls: addresses,
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.minutes(30),
      accessTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(12),
      // Named one by one: without a list the documents do not agree whether tokens hold the custom ones.
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
        .withCustomAttributes('person', 'role', 'jurisdiction', 'unitId', 'office'),
      // An empty list would allow all attributes. Instead, people may write only their name.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    });
  }
}

/** One bureau’s downloads and imports leave room for those of the others. */
function limitsOf({ routes = [], perSecond }: Target): [string, object][] {
  if (perSecond === undefined) return [];
  const limits = { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: 2 * perSecond };
  return routes.map((route) => [route, limits]);
}

function routeOf(text: string): { readonly method: HttpMethod; readonly path: string } {
  const [name, path] = text.split(' ');
  const method = Object.values(HttpMethod).find((known) => known === name);
  if (method === undefined || path === undefined) throw new Error(`"${text}" is no route`);
  return { method, path };
}

/** Neither addresses nor paths: a path contains the ids of units, and the tokens of links in mails. */
const accessFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    responseBytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    functionMs: '$context.integrationLatency',
    refusal: '$context.authorizer.error',
    failure: '$context.integrationErrorMessage',
  }),
);
