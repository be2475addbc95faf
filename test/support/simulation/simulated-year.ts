import { addDays, day, formatDay } from '../../../shared/domain/time/day.ts';
import {
  at,
  dayOf,
  formatInstant,
  instant,
  plus,
  type Instant,
} from '../../../shared/domain/time/instant.ts';
import { regulated, rulebookOf } from '../../../shared/rules/catalogue.ts';
import { chanceFrom, type Chance } from '../chance/chance.ts';
import { madeUpFacts, madeUpSubject } from '../deadlines/made-up-subjects.ts';
import { settle, type Duty, type SimulatedBureau } from './simulated-bureau.ts';

export const START = '2026-01-05T08:00:00+08:00';
const END = '2027-02-20T12:00:00+08:00';

/** Each as often as it is listed. */
const kinds = (
  'enter enter enter correct correct correct fulfil fulfil fulfil fulfil report report answer answer answer ' +
  'extend waive confirm confirm retire move leads year'
).split(' ');

export interface Act {
  readonly at: Instant;
  readonly does: string;
  readonly number: number;
}

/** What people do in a year: at any minute, and now and then at the very minute at which notices are sent. */
export function actsOf(seed: string, count: number): Act[] {
  const chance = chanceFrom(`${seed}/acts`);
  const [first, last] = [instant(START), instant(END)];
  const acts = Array.from({ length: count }, (_, number): Act => {
    const any = plus(first, chance.between(60, (last - first) / 60_000 - 60) * 60_000);
    const onTime = at(dayOf(any), 9, chance.pick([0, 0, 10]));
    const when = chance.holds(0.2) && onTime > first ? onTime : any;
    return { at: when, does: chance.pick(kinds), number };
  });
  return acts.sort((a, b) => a.at - b.at);
}

/** Lives through a little more than a year: entries on the first day, then each act at its time. */
export async function live(bureau: SimulatedBureau, seed: string, acts: readonly Act[]): Promise<void> {
  const { simulation, jurisdiction } = bureau;
  await settle(bureau);
  const chance = chanceFrom(`${seed}/subjects`);
  for (let number = 0; number < 6; number += 1) {
    await bureau.enter(madeUpSubject(chance, jurisdiction, dayOf(simulation.now), number));
  }
  for (const act of acts) {
    await simulation.to(act.at);
    await perform(bureau, act, chanceFrom(`${seed}/act ${act.number}`));
  }
  await simulation.to(END);
}

const open = (duty: Duty): boolean => ['open', 'overdue', 'upcoming'].includes(duty.status);

async function onePlanned(
  { duties }: SimulatedBureau,
  chance: Chance,
  fits: (duty: Duty) => boolean,
): Promise<Duty | undefined> {
  const found = (await duties()).filter(fits).slice(0, 8);
  return found.length === 0 ? undefined : chance.pick(found);
}

async function perform(bureau: SimulatedBureau, act: Act, chance: Chance): Promise<void> {
  const today = dayOf(bureau.simulation.now);
  switch (act.does) {
    case 'enter':
      await bureau.enter(madeUpSubject(chance, bureau.jurisdiction, today, 100 + act.number));
      return;
    case 'correct':
    case 'retire':
    case 'move':
      return onSubject(bureau, act, chance);
    case 'leads':
      return configure(bureau, '/settings', {
        reminderLeads: { long: chance.pick([[30, 7, 1], [60, 14], [5]]) },
      });
    case 'year':
      return configure(bureau, '', arrangement(chance));
    default:
      return onDuty(bureau, act, chance);
  }
}

const arrangement = (chance: Chance) => ({
  holidays: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
  workdays: chance.pick([[], ['2027-01-31'], ['2027-01-23']]),
  source: '为模拟编造',
});

async function configure(bureau: SimulatedBureau, path: string, body: object): Promise<void> {
  const admin = { sub: 'admin', role: 'bureau-admin' } as const;
  if (path !== '') await bureau.must('PATCH', path, body, admin);
  else await bureau.must('PUT', '/v1/work-calendar/2027', body, admin);
}

async function onSubject(bureau: SimulatedBureau, act: Act, chance: Chance): Promise<void> {
  const subjects = (await bureau.subjects()).filter(
    (subject) => subject.kind !== 'bureau' && subject.retiredOn === undefined,
  );
  if (subjects.length === 0) return;
  const { id, kind, code } = chance.pick(subjects);
  const path = `/subjects/${id}`;
  if (act.does === 'retire') {
    for (const { id: open } of await bureau.escalations(id))
      await bureau.must('POST', `/escalations/${open}/withdrawal`, { reason: '监管对象注销' });
    await bureau.must('DELETE', path, {});
  } else if (act.does === 'move')
    await bureau.must('PATCH', path, {
      contacts: [{ name: '新', email: `new-${act.number}-${code ?? ''}@unit.example.com` }],
    });
  else {
    const facts = madeUpFacts(chance, kind, dayOf(bureau.simulation.now));
    const gone = { plannedCompletionAcceptanceOn: null, archivesAcceptedOn: null };
    await bureau.must('PATCH', path, { facts: kind === 'project' ? { ...gone, ...facts } : facts });
  }
}

/** A unit reports its own duties, not the bureau’s. */
const ofUnit = (ruleId: string): boolean =>
  regulated.every(({ id }) => rulebookOf(id).deadlineOf(ruleId)?.deadline.pursuit !== 'bureau');

/** The duties for which an act is possible. */
const fitting: Readonly<Record<string, (duty: Duty) => boolean>> = {
  fulfil: (duty) => open(duty) && duty.report !== 'pending',
  report: (duty) => open(duty) && duty.report === undefined && ofUnit(duty.ruleId),
  answer: (duty) => open(duty) && duty.report === 'pending',
  extend: (duty) => open(duty) && duty.dueOn !== undefined,
  waive: open,
  confirm: (duty) => open(duty) && duty.pursuit === 'unconfirmed' && duty.report !== 'pending',
};

async function onDuty(bureau: SimulatedBureau, act: Act, chance: Chance): Promise<void> {
  const duty = await onePlanned(bureau, chance, fitting[act.does] ?? open);
  if (!duty) return;
  const { now } = bureau.simulation;
  const path = `/obligations/${duty.id}`;
  const leader = { sub: 'li', role: 'bureau-leader' } as const;
  const done = { on: formatInstant(now) };
  switch (act.does) {
    case 'report':
      await bureau.must('POST', `${path}/fulfilment`, done, {
        sub: 'unit',
        role: 'unit',
        unitId: duty.subjectId,
      });
      return;
    case 'answer':
      await bureau.must(
        'POST',
        `${path}/report-decision`,
        chance.pick([{ decision: 'confirm' }, { decision: 'return', reason: '缺材料' }]),
      );
      return;
    case 'extend': {
      const later = [duty.extendedTo ?? duty.dueOn ?? '', formatDay(dayOf(now))].sort().at(-1) ?? '';
      const until = formatDay(addDays(day(later), chance.between(1, 40)));
      await bureau.must('POST', `${path}/extension`, { until, reason: '情况特殊' }, leader);
      return;
    }
    case 'waive':
      await bureau.must('POST', `${path}/waiver`, { reason: '不再需要' }, leader);
      return;
    case 'confirm':
      await bureau.must('POST', `${path}/confirmation`, {});
      return;
    default:
      await bureau.must('POST', `${path}/fulfilment`, done);
  }
}
