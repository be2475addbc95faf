import { Alert, type FormInstance } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';
import { keptFor, watchForm } from '../session/kept-forms.ts';

/**
 * What was typed into a form before the token ended, if the same person is on the same page again. The form
 * begins with it instead of its own initial values. `name` is the form’s name on its page; `useKeep` has stored
 * it.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it is what `useKeep` of that name read.
export function useKept<T>(name: string): T | undefined {
  const [kept] = useState(() => typed<T>(keptFor(name)));
  return kept;
}

/**
 * Stores the result of `read` when the token ends: a value that JSON can represent, undefined when nothing was
 * typed.
 */
export function useKeep(name: string, read: () => unknown): void {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => watchForm(name, () => latest.current()), [name]);
}

/** The value that `read` of the same name has written. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- sessionStorage holds JSON of our own alone.
const typed = <T,>(value: any): T | undefined => value;

/** Everything that was entered, whether or not it is shown now. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-return -- antd types the whole store as any.
export const valuesOf = <T,>(form: FormInstance<T>): T => form.getFieldsValue(true);

/** Says that the form has what was typed before. */
export function KeptNote({ shown }: { readonly shown: boolean }): ReactElement | null {
  const words = useWords();
  return shown ? <Alert type="info" showIcon className="problem" title={words.common.keptForm} /> : null;
}
