import { createContext, useContext } from 'react';
import type { Language } from './language.ts';
import type { Same } from './table.ts';
import { zh } from './zh.ts';

export { wordFor } from './table.ts';

export type Words = Same<typeof zh>;

export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
}

export const SpeechContext = createContext<Speech>({ language: 'zh', words: zh, speak: () => undefined });

export const useSpeech = (): Speech => useContext(SpeechContext);
export const useWords = (): Words => useContext(SpeechContext).words;
