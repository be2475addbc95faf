import { fileURLToPath } from 'node:url';
import { Aspects, Tags, type App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { z } from 'zod';
import { bundleFunctions, type Bundles } from './bundle.ts';
import { stageFrom } from './config.ts';
import { EdgeStack } from './edge-stack.ts';
import type { Stage } from './stage.ts';
import { PRODUCT } from './naming.ts';
import { ObservabilityStack } from './observability-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { StateStack } from './state-stack.ts';
import { versionOf } from './version.ts';
import { WebStack } from './web-stack.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Stacks {
  readonly stage: Stage;
  readonly bundles: Bundles;
  readonly state: StateStack;
  readonly service: ServiceStack;
  readonly observability: ObservabilityStack;
  /** Undefined when the stage limits no address. */
  readonly edge: EdgeStack | undefined;
  /** Undefined when the stage has no console in CloudFront. */
  readonly web: WebStack | undefined;
}

export interface Places {
  /** The folder for the functions’ bundles. */
  readonly bundles: string;
  /** The output of building `web/`. */
  readonly built: string;
}

const places = (stage: Stage): Places => ({
  bundles: `${root}dist/functions/${stage.name}`,
  built: `${root}web/dist`,
});

/**
 * All stacks of the stage that the context chooses, checked by cdk-nag. Throws ConfigError when settings do not
 * fit together.
 */
export async function buildStacks(app: App, where?: Places): Promise<Stacks> {
  const context: Record<string, unknown> = z.record(z.string(), z.unknown()).parse(app.node.getAllContext());
  const stage = stageFrom(context);
  const { bundles: folder, built } = where ?? places(stage);
  const bundles = await bundleFunctions(folder, {
    mail: stage.mail.kind,
    sms: stage.sms.kind,
    signIn: stage.signIn.kind,
  });
  const state = new StateStack(app, stage);
  const service = new ServiceStack(app, { stage, state, bundles, version: versionOf() });
  const observability = new ObservabilityStack(app, { stage, state, service });
  const { web: settings } = stage;
  const edge =
    settings.kind === 'none' || settings.requestsPerAddress === undefined
      ? undefined
      : new EdgeStack(app, stage, settings.requestsPerAddress);
  const web =
    settings.kind === 'none'
      ? undefined
      : new WebStack(app, {
          stage,
          web: settings,
          state,
          frontDoor: service.frontDoor,
          firewall: edge?.firewall,
          built,
        });
  Tags.of(app).add('product', PRODUCT);
  Tags.of(app).add('stage', stage.name);
  Aspects.of(app).add(new AwsSolutionsChecks());
  return { stage, bundles, state, service, observability, edge, web };
}
