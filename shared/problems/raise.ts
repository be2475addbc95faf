import type { ProblemParams, ProblemValue } from './sentence.ts';
import type { NamesOf, ProblemCode } from './table.ts';

/** A problem with the values of its sentence, not yet in any language. */
export interface Raised {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
}

/** The parameters that a code takes: none, or one object with each of its names. */
export type ParamsOf<Code extends ProblemCode> = [NamesOf<Code>] extends [never]
  ? []
  : [params: Readonly<Record<NamesOf<Code>, ProblemValue>>];

/** A problem by its code. Its sentence is chosen when the answer is written (`say.ts`). */
export function raise<Code extends ProblemCode>(code: Code, ...[params]: ParamsOf<Code>): Raised {
  return { code, params: params ?? {} };
}
