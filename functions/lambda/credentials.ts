/**
 * Lambda gives credentials in the environment and nowhere else: infra’s bundling puts this in the place of the
 * SDK’s chain of profiles, single sign-on and instance metadata, which makes every function 100 KB smaller.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
