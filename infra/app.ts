import { App } from 'aws-cdk-lib';
import { buildStacks } from './build.ts';
import { ConfigError } from './config.ts';

/** Entry point of `cdk synth` and `cdk deploy`. */
try {
  const app = new App();
  await buildStacks(app);
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
