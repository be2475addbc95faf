import { visits as en } from './en/visits.ts';
import type { Language } from './language.ts';
import type { Same } from './shape/table.ts';
import { useSpeech } from './words.ts';
import { visits as zh } from './zh/visits.ts';

/** The words of planned checks are loaded with their pages, not with the first view. */
export type VisitWords = Same<typeof zh>;

const both: Readonly<Record<Language, VisitWords>> = { zh, en };

export const useVisitWords = (): VisitWords => both[useSpeech().language];
