import { drafting } from './drafting.ts';
import { draws } from './draws.ts';
import { duty } from './duty.ts';
import { facts } from './facts.ts';
import { notices } from './notices.ts';
import { changed } from './changed.ts';
import { calendar } from './calendar.ts';
import { checks } from './checks.ts';
import { escalations } from './escalations.ts';
import { hearing } from './hearing.ts';
import { firstSteps } from './first-steps.ts';
import { legal } from './legal.ts';
import { letter } from './letter.ts';
import { imports } from './imports.ts';
import { mine } from './mine.ts';
import { outbox } from './outbox.ts';
import { clients, people, signIns } from './people.ts';
import { preview } from './preview.ts';
import { problems } from './problems.ts';
import { rules } from './rules.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { subjects } from './subjects.ts';
import { terms } from './terms.ts';
import { today } from './today.ts';
import type { Words } from '../zh/zh.ts';

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
  drafting,
  draws,
  imports,
  firstSteps,
  people,
  clients,
  signIns,
  legal,
  letter,
  hearing,
};
