import { signature } from '../../domain/actor.ts';
import { acceptanceAfter, acceptanceTransitions, caseTransitions } from '../../domain/cases/state.ts';
import { gradeNames, gradeOf } from '../../domain/cases/acceptance.ts';
import {
  collectiveGround,
  decisionChain,
  filingChain,
  legalGround,
  levelText,
  type Chain,
} from '../../domain/cases/chain.ts';
import { formsOf } from '../../domain/cases/forms.ts';
import type { Clock } from '../../domain/cases/clock.ts';
import { lawClocks } from '../../domain/cases/clocks.ts';
import { caseLacks, isSettled } from '../../domain/cases/lacks.ts';
import {
  acceptanceEventNames,
  acceptanceStageNames,
  caseEventNames,
  caseStageNames,
} from '../../vocabulary/stage-words.ts';
import { clauseOf } from '../../domain/cases/rules.ts';
import { fineOwed, finePaidOn, paymentUntil } from '../../domain/cases/collecting.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant } from '../../domain/time/instant.ts';
import { statusOf } from '../../domain/duties/state.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import type { Raised } from '../../problems/raise.ts';
import { said, say } from '../../problems/say.ts';
import { worldOf } from './world.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import { todayOf, type Request } from '../request.ts';
import { acceptanceOffered, caseOffered } from './choices.ts';
import { barredFrom, notOfTheDesk } from './hands.ts';
import { openBefore } from './open.ts';
import { stageOf, type AcceptanceAt, type CaseAt } from './file.ts';
import { certificateNote } from '../register/certificate-note.ts';
import { subjectView } from '../views.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** A subject with its stage, what is open to it next and what each event still lacks. */
export async function subjectDetail(request: Request, subject: SubjectRecord): Promise<object> {
  const at = stageOf(request.context, subject, todayOf(request));
  const inside = request.principal.role !== 'unit';
  const note = inside
    ? reasonOf(request, certificateNote(request.context, subject, todayOf(request)))
    : undefined;
  const view = { ...subjectView(subject, request.principal), ...(note ? { notes: [note] } : {}) };
  if (!at) return view;
  if (at.kind === 'acceptance') return { ...view, ...acceptanceView(request, subject, at, inside) };
  return { ...view, ...(await caseView(request, subject, at, inside)) };
}

/** The events in the order of the process. */
const caseEvents = keysOf(caseEventNames);
const acceptanceEvents = keysOf(acceptanceEventNames);

function keysOf<Name extends string>(names: Readonly<Record<Name, string>>): Name[] {
  const isName = (name: string): name is Name => name in names;
  return Object.keys(names).filter(isName);
}

/** Why something must or cannot be, with its sentence in the language of the answer. */
const reasonOf = ({ language }: Request, raised: Raised | undefined) =>
  raised && { ...raised, message: say(raised, language) };

const since = (subject: SubjectRecord): string =>
  formatInstant(subject.stage?.entries.at(-1)?.at ?? subject.createdAt);

function acceptanceView(request: Request, subject: SubjectRecord, at: AcceptanceAt, inside: boolean) {
  const { file, rules, entries } = at;
  const { stage, attempt, appliedOn, selfScore, score, opinionOn } = file;
  const grade = score === undefined ? undefined : gradeOf(score, rules, choicesOf(request.context.settings));
  const told = inside || opinionOn !== undefined;
  const row: Readonly<Record<string, string>> = acceptanceTransitions[stage];
  const names = acceptanceEvents.filter(
    (name) => name in row || (name === 'opinion' && acceptanceAfter(stage, 'opinion-passed') !== undefined),
  );
  return {
    stage: { name: stage, title: acceptanceStageNames[stage], since: since(subject) },
    acceptance: {
      attempt,
      appliedOn,
      selfScore,
      ...(told && grade !== undefined ? { score, grade, gradeName: gradeNames[grade] } : {}),
      opinionOn,
    },
    ...(inside
      ? {
          events: names.map((event) => ({
            event,
            name: acceptanceEventNames[event],
            open: true,
            lacks: [],
            barred: reasonOf(request, notOfTheDesk(request)),
            ...acceptanceOffered(event, rules),
          })),
          history: entries.map(({ at: when, by, body }) => ({
            event: body.event,
            name: acceptanceEventNames[body.event],
            at: formatInstant(when),
            by: signature(by),
            body: { ...body },
          })),
        }
      : {}),
  };
}

