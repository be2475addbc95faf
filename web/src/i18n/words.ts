import { createContext, useContext } from 'react';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

/** The shape of the Chinese words with any texts: the English ones must have every one of them. */
type Same<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Same<T[K]> };

export type Words = Same<typeof zh>;

export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
}

export const SpeechContext = createContext<Speech>({ language: 'zh', words: zh, speak: () => undefined });

export const useSpeech = (): Speech => useContext(SpeechContext);
export const useWords = (): Words => useContext(SpeechContext).words;

/** The word for a value of the API; the value itself where there is none yet. */
export function wordFor(table: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value;
}
