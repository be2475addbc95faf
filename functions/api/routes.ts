import type { Route } from './route.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { checklistRoutes } from './routes/checklist.ts';
import { clientRoutes } from './routes/clients.ts';
import { drawRoutes } from './routes/draws.ts';
import { escalationRoutes } from './routes/escalations.ts';
import { eventRoutes } from './routes/events.ts';
import { feedRoutes } from './routes/feeds.ts';
import { inspectionRoutes } from './routes/inspections.ts';
import { jurisdictionRoutes } from './routes/jurisdictions.ts';
import { legalRoutes } from './routes/legal.ts';
import { noticeRoutes, statusRoutes } from './routes/notices.ts';
import { obligationRoutes } from './routes/obligations.ts';
import { peopleRoutes } from './routes/people.ts';
import { subjectRoutes } from './routes/subjects.ts';
import { visitRoutes } from './routes/visits.ts';

/** Every route of the API that requires a token. */
export const routes: readonly Route[] = [
  ...jurisdictionRoutes,
  ...peopleRoutes,
  ...clientRoutes,
  ...calendarRoutes,
  ...checklistRoutes,
  ...subjectRoutes,
  ...eventRoutes,
  ...obligationRoutes,
  ...escalationRoutes,
  ...legalRoutes,
  ...inspectionRoutes,
  ...visitRoutes,
  ...drawRoutes,
  ...noticeRoutes,
  ...statusRoutes,
  ...feedRoutes,
];
