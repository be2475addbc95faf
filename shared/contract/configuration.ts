import { z } from 'zod';
import { officeName } from '../rules/schema.ts';
import { papers } from './papers.ts';

/** Answers about a bureau’s settings, its people and the working days of a year. */

const dayText = z.string().meta({ format: 'date', description: 'Day in Asia/Shanghai' });

export const settings = z.object({
  trackFrom: dayText,
  sendHour: z.number(),
  quietHours: z.object({ from: z.string(), to: z.string() }),
  rectificationDays: z.number(),
  defenceWorkingDays: z.number(),
  own: z
    .object({ rectificationDays: z.number().optional(), defenceWorkingDays: z.number().optional() })
    .describe('The periods that the bureau itself has set, above those of the rules'),
  checksPerWorkingDay: z.number().describe('Discretionary; 1 by default'),
  enterpriseYearlyCap: z.number().optional(),
  reminderLeads: z.record(z.string(), z.array(z.number())),
  channels: z.record(z.string(), z.array(z.string())),
  alerts: z.object({
    leaders: z.array(z.string()),
    superiors: z.array(z.string()),
    leaderAfterWorkingDays: z.number(),
    superiorAfterWorkingDays: z.number(),
    unservedAfterWorkingDays: z.number(),
  }),
  secondFactor: z.array(z.string()),
  figures: z.record(z.string(), z.record(z.string(), z.unknown())),
  readings: z.record(z.string(), z.record(z.string(), z.string())),
  papers: papers.describe('What documents say about the acting office; without an entry the default applies'),
  version: z.number(),
});

export const staff = z.object({
  items: z.array(z.looseObject({ sub: z.string(), name: z.string(), role: z.string() })),
  nextCursor: z.null(),
  version: z.number(),
});

export const workCalendar = z.object({
  year: z.number(),
  status: z.enum(['published', 'entered', 'provisional']),
  holidays: z.array(dayText),
  workdays: z.array(dayText),
  source: z.string(),
  version: z.number(),
});

export const nextNumber = z.object({
  office: officeName,
  isMain: z.boolean().describe('Whether it is the bureau itself'),
  paper: z.string().describe('The step, or the paper of a case'),
  pattern: z.string(),
  next: z.string().describe('The next free number of this year'),
});
