import { forms as en } from './en/forms.ts';
import type { Language } from './language.ts';
import type { Same } from './shape/table.ts';
import { useSpeech } from './words.ts';
import { forms as zh } from './zh/forms.ts';

/** The words of the forms are loaded with the pages that show them, not with the first view. */
type FormWords = Same<typeof zh>;

const both: Readonly<Record<Language, FormWords>> = { zh, en };

export const useFormWords = (): FormWords => both[useSpeech().language];
