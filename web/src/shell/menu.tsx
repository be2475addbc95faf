import type { Role } from '../../../shared/rules/schema.ts';
import type { Words } from '../i18n/zh/zh.ts';

const bureau: readonly Role[] = ['bureau-officer', 'bureau-leader', 'bureau-admin', 'superior', 'auditor'];
const everyone: readonly Role[] = [...bureau, 'unit'];

interface Entry {
  readonly path: string;
  readonly name: keyof Words['menu'];
  readonly roles: readonly Role[];
}

/** The pages of the menu and the roles that see them, in the order of a working day. */
const entries: readonly Entry[] = [
  { path: '/first-steps', name: 'first-steps', roles: ['bureau-admin'] },
  { path: '/today', name: 'today', roles: bureau },
  { path: '/mine', name: 'mine', roles: ['unit'] },
  { path: '/calendar', name: 'calendar', roles: bureau },
  { path: '/subjects', name: 'subjects', roles: everyone },
  { path: '/quotas', name: 'quotas', roles: bureau },
  { path: '/visits', name: 'visits', roles: bureau },
  { path: '/inspections', name: 'inspections', roles: everyone },
  { path: '/draws', name: 'draws', roles: everyone },
  { path: '/escalations', name: 'escalations', roles: bureau },
  { path: '/legal', name: 'legal', roles: bureau },
  { path: '/notices', name: 'notices', roles: everyone },
  { path: '/rules', name: 'rules', roles: everyone },
  { path: '/preview', name: 'preview', roles: everyone },
  { path: '/people', name: 'people', roles: bureau },
  { path: '/sign-ins', name: 'sign-ins', roles: ['bureau-admin'] },
  { path: '/clients', name: 'clients', roles: ['bureau-admin'] },
  { path: '/settings', name: 'settings', roles: bureau },
];

export function menuOf(role: Role | undefined): readonly Entry[] {
  return entries.filter(({ roles }) => role !== undefined && roles.includes(role));
}
