import { fieldError, type FieldError } from '../../outcome.ts';
import type { CaseBodies } from './event.ts';
import type { CaseFile } from './file.ts';
import type { CaseWorld } from './world.ts';
import {
  applicationUntil,
  citedIn,
  demandUntil,
  enforceableFrom,
  fineOwed,
  finePaidOn,
  paymentUntil,
} from './collecting.ts';
import { openRemedy } from './fine.ts';
import { day, formatDay } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';

/** What each event after the service lacks, and what can be wrong with what it says. */

type Lacking = (file: CaseFile, world: CaseWorld) => FieldError[];

/** Nothing to collect: there is no fine, or it was paid. */
function nothingOwed(file: CaseFile, world: CaseWorld): FieldError[] {
  if (file.fine.amount === 0) return [fieldError('event', 'case.no-fine')];
  const on = finePaidOn(file, world);
  return on === undefined ? [] : [fieldError('event', 'case.paid', { on })];
}

export const lackingAfterService = {
  payment: nothingOwed,
  'deferral-request': (file, world) =>
    file.deferral
      ? [fieldError('event', 'case.deferral-asked', { on: file.deferral.on })]
      : nothingOwed(file, world),
  'deferral-decision': (file, world) => {
    const owed = nothingOwed(file, world);
    if (owed.length > 0) return owed;
    return file.deferral
      ? []
      : [fieldError('deferral-request', 'case.no-deferral-request', citedIn(world, 'deferral'))];
  },
  'remedy-begun': ({ fine }) => {
    const open = openRemedy(fine);
    return open ? [fieldError('event', 'case.remedy-runs', { on: open.from })] : [];
  },
  'remedy-ended': ({ fine }) => (openRemedy(fine) ? [] : [fieldError('remedy-begun', 'case.no-remedy')]),
  demand: demandLacks,
  'court-application': courtLacks,
} as const satisfies Partial<Record<keyof CaseBodies, Lacking>>;

function demandLacks(file: CaseFile, world: CaseWorld): FieldError[] {
  const { demandOn } = file.fine;
  if (demandOn !== undefined) return [fieldError('event', 'case.demanded', { on: demandOn })];
  const owed = nothingOwed(file, world);
  if (owed.length > 0) return owed;
  const until = lastPaymentDay(file, world);
  return until !== undefined && formatDay(dayOf(world.now)) <= until
    ? [fieldError('service', 'case.payment-runs', { ...citedIn(world, 'payment'), until })]
    : [];
}

/** The first day by which something was to be paid. */
function lastPaymentDay(file: CaseFile, world: CaseWorld): string | undefined {
  const [first] = file.fine.instalments.map(({ dueOn }) => dueOn).sort();
  const until = paymentUntil(file, world);
  return first ?? (until && formatDay(until.dueOn));
}

function courtLacks(file: CaseFile, world: CaseWorld): FieldError[] {
  if (file.fine.courtOn !== undefined)
    return [fieldError('event', 'case.court-asked', { on: file.fine.courtOn })];
  const owed = nothingOwed(file, world);
  if (owed.length > 0) return owed;
  const rule = citedIn(world, 'enforcement');
  const today = dayOf(world.now);
  const open = openRemedy(file.fine);
  const [demand, from] = [demandUntil(file, world), enforceableFrom(file, world)];
  return [
    ...(open ? [fieldError('remedy-ended', 'case.remedy-first', { ...rule, on: open.from })] : []),
    ...(demand ? [] : [fieldError('demand', 'case.no-demand', citedIn(world, 'demand'))]),
    ...(demand && today <= demand.dueOn
      ? [
          fieldError('demand', 'case.demand-runs', {
            ...citedIn(world, 'demand'),
            until: formatDay(demand.dueOn),
          }),
        ]
      : []),
    ...(from !== undefined && today <= from
      ? [fieldError('service', 'case.suing-runs', { ...rule, until: formatDay(from) })]
      : []),
  ];
}

/** Never before both periods are over, nor after the three months. */
export function courtFlaws(
  { on }: CaseBodies['court-application'],
  file: CaseFile,
  world: CaseWorld,
): FieldError[] {
  const latest = applicationUntil(file, world)?.dueOn;
  const waits = [demandUntil(file, world)?.dueOn, enforceableFrom(file, world)];
  const rule = citedIn(world, 'enforcement');
  return [
    ...waits.flatMap((until) =>
      until !== undefined && day(on) <= until
        ? [fieldError('on', 'case.court-early', { ...rule, until: formatDay(until) })]
        : [],
    ),
    ...(latest !== undefined && day(on) > latest
      ? [fieldError('on', 'case.court-late', { ...rule, until: formatDay(latest) })]
      : []),
  ];
}

/** No more than is owed. */
export function paymentFlaws(
  { on, amount }: CaseBodies['payment'],
  file: CaseFile,
  world: CaseWorld,
): FieldError[] {
  const owed = fineOwed(file, world, day(on));
  return owed && amount > owed.outstanding
    ? [fieldError('amount', 'case.paid-too-much', { amount, outstanding: owed.outstanding })]
    : [];
}

/** Granted with its days, which together are the whole of what is still to be paid; refused without any. */
export function deferralFlaws(
  { granted, instalments, on }: CaseBodies['deferral-decision'],
  file: CaseFile,
  world: CaseWorld,
): FieldError[] {
  const rule = citedIn(world, 'deferral');
  const own = file.deferral?.by.sub === world.by.sub ? [fieldError('event', 'case.proposer', rule)] : [];
  if (!granted)
    return instalments.length === 0
      ? own
      : [...own, fieldError('instalments', 'case.refused-with-instalments')];
  const paid = file.fine.payments.reduce((sum, { amount }) => sum + amount, 0);
  const left = Math.max(0, file.fine.amount - paid);
  const sum = instalments.reduce((total, { amount }) => total + amount, 0);
  const early = instalments.flatMap(({ dueOn }, index) =>
    dueOn < on ? [fieldError(`instalments.${index}.dueOn`, 'case.instalment-early', { on })] : [],
  );
  return [
    ...own,
    ...early,
    ...(Math.round(sum * 100) === Math.round(left * 100)
      ? []
      : [fieldError('instalments', 'case.instalments-sum', { sum, left })]),
  ];
}

/** A change names the new fine, which is never heavier; nothing else does. */
export function remedyFlaws({ result, fine }: CaseBodies['remedy-ended'], file: CaseFile): FieldError[] {
  if (result !== 'changed') return fine === undefined ? [] : [fieldError('fine', 'case.fine-unchanged')];
  return fine === undefined || fine > file.fine.amount
    ? [fieldError('fine', 'case.fine-changed', { amount: file.fine.amount })]
    : [];
}
