import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound, PageError } from './components/error-boundary.tsx';
import { Shell } from './components/shell.tsx';
import { Home } from './pages/home.tsx';

/** A page comes with its own chunk; its module exports it as `Component`. */
type Page = NonNullable<RouteObject['lazy']>;

const page = (path: string, lazy: Page): RouteObject => ({ path, lazy });

/**
 * The console’s addresses. A new page: a module `pages/<name>.tsx` that exports `Component`, a line here and one
 * in `components/menu.tsx` for the roles that see it.
 */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    ErrorBoundary: PageError,
    HydrateFallback: () => null,
    children: [
      // What a page throws, or that its script did not arrive, shows in its place.
      {
        ErrorBoundary: PageError,
        children: [
          { index: true, element: <Home /> },
          page('today', () => import('./pages/today.tsx')),
          page('calendar', () => import('./pages/calendar.tsx')),
          page('subjects', () => import('./pages/subjects.tsx')),
          page('subjects/:id', () => import('./pages/subject.tsx')),
          page('obligations/:id', () => import('./pages/obligation.tsx')),
          page('escalations', () => import('./pages/escalations.tsx')),
          page('escalations/:id', () => import('./pages/escalation.tsx')),
          page('quotas', () => import('./pages/quotas.tsx')),
          page('inspections', () => import('./pages/inspections.tsx')),
          page('inspections/new', () => import('./pages/inspection-form.tsx')),
          page('inspections/:id', () => import('./pages/inspection.tsx')),
          page('inspections/:id/correct', () => import('./pages/inspection-form.tsx')),
          page('draws', () => import('./pages/draws.tsx')),
          page('draws/:id', () => import('./pages/draw.tsx')),
          page('imports', () => import('./pages/imports.tsx')),
          page('notices', () => import('./pages/notices.tsx')),
          page('mine', () => import('./pages/mine.tsx')),
          page('rules', () => import('./pages/rules.tsx')),
          page('preview', () => import('./pages/preview.tsx')),
          page('settings', () => import('./pages/settings.tsx')),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
