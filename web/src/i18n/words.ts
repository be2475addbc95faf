import { createContext, useContext } from 'react';
import type { Language } from './language.ts';
import { zh, type Words } from './zh/zh.ts';

export { wordFor } from './shape/table.ts';

export interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
}

export const SpeechContext = createContext<Speech>({ language: 'zh', words: zh, speak: () => undefined });

export const useSpeech = (): Speech => useContext(SpeechContext);
export const useWords = (): Words => useContext(SpeechContext).words;
