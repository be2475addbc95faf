import { App } from 'aws-cdk-lib';
import { buildStacks } from '../../infra/build.ts';
import { checks } from './checks.ts';

// npx cdk deploy --all --app "npx tsx test/aws/sandbox.ts" -c stage=dev, in an account for trying out.
const app = new App();
checks(app, await buildStacks(app));
app.synth();