async function caseView(request: Request, subject: SubjectRecord, at: CaseAt, inside: boolean) {
  const { file, rules, entries } = at;
  const { stage } = file;
  const number = Object.keys(caseStageNames).indexOf(stage) + 1;
  const head = {
    name: stage,
    title: caseStageNames[stage],
    ...(number <= 8 ? { number } : {}),
    since: since(subject),
  };
  // A party hears of its case by what is served to it.
  if (!inside) return { stage: head };
  const { context, deps } = request;
  const now = deps.clock.now();
  const policy = { calendar: context.calendar, settings: context.settings };
  const duties = [...(await obligationsOf(deps, subject)).values()];
  const choices = choicesOf(context.settings);
  const ground = file.proposal && collectiveGround(file.proposal.body, rules, choices);
  return {
    stage: { ...head, documents: formsOf(file, { rules, choices }) },
    case: {
      officers: file.officers.length > 0 ? file.officers : (file.filing?.officers ?? []),
      recused: file.recused,
      approvals: [
        ...approvals('filing', filingChain(file, rules)),
        ...approvals('decision', decisionChain(file, rules, choices)),
      ],
      collective: reasonOf(request, ground),
      legalReview: reasonOf(request, file.proposal && legalGround(file, file.proposal.body, rules)),
      decision: file.decision,
      payment: paymentView(request, at),
    },
    events: await openEvents(request, subject, at),
    clocks: [...listClocks(request, at, duties), ...lawClocks(file, { rules, policy, choices }, now)],
    history: entries.map(({ at: when, by, body }) => ({
      event: body.event,
      name: caseEventNames[body.event],
      at: formatInstant(when),
      by: signature(by),
      body: { ...body },
    })),
  };
}

/** What of the fine is owed today; undefined before the service, and where there is none. */
function paymentView({ context, deps }: Request, { file, rules }: CaseAt) {
  const how = {
    rules,
    choices: choicesOf(context.settings),
    policy: { calendar: context.calendar, settings: context.settings },
  };
  const until = paymentUntil(file, how);
  const owed = fineOwed(file, how, dayOf(deps.clock.now()));
  if (!until || !owed || owed.amount === 0) return undefined;
  return {
    ...owed,
    dueOn: formatDay(until.dueOn),
    instalments: file.fine.instalments,
    paidOn: finePaidOn(file, how),
  };
}

/** What the stage allows; what can never come any more (a level that this office does not have) is left out. */
async function openEvents(request: Request, subject: SubjectRecord, at: CaseAt) {
  const world = worldOf(request, subject, at);
  const { rules, choices } = world;
  const row: Readonly<Record<string, string>> = caseTransitions[at.file.stage];
  const there = caseEvents.filter((name) => name in row);
  const gaps = await openBefore(request, subject, at, there);
  return there.flatMap((name) => {
    const known = caseLacks(at.file, name, world);
    if (known.some((lack) => isSettled(lack) || lack.code === 'case.no-spot')) return [];
    const lacks = [...known, ...gaps(name)];
    return [
      {
        event: name,
        name: caseEventNames[name],
        open: lacks.length === 0,
        lacks: said(lacks, request.language),
        barred: reasonOf(request, barredFrom(request, at, world, name)),
        ...caseOffered(name, rules, at.file, choices),
      },
    ];
  });
}

function approvals(chain: 'filing' | 'decision', of: Chain | undefined) {
  return (of?.levels ?? []).map((level) => {
    const done = of?.done.find(({ kind }) => kind === level);
    return {
      chain,
      level,
      text: of ? levelText(of.rule, level) : level,
      ...(done ? { by: signature(done.by) } : {}),
    };
  });
}

/** The list’s own clocks are duties: with reminders and alerts. */
function listClocks({ deps }: Request, { rules }: CaseAt, duties: readonly ObligationRecord[]): Clock[] {
  const now = deps.clock.now();
  return [rules.evidence, rules.deadline].flatMap((rule) =>
    duties
      .filter(({ ruleId, closed }) => ruleId === rule.ruleId && closed?.how !== 'superseded')
      .map((duty): Clock => ({
        name: rule.title,
        source: 'list',
        citation: clauseOf(rule),
        from: duty.arisesOn,
        until: duty.dueAt === undefined ? duty.dueOn : formatInstant(duty.dueAt),
        status: clockStatus(duty, now),
        provisional: duty.provisional,
        obligationId: duty.id,
      })),
  );
}

function clockStatus(duty: ObligationRecord, now: Parameters<typeof statusOf>[1]): Clock['status'] {
  switch (statusOf(duty, now)) {
    case 'fulfilled':
      return 'met';
    case 'fulfilled-late':
      return 'met-late';
    case 'overdue':
      return 'overdue';
    case 'waived':
    case 'superseded':
      return 'passed';
    case 'upcoming':
    case 'open':
      return 'running';
  }
}
