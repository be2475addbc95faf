import type { Stack } from 'aws-cdk-lib';
import type { FunctionName } from '../shared/functions.ts';
import type { Stage } from './stage.ts';

export const PRODUCT = 'archive-duty';

export const stackName = (stage: Stage, part: string): string => `${PRODUCT}-${stage.name}-${part}`;

/** Log groups have explicit names, so that the key’s policy can name them before they exist. */
export const functionLog = (stage: Stage, name: FunctionName): string => `/${PRODUCT}/${stage.name}/${name}`;
export const deploymentLog = (stage: Stage): string => `/${PRODUCT}/${stage.name}/console-deployment`;
export const accessLog = (stage: Stage): string => `/aws/vendedlogs/${PRODUCT}/${stage.name}/api`;

/** The namespace for the figures in the functions’ log lines. */
export const metricNamespace = (stage: Stage): string => `ArchiveDuty/${stage.name}`;

/** What brings receipts has explicit names, so that the queue’s policy can name it before it exists. */
export const receiptsRule = (stage: Stage): string => `${PRODUCT}-${stage.name}-mail-receipts`;
export const receiptsTopic = (stage: Stage): string => `${PRODUCT}-${stage.name}-sms-receipts`;

export const configurationSet = (stage: Stage): string => `${PRODUCT}-${stage.name}`;

/** The bare address of a sender that may begin with a name. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
export const domainOf = (from: string): string => addressOf(from).split('@')[1] ?? '';

/** `kms:ViaService` of a service. In China both forms of its name are allowed. */
export function viaService(stack: Stack, service: string): string[] {
  const name = `${service}.${stack.region}.amazonaws.com`;
  return stack.partition === 'aws-cn' ? [name, `${name}.cn`] : [name];
}
