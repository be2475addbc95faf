import { fieldProblems } from './fields.ts';
import { fileProblems } from './file.ts';
import { importProblems } from './import.ts';
import { textProblems } from './text.ts';
import { requestProblems } from './request.ts';
import type { Names } from './sentence.ts';

/** Every problem that an answer can carry, by its code `<area>.<name>`. */
export const problems = {
  ...requestProblems,
  ...fieldProblems,
  ...textProblems,
  ...importProblems,
  ...fileProblems,
} as const;

export type ProblemCode = keyof typeof problems;

/** The names of a problem's parameters; `never` where it has none. */
export type NamesOf<Code extends ProblemCode> = Names<(typeof problems)[Code]['en']>;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
