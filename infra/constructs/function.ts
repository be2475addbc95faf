import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  Code,
  Function,
  LoggingFormat,
  Runtime,
  Tracing,
  Version,
  type IFunction,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { functionRegistry, type FunctionName, type FunctionDefinition } from '../../shared/functions.ts';
import { observations, type Observation } from '../../shared/watched.ts';
import type { Bundle } from '../bundle.ts';
import type { Stage } from '../stage.ts';
import { functionLog, metricNamespace } from '../naming.ts';
import type { StateStack } from '../state-stack.ts';
import { explain } from '../suppress.ts';
import { stateStatements } from './grants.ts';

export interface RegisteredFunctionProps {
  readonly stage: Stage;
  readonly state: StateStack;
  readonly bundle: Bundle;
  readonly environment: Readonly<Record<string, string>>;
}

/** A function of the registry: its module, its log, and a role with the permissions from the registry. */
export class RegisteredFunction extends Construct {
  readonly lambda: Function;
  /** What triggers start: the version that is in use. */
  readonly live: Alias;
  /** The same in the form that CDK’s own interface requires. */
  readonly callable: IFunction;
  readonly role: Role;
  readonly definition: FunctionDefinition;

  constructor(scope: Construct, name: FunctionName, props: RegisteredFunctionProps) {
    super(scope, name);
    const { stage, state } = props;
    this.definition = functionRegistry[name];
    const log = this.log(name, stage, state);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${this.definition.purpose} (${stage.name})`,
    });
    log.grantWrite(this.role);
    this.allow(...stateStatements(Stack.of(this), state, this.definition.grants));
    this.lambda = new Function(this, 'Function', {
      description: this.definition.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundle.folder),
      timeout: Duration.seconds(this.definition.timeoutSeconds),
      memorySize: this.definition.memoryMegabytes,
      role: this.role,
      logGroup: log,
      loggingFormat: LoggingFormat.JSON,
      // In China X-Ray does not work with Lambda.
      tracing: stage.partition === 'aws-cn' ? Tracing.DISABLED : Tracing.ACTIVE,
      // Going back is one command while the versions before are there.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
      environment: {
        TABLE_NAME: state.table.tableName,
        // The stack in a log line names files and lines of the sources.
        NODE_OPTIONS: '--enable-source-maps',
        ...props.environment,
      },
    });
    const { version } = this.lambda.currentVersion;
    this.live = new Alias(this, 'Live', {
      aliasName: 'live',
      version: Version.fromVersionAttributes(this, 'Used', { version, lambda: this.lambda }),
      // The schedule runs again by itself, so a failed run is not repeated beside the next one.
      retryAttempts: 0,
      ...latest(this.definition),
    });
    this.callable = Function.fromFunctionAttributes(this, 'Callable', {
      functionArn: this.live.functionArn,
      sameEnvironment: true,
    });
    explain(this.role, 'AwsSolutions-IAM5', 'X-Ray takes trace segments under no narrower resource.', [
      'Resource::*',
    ]);
  }

  allow(...statements: readonly PolicyStatement[]): void {
    for (const statement of statements) this.role.addToPolicy(statement);
  }

  private log(name: FunctionName, stage: Stage, state: StateStack): LogGroup {
    const log = new LogGroup(this, 'Log', {
      logGroupName: functionLog(stage, name),
      retention: retentionOf(stage),
      encryptionKey: state.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const all: [string, Observation][] = Object.entries(observations);
    for (const [metricName, { from, code, field }] of all.filter(([, entry]) => entry.from === name)) {
      log.addMetricFilter(`${from}${metricName}`, {
        metricNamespace: metricNamespace(stage),
        metricName,
        filterPattern: FilterPattern.stringValue('$.code', '=', code),
        metricValue: field === undefined ? '1' : `$.${field}`,
      });
    }
    return log;
  }
}

/** A run that had to wait for longer than its interval is not worth starting: the next one does its work. */
function latest({ triggers }: FunctionDefinition): { readonly maxEventAge?: Duration } {
  const [every] = triggers.flatMap((one) => (one.kind === 'schedule' ? [one.everyMinutes] : []));
  return every === undefined ? {} : { maxEventAge: Duration.minutes(every) };
}

const retention = {
  7: RetentionDays.ONE_WEEK,
  14: RetentionDays.TWO_WEEKS,
  30: RetentionDays.ONE_MONTH,
  60: RetentionDays.TWO_MONTHS,
  90: RetentionDays.THREE_MONTHS,
  180: RetentionDays.SIX_MONTHS,
  365: RetentionDays.ONE_YEAR,
  731: RetentionDays.TWO_YEARS,
  1827: RetentionDays.FIVE_YEARS,
  3653: RetentionDays.TEN_YEARS,
} as const satisfies Record<Stage['logDays'], RetentionDays>;

export const retentionOf = (stage: Stage): RetentionDays => retention[stage.logDays];
