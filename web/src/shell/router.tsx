import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound, PageError } from '../components/error-boundary.tsx';
import { Shell } from './shell.tsx';
import { Home } from '../pages/home/page.tsx';

/** A page has its own chunk. Its module exports it as `Component`. */
type Page = NonNullable<RouteObject['lazy']>;

const page = (path: string, lazy: Page): RouteObject => ({ path, lazy });

/**
 * The console’s addresses. A new page needs a module `pages/<name>.tsx` that exports `Component`, a line here,
 * and a line in `shell/menu.tsx` for the roles that see it.
 */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    ErrorBoundary: PageError,
    HydrateFallback: () => null,
    children: [
      // What a page throws, or that its script did not arrive, is shown in its place.
      {
        ErrorBoundary: PageError,
        children: [
          { index: true, element: <Home /> },
          page('first-steps', () => import('../pages/first-steps/page.tsx')),
          page('today', () => import('../pages/today/page.tsx')),
          page('calendar', () => import('../pages/calendar/page.tsx')),
          page('subjects', () => import('../pages/subjects/page.tsx')),
          page('subjects/:id', () => import('../pages/subject/page.tsx')),
          page('obligations/:id', () => import('../pages/obligation/page.tsx')),
          page('escalations', () => import('../pages/escalations/page.tsx')),
          page('escalations/new', () => import('../pages/draft-form/page.tsx')),
          page('escalations/:id', () => import('../pages/escalation/page.tsx')),
          page('legal', () => import('../pages/legal/page.tsx')),
          page('quotas', () => import('../pages/quotas/page.tsx')),
          page('visits', () => import('../pages/visits/page.tsx')),
          page('visits/new', () => import('../pages/visit-form/page.tsx')),
          page('visits/:id', () => import('../pages/visit/page.tsx')),
          page('visits/:id/change', () => import('../pages/visit-form/page.tsx')),
          page('inspections', () => import('../pages/inspections/page.tsx')),
          page('inspections/new', () => import('../pages/inspection-form/page.tsx')),
          page('inspections/:id', () => import('../pages/inspection/page.tsx')),
          page('inspections/:id/correct', () => import('../pages/inspection-form/page.tsx')),
          page('draws', () => import('../pages/draws/page.tsx')),
          page('draws/:id', () => import('../pages/draw/page.tsx')),
          page('imports', () => import('../pages/imports/page.tsx')),
          page('notices', () => import('../pages/notices/page.tsx')),
          page('mine', () => import('../pages/mine/page.tsx')),
          page('rules', () => import('../pages/rules/page.tsx')),
          page('preview', () => import('../pages/preview/page.tsx')),
          page('people', () => import('../pages/people/page.tsx')),
          page('sign-ins', () => import('../pages/sign-ins/page.tsx')),
          page('clients', () => import('../pages/clients/page.tsx')),
          page('settings', () => import('../pages/settings/page.tsx')),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
