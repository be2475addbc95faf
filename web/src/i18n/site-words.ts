import { site as en } from './en/site.ts';
import type { Language } from './language.ts';
import type { Same } from './shape/table.ts';
import { useSpeech } from './words.ts';
import { site as zh } from './zh/site.ts';

/** The words of what a record of a check tells besides are loaded with their pages, not with the first view. */
type SiteWords = Same<typeof zh>;

const both: Readonly<Record<Language, SiteWords>> = { zh, en };

export const useSiteWords = (): SiteWords => both[useSpeech().language];
