import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import type { Bureau } from '../bureaus/bureau.ts';

export type Previewed = z.infer<typeof answers.previewAnswer>['obligations'][number];

/** A subject in the form of a preview; by default a project over two years. */
export interface Asked {
  readonly jurisdiction?: 'hongjiang' | 'baixiang';
  readonly kind?: string;
  readonly traits?: readonly string[];
  readonly facts?: object;
  readonly from?: string;
  readonly to?: string;
}

export const previewBody = ({
  jurisdiction = 'hongjiang',
  kind = 'project',
  traits = [],
  facts = {},
  from = '2026-01-01',
  to = '2027-12-31',
}: Asked) => ({
  jurisdiction,
  subject: { kind, traits, facts },
  from,
  to,
});

export async function previewed({ officer }: Bureau, asked: Asked): Promise<Previewed[]> {
  return (await officer.send(answers.previewAnswer, 'POST', '/v1/preview', previewBody(asked))).obligations;
}

/** The one duty under a rule. */
export async function previewedOne(bureau: Bureau, ruleId: string, asked: Asked): Promise<Previewed> {
  const found = (await previewed(bureau, asked)).filter((one) => one.ruleId === ruleId);
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} duties under ${ruleId}`);
  return one;
}

/** The whole explanation. */
export const said = ({ explanation }: Previewed): string => explanation.map(({ text }) => text).join('\n');
