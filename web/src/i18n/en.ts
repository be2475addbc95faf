import { draws } from './en/draws.ts';
import { duty } from './en/duty.ts';
import { facts } from './en/facts.ts';
import { notices } from './en/notices.ts';
import { changed } from './en/changed.ts';
import { calendar } from './en/calendar.ts';
import { checks } from './en/checks.ts';
import { escalations } from './en/escalations.ts';
import { imports } from './en/imports.ts';
import { mine } from './en/mine.ts';
import { outbox } from './en/outbox.ts';
import { preview } from './en/preview.ts';
import { problems } from './en/problems.ts';
import { rules } from './en/rules.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { subjects } from './en/subjects.ts';
import { terms } from './en/terms.ts';
import { today } from './en/today.ts';
import type { Words } from './words.ts';

export const en: Words = {
  ...shell,
  terms,
  facts,
  problems,
  duty,
  notices,
  outbox,
  escalations,
  mine,
  today,
  subjects,
  calendar,
  changed,
  preview,
  rules,
  settings,
  checks,
  draws,
  imports,
};
