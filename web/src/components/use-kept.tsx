import { Alert, type FormInstance } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';
import { keptFor, watchForm } from '../session/kept-forms.ts';

/**
 * What was typed into a form before the token ran out, where the same person is on the same page again; the form
 * begins with it in place of its own start. `name` is the form’s own on its page; `useKeep` has kept it.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it is what `useKeep` of that name read.
export function useKept<T>(name: string): T | undefined {
  const [kept] = useState(() => typed<T>(keptFor(name)));
  return kept;
}

/** Keeps what `read` answers when the token runs out: what JSON can hold, undefined where nothing was typed. */
export function useKeep(name: string, read: () => unknown): void {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => watchForm(name, () => latest.current()), [name]);
}

/** What `read` of the same name has written. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- sessionStorage holds JSON of our own alone.
const typed = <T,>(value: any): T | undefined => value;

/** All that was entered, shown at the moment or not. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-return -- antd types the whole store as any.
export const valuesOf = <T,>(form: FormInstance<T>): T => form.getFieldsValue(true);

/** Says that the form holds what was typed before. */
export function KeptNote({ shown }: { readonly shown: boolean }): ReactElement | null {
  const words = useWords();
  return shown ? <Alert type="info" showIcon className="problem" title={words.common.keptForm} /> : null;
}
