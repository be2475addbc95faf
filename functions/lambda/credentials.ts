/**
 * Lambda gives credentials only in the environment. The bundling in infra uses this instead of the SDK’s chain
 * of profiles, single sign-on and instance metadata, which makes every function 100 KB smaller.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
