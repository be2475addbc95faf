import { stages as en } from './en/stages.ts';
import type { Language } from './language.ts';
import type { Same } from './shape/table.ts';
import { useSpeech } from './words.ts';
import { stages as zh } from './zh/stages.ts';

/** The words of the stages are loaded with their page, not with the first view. */
export type StageWords = Same<typeof zh>;

const both: Readonly<Record<Language, StageWords>> = { zh, en };

export const useStageWords = (): StageWords => both[useSpeech().language];
