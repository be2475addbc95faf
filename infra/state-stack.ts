import { RemovalPolicy, Stack, type App } from 'aws-cdk-lib';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
  type ITable,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Stage } from './stage.ts';
import { Files } from './constructs/files.ts';
import { Queues } from './constructs/queues.ts';
import { stateKey } from './constructs/state-key.ts';
import { userPool } from './constructs/user-pool.ts';
import { domainOf, stackName } from './naming.ts';
import { explain } from './suppress.ts';

/** The secrets of a stage. They are created empty and filled by people; no template contains them. */
export interface Secrets {
  readonly smtp: Secret | undefined;
  readonly smsGateway: Secret | undefined;
}

/** What others need of the table, whoever made it. */
type UsedTable = Pick<
  ITable,
  | 'tableArn'
  | 'tableName'
  | 'metricConsumedReadCapacityUnits'
  | 'metricConsumedWriteCapacityUnits'
  | 'metricSystemErrorsForOperations'
  | 'metricThrottledRequestsForOperations'
>;

/**
 * Everything that must outlive a deployment: data, key, files, queues, secrets, the sender’s domain, the people
 * who sign in.
 */
export class StateStack extends Stack {
  readonly key: Key;
  /** The table that the functions use: the stack’s own, or one that was restored. */
  readonly table: UsedTable;
  readonly queues: Queues;
  readonly secrets: Secrets;
  /** Undefined when the bureau’s own OIDC issuer signs people in. */
  readonly users: IUserPool | undefined;

  constructor(app: App, stage: Stage) {
    super(app, stackName(stage, 'state'), { env: environmentOf(stage), terminationProtection: true });
    this.key = stateKey(this, stage);
    const own = this.createTable();
    this.table =
      stage.tableName === undefined
        ? own
        : Table.fromTableAttributes(this, 'Restored', {
            tableName: stage.tableName,
            encryptionKey: this.key,
            globalIndexes: ['list'],
          });
    new Files(this, 'Files', this.key);
    this.queues = new Queues(this, stage, this.key);
    if (stage.mail.kind === 'ses' && !stage.mail.identityExists) this.sender(domainOf(stage.mail.from));
    this.secrets = {
      smtp: stage.mail.kind === 'smtp' ? this.secret('Smtp', stage.mail.secret) : undefined,
      smsGateway: stage.sms.kind === 'gateway' ? this.secret('SmsGateway', stage.sms.secret) : undefined,
    };
    this.users = stage.signIn.kind === 'cognito' ? userPool(this, stage) : undefined;
  }

  private createTable(): Table {
    const table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      // For items that nobody misses: the answers stored for repeated requests.
      timeToLiveAttribute: 'ttl',
      // Not RETAIN_ON_UPDATE_OR_DELETE: what is protected against deletion cannot be deleted when its creation
      // is rolled back, and has no name that a second attempt would meet.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    table.addGlobalSecondaryIndex({
      indexName: 'list',
      partitionKey: { name: 'lp', type: AttributeType.STRING },
      sortKey: { name: 'ls', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    return table;
  }

  /**
   * No configuration set belongs to the domain: each mail names its own, and what others send from the domain
   * is not reported here.
   */
  private sender(domain: string): void {
    const identity = new EmailIdentity(this, 'Sender', { identity: Identity.domain(domain) });
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }

  private secret(id: string, secretName: string): Secret {
    const secret = new Secret(this, id, {
      secretName,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      description: 'Made empty by the deployment: put the value in with aws secretsmanager put-secret-value.',
    });
    explain(
      secret,
      'AwsSolutions-SMG4',
      'The provider outside of AWS sets this value; people renew it there.',
    );
    return secret;
  }
}

/** The stage’s region, and its account if it is named; otherwise the account of whoever deploys. */
export function environmentOf(stage: Stage): { readonly region: string; readonly account?: string } {
  return { region: stage.region, ...(stage.account === undefined ? {} : { account: stage.account }) };
}
