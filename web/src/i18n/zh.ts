import { draws } from './zh/draws.ts';
import { duty } from './zh/duty.ts';
import { facts } from './zh/facts.ts';
import { notices } from './zh/notices.ts';
import { changed } from './zh/changed.ts';
import { calendar } from './zh/calendar.ts';
import { checks } from './zh/checks.ts';
import { escalations } from './zh/escalations.ts';
import { imports } from './zh/imports.ts';
import { mine } from './zh/mine.ts';
import { outbox } from './zh/outbox.ts';
import { preview } from './zh/preview.ts';
import { problems } from './zh/problems.ts';
import { rules } from './zh/rules.ts';
import { settings } from './zh/settings.ts';
import { shell } from './zh/shell.ts';
import { subjects } from './zh/subjects.ts';
import { terms } from './zh/terms.ts';
import { today } from './zh/today.ts';

/** What people read, Chinese first. A page has its own file under `zh/` and `en/`. */
export const zh = {
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
