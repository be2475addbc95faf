import { fieldError, type FieldError } from '../../outcome.ts';
import type { Party } from '../register/party.ts';
import { formatDay, type Day } from '../time/day.ts';
import { isSupervision, supervisionRegimes } from '../../vocabulary/supervision.ts';
import type { VisitForm, VisitStatus } from '../../vocabulary/visit-forms.ts';

/** What is known of a planned check, as far as its state and its papers depend on it. */
export interface Planned {
  readonly targets: readonly string[];
  readonly joined?: readonly { readonly as: 'joint' | 'assistance' }[] | undefined;
  readonly notices: readonly { readonly subjectId: string }[];
  readonly inspections: readonly string[];
  readonly cancelled?: unknown;
}

export function visitStatus({ targets, notices, inspections, cancelled }: Planned): VisitStatus {
  if (cancelled !== undefined) return 'cancelled';
  if (inspections.length > 0) return 'done';
  const told = new Set(notices.map(({ subjectId }) => subjectId));
  return targets.every((id) => told.has(id)) ? 'notified' : 'planned';
}

/**
 * The papers that it gives; the letters only where another body takes part in that way. Reading an organ’s files is no
 * check of a party: a reconsideration asks for a reply, a review of files needs no notice.
 */
export function visitFormsOf({
  joined = [],
  regime,
}: Pick<Planned, 'joined'> & { readonly regime: string }): VisitForm[] {
  const has = (as: 'joint' | 'assistance') => joined.some((one) => one.as === as);
  const own: readonly VisitForm[] = isSupervision(regime)
    ? regime === supervisionRegimes.reconsideration
      ? ['reply-notice']
      : []
    : ['approval', 'notice'];
  return [
    ...own,
    ...(has('joint') ? (['joint-letter'] as const) : []),
    ...(has('assistance') ? (['assistance-letter'] as const) : []),
  ];
}

/**
 * Whether somebody is a firm: its check needs an approval and a notice beforehand (国办发〔2024〕54号), and every officer
 * an enforcement certificate.
 */
export const isFirm = (
  { traits }: { readonly traits: readonly string[] },
  party: Pick<Party, 'nature'> | undefined,
): boolean => party?.nature === 'private' || party?.nature === 'state-owned' || traits.includes('enterprise');

/** Whether a body only coordinates (议事协调机构), as an office for key projects (重点办) or a leading group does. */
export const isCoordinating = (body: string): boolean => /重点(?:建设)?(?:项目|工程)?办|领导小组/u.test(body);

/** What is wrong with the days and the officers of a plan. */
export function visitFlaws(
  plan: {
    readonly on: Day;
    readonly until: Day | undefined;
    readonly officers: readonly { readonly name: string; readonly certificate?: string | undefined }[];
  },
  isOfFirm: boolean,
): FieldError[] {
  const { on, until, officers } = plan;
  const ends =
    until !== undefined && until < on
      ? [fieldError('until', 'visit.ends-before', { on: formatDay(on) })]
      : [];
  const uncertified = isOfFirm
    ? officers.flatMap(({ name, certificate = '' }, index) =>
        certificate === ''
          ? [fieldError(`officers.${index}.certificate`, 'visit.no-certificate', { name })]
          : [],
      )
    : [];
  return [...ends, ...uncertified];
}
