import { CfnOutput, Stack, type App } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { FunctionDefinition, FunctionName, QueueTrigger } from '../shared/functions.ts';
import type { Bundles } from './bundle.ts';
import type { Stage } from './stage.ts';
import { accountStatements, signInOf } from './constructs/accounts.ts';
import { canary } from './constructs/canary.ts';
import { FrontDoor, type Target } from './constructs/front-door.ts';
import { RegisteredFunction } from './constructs/function.ts';
import { keyThrough } from './constructs/grants.ts';
import { Mail } from './constructs/mail.ts';
import { Schedules } from './constructs/schedules.ts';
import { SmsReceipts } from './constructs/sms.ts';
import { eachFunction, type ByFunction } from './each-function.ts';
import { limitsOf, requestLimitsOf, sendersOf } from './limits.ts';
import { stackName } from './naming.ts';
import { environmentOf, type StateStack } from './state-stack.ts';

export interface ServiceProps {
  readonly stage: Stage;
  readonly state: StateStack;
  readonly bundles: Bundles;
  readonly version: string;
}

/**
 * Everything that runs. It is built from the registry of functions, and names nothing that the registry does
 * not.
 */
export class ServiceStack extends Stack {
  readonly functions: ByFunction<RegisteredFunction>;
  private readonly schedules: Schedules;
  readonly frontDoor: FrontDoor;
  private readonly stage: Stage;
  private readonly state: StateStack;
  /** Undefined when mail goes by SMTP. */
  private readonly mail: Mail | undefined;
  /** Undefined when SMS goes by a gateway, or not at all. */
  private smsReceipts: SmsReceipts | undefined;

  constructor(app: App, { stage, state, bundles, version }: ServiceProps) {
    super(app, stackName(stage, 'service'), { env: environmentOf(stage), terminationProtection: true });
    this.stage = stage;
    this.state = state;
    this.mail = stage.mail.kind === 'ses' ? new Mail(this, 'Mail', stage) : undefined;
    this.takeReceipts();
    this.schedules = new Schedules(this, 'Schedules', stage, state);
    this.functions = eachFunction((name, definition) => {
      const environment = { VERSION: version, ...this.environmentFor(definition) };
      return new RegisteredFunction(this, name, { stage, state, bundle: bundles[name], environment });
    });
    const targets = eachFunction((name, definition) => this.connect(name, definition, this.functions[name]));
    this.frontDoor = new FrontDoor(this, 'FrontDoor', {
      stage,
      state,
      targets: Object.values(targets).flat(),
    });
    // Under which name CodeDeploy acts in China is not known.
    if (stage.partition === 'aws') canary(this, stage, this.functions.api, this.frontDoor.api);
    new CfnOutput(this, 'ApiUrl', { value: `https://${this.frontDoor.host}` });
  }

  /** What the providers report about messages, into the queues that the registry names for it. */
  private takeReceipts(): void {
    eachFunction((_name, { triggers }) => {
      for (const { queue, events = [] } of triggers.filter((one) => one.kind === 'queue')) {
        const into = this.state.queues.of(queue);
        if (events.includes('mail-events')) this.mail?.eventsTo(into);
        if (events.includes('sms-events') && this.stage.sms.kind === 'aws')
          this.smsReceipts = new SmsReceipts(this, 'Sms', this.stage, this.state.key, into);
      }
    });
  }

  private environmentFor({ grants, triggers }: FunctionDefinition): Record<string, string> {
    const { mail, sms, serves, signIn } = this.stage;
    // Never the console of dev that runs from its sources: units get these letters.
    const publicUrl = signIn.kind === 'cognito' ? signIn.consoleUrl : undefined;
    const paced = grants.mail || grants.sends.includes('deliver') ? limitsOf(this.stage) : {};
    const queues = grants.sends.map((name): [string, string] => [
      `${name.toUpperCase()}_QUEUE_URL`,
      this.state.queues.of(name).queue.queueUrl,
    ]);
    return {
      ...Object.fromEntries(queues),
      ...paced,
      ...(serves === undefined ? {} : { SERVES: serves.join(',') }),
      ...(triggers.some(({ kind }) => kind === 'http') ? requestLimitsOf(this.stage) : {}),
      ...(grants.accounts ? signInOf(this.stage, this.state) : {}),
      ...(grants.mail && grants.sms && publicUrl !== undefined ? { PUBLIC_URL: publicUrl } : {}),
      ...(grants.mail ? { MAIL_FROM: mail.from } : {}),
      ...(grants.mail && mail.kind === 'smtp' ? { SMTP_SECRET: mail.secret } : {}),
      ...(grants.mail && this.mail ? { SES_CONFIGURATION_SET: this.mail.configurationSetName } : {}),
      ...(grants.sms && sms.kind === 'gateway' ? { SMS_GATEWAY_SECRET: sms.secret } : {}),
      ...(grants.sms && sms.kind === 'aws' ? { SMS_ORIGINATION: sms.origination } : {}),
      ...(grants.sms && this.smsReceipts
        ? { SMS_CONFIGURATION_SET: this.smsReceipts.configurationSetName }
        : {}),
    };
  }

  /** What starts a function, and what it may reach besides the table. Returns the targets of the HTTP API. */
  private connect(name: FunctionName, definition: FunctionDefinition, made: RegisteredFunction): Target[] {
    this.grantSending(definition, made);
    return definition.triggers.flatMap((trigger): Target[] => {
      if (trigger.kind === 'schedule') this.schedules.every(trigger.everyMinutes, name, made.live);
      if (trigger.kind === 'queue') this.read(trigger, made);
      if (trigger.kind !== 'http') return [];
      return [
        {
          name,
          lambda: made.callable,
          open: trigger.open,
          routes: trigger.routes,
          perSecond: trigger.perSecond,
        },
      ];
    });
  }

  private read({ queue, batchSize, atOnce }: QueueTrigger, made: RegisteredFunction): void {
    const { queueArn } = this.state.queues.of(queue).queue;
    const { perSecond = 0 } = this.stage.mail;
    made.allow(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [queueArn],
      }),
      keyThrough(this, this.state, 'sqs', ['Decrypt']),
    );
    made.live.addEventSourceMapping('Queue', {
      eventSourceArn: queueArn,
      batchSize,
      reportBatchItemFailures: true,
      maxConcurrency: queue === 'deliver' ? Math.max(atOnce, sendersOf({ perSecond })) : atOnce,
    });
  }

  private grantSending({ grants }: FunctionDefinition, made: RegisteredFunction): void {
    const { mail, sms } = this.stage;
    const { smtp, smsGateway } = this.state.secrets;
    if (grants.sends.length > 0) {
      const resources = grants.sends.map((name) => this.state.queues.of(name).queue.queueArn);
      made.allow(
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources }),
        keyThrough(this, this.state, 'sqs', ['Decrypt', 'GenerateDataKey']),
      );
    }
    made.allow(...accountStatements(this.state.users, grants.accounts));
    if (grants.mail && this.mail) made.allow(this.mail.permission());
    if (grants.mail && mail.kind === 'smtp') this.grantSecret(smtp, made);
    if (grants.sms && sms.kind === 'gateway') this.grantSecret(smsGateway, made);
    if (grants.sms && sms.kind === 'aws')
      made.allow(
        new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources: [sms.origination] }),
      );
  }

  private grantSecret(secret: Secret | undefined, made: RegisteredFunction): void {
    if (!secret) throw new Error('the state stack makes every secret that a stage names');
    made.allow(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }),
      keyThrough(this, this.state, 'secretsmanager', ['Decrypt']),
    );
  }
}
