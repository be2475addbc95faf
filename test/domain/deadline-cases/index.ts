import type { Case } from '../../support/deadlines/deadlines.ts';
import { penaltyCases } from './cases-and-penalties.ts';
import { goalCases } from './goals.ts';
import { keyProjectCases } from './key-projects.ts';
import { eventCases } from './public-service.ts';
import { assessment, securityCases } from './security.ts';

/** By jurisdiction, at least one case for every deadline rule. */
export const deadlineCases: ReadonlyMap<string, readonly Case[]> = new Map([
  ['hongjiang', [...securityCases, ...keyProjectCases]],
  ['shexian', [...securityCases, ...keyProjectCases, ...eventCases]],
  ['luquan', [assessment]],
  ['baixiang', [...penaltyCases, ...securityCases, ...keyProjectCases, ...eventCases]],
  ['liaoning', goalCases],
]);
