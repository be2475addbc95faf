import type { Person } from '../actor.ts';
import type { AcceptanceBodies, AcceptanceBody } from './event.ts';
import type { Rulebook } from '../../rules/catalogue.ts';
import { cited, numberFigure, type Choices, type Rule } from '../../rules/rule.ts';
import { acceptanceAfter, type AcceptanceEvent, type AcceptanceStage } from './state.ts';
import { uncovered } from './rules.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import type { milestoneNames } from '../../vocabulary/stage-words.ts';
import { day } from '../time/day.ts';
import { dayOf, type Instant } from '../time/instant.ts';

/** The acceptance of a key project’s archives, from the application to the opinion. */
export interface AcceptanceEntry {
  readonly at: Instant;
  readonly by: Person;
  readonly body: AcceptanceBody;
}

export type Grade = 'failed' | 'passed' | 'excellent';
export const gradeNames: Readonly<Record<Grade, string>> = {
  failed: '不合格',
  passed: '合格',
  excellent: '优良',
};

export interface AcceptanceFile {
  readonly stage: AcceptanceStage;
  /** From 1; a failed acceptance may be applied for again. */
  readonly attempt: number;
  readonly appliedOn?: string | undefined;
  readonly selfScore?: number | undefined;
  readonly group?: Omit<AcceptanceBodies['group'], 'event'> | undefined;
  readonly metOn?: string | undefined;
  readonly score?: number | undefined;
  readonly opinionOn?: string | undefined;
  readonly opinion?: Omit<AcceptanceBodies['opinion'], 'event' | 'on'> | undefined;
}

export interface AcceptanceRules {
  /** The day (`YYYY-MM-DD`) whose rules and figures these are: that of the application. */
  readonly on: string;
  readonly application: Rule;
  readonly contents: Rule;
  readonly procedure: Rule;
  readonly grades: Rule;
  readonly failed: Rule;
}

/** Undefined where the jurisdiction has no such regime. */
export function acceptanceRulesOf(rulebook: Rulebook, on: string): AcceptanceRules | undefined {
  const rule = (id: string): Rule | undefined => rulebook.ruleOf(`key-project-archives/${id}`, on);
  const application = rule('acceptance-application');
  const contents = rule('acceptance-application-contents');
  const procedure = rule('acceptance-procedure');
  const grades = rule('acceptance-grades');
  const failed = rule('acceptance-failed');
  if (!application || !contents || !procedure || !grades || !failed) return undefined;
  return { on, application, contents, procedure, grades, failed };
}

const newAcceptance: AcceptanceFile = { stage: 'not-applied', attempt: 0 };

/** The row of the table that an event stands in: an opinion passes or fails by its score. */
export function acceptanceEventOf(
  body: Pick<AcceptanceBody, 'event'>,
  file: AcceptanceFile,
  passMark: number,
): AcceptanceEvent {
  if (body.event !== 'opinion') return body.event;
  return (file.score ?? 0) >= passMark ? 'opinion-passed' : 'opinion-failed';
}

/** Under 75 不合格; 75 up to but not including 85 合格; 85 and above 优良 (the figures are the rulebook’s). */
export function gradeOf(score: number, { grades, on }: AcceptanceRules, choices: Choices): Grade {
  if (score < numberFigure(grades, 'pass', choices, on)) return 'failed';
  return score < numberFigure(grades, 'excellent', choices, on) ? 'passed' : 'excellent';
}

export function acceptanceFileOf(entries: readonly AcceptanceEntry[], passMark: number): AcceptanceFile {
  return entries.reduce<AcceptanceFile>((file, { body }) => {
    const stage = acceptanceAfter(file.stage, acceptanceEventOf(body, file, passMark)) ?? file.stage;
    return { ...applied(file, body), stage };
  }, newAcceptance);
}

function applied(file: AcceptanceFile, body: AcceptanceBody): AcceptanceFile {
  switch (body.event) {
    case 'application':
      return {
        stage: file.stage,
        attempt: file.attempt + 1,
        appliedOn: body.on,
        selfScore: body.selfScore,
      };
    case 'withdraw-application':
      return { stage: file.stage, attempt: file.attempt };
    case 'group':
      return { ...file, group: { chair: body.chair, members: body.members } };
    case 'meeting':
      return { ...file, metOn: body.on };
    case 'score':
      return { ...file, score: body.score };
    case 'opinion': {
      const { on, inFavour, problems, recheckBy, text } = body;
      return { ...file, opinionOn: on, opinion: { inFavour, problems, recheckBy, text } };
    }
  }
}

export interface AcceptanceWorld {
  readonly rules: AcceptanceRules;
  readonly choices: Choices;
  readonly now: Instant;
  readonly startedOn: string | undefined;
  /** The name of the jurisdiction’s area, such as 洪江区. */
  readonly area: string;
}

const unless = (holds: boolean, flaw: FieldError): FieldError[] => (holds ? [] : [flaw]);

/** What is wrong with an event, in the state that the acceptance is in. */
export function acceptanceFlaws(
  body: AcceptanceBody,
  file: AcceptanceFile,
  world: AcceptanceWorld,
): FieldError[] {
  const { rules } = world;
  switch (body.event) {
    case 'application':
      return [
        ...dayFlaws(body.on, world, ['start', world.startedOn], ['last-opinion', file.opinionOn]),
        ...uncovered('parts', rules.contents.procedure?.parts ?? [], body.parts, rules.contents),
        ...selfScoreFlaws(body.selfScore, world),
      ];
    case 'group':
      return groupFlaws(body, rules.procedure, world.area);
    case 'meeting': {
      const { steps = [], reports = [] } = rules.procedure.procedure ?? {};
      return [
        ...dayFlaws(body.on, world, ['application', file.appliedOn]),
        ...uncovered('steps', steps, body.steps, rules.procedure),
        ...uncovered('reports', reports, body.reports, rules.procedure),
      ];
    }
    case 'score':
      return scoreFlaws('score', body.score, rules.grades);
    case 'opinion':
      return [
        ...dayFlaws(body.on, world, ['meeting', file.metOn]),
        ...voteFlaws(body, file, world),
        ...periodFlaws(body),
      ];
    case 'withdraw-application':
      return [];
  }
}

/** A day in the future is told once, whatever it would follow. */
function dayFlaws(
  on: string,
  { now }: AcceptanceWorld,
  ...follows: readonly (readonly [milestone: keyof typeof milestoneNames, after: string | undefined])[]
): FieldError[] {
  if (day(on) > dayOf(now)) return [fieldError('on', 'stage.future', { when: on })];
  return follows.flatMap(([milestone, after]) =>
    after === undefined || on >= after
      ? []
      : [fieldError('on', 'stage.before', { day: on, milestone, on: after })],
  );
}

const scoreFlaws = (path: string, score: number, rule: Rule): FieldError[] =>
  unless(score >= 0 && score <= 100, fieldError(path, 'acceptance.score', { ...cited(rule), score }));

function selfScoreFlaws(score: number | undefined, { rules, choices }: AcceptanceWorld): FieldError[] {
  const { application, grades } = rules;
  const least = numberFigure(application, 'selfScoreMin', choices, rules.on);
  if (score === undefined) return [fieldError('selfScore', 'acceptance.no-self-score', cited(application))];
  const wrong = scoreFlaws('selfScore', score, grades);
  if (wrong.length > 0) return wrong;
  return unless(
    score >= least,
    fieldError('selfScore', 'acceptance.self-score-low', { ...cited(application), least, score }),
  );
}

/** The archives pass by the score and by more than half of the group: the two may not contradict each other. */
function voteFlaws(
  { inFavour }: AcceptanceBodies['opinion'],
  { group, score = 0 }: AcceptanceFile,
  { rules, choices }: AcceptanceWorld,
): FieldError[] {
  if (inFavour === undefined) return [];
  const members = group?.members.length ?? 0;
  if (inFavour > members) return [fieldError('inFavour', 'acceptance.votes', { inFavour, members })];
  const grade = gradeOf(score, rules, choices);
  const agrees = inFavour * 2 > members;
  return unless(
    agrees === (grade !== 'failed'),
    fieldError('inFavour', 'acceptance.vote-against-score', {
      ...cited(rules.grades),
      inFavour,
      members,
      score,
      grade: gradeNames[grade],
    }),
  );
}

/** A period for putting right ends after the opinion, and the group looks again not before it has ended. */
function periodFlaws({ on, problems = [], recheckBy }: AcceptanceBodies['opinion']): FieldError[] {
  const days = problems.flatMap(({ rectifyBy }) => rectifyBy ?? []);
  const early = problems.flatMap(({ rectifyBy }, index) =>
    rectifyBy === undefined || rectifyBy > on
      ? []
      : [fieldError(`problems.${index}.rectifyBy`, 'acceptance.period-past', { day: rectifyBy, on })],
  );
  const last = [on, ...days].reduce((latest, one) => (one > latest ? one : latest));
  return recheckBy === undefined || recheckBy >= last
    ? early
    : [...early, fieldError('recheckBy', 'acceptance.recheck-early', { day: recheckBy, on: last })];
}

/** 洪江区档案局 and 怀化市洪江区档案局 are 洪江区’s 区档案局 by its full name; 鹤城区档案局 is another’s. */
function isFrom(from: string, sender: string, area: string): boolean {
  const full = area.endsWith(sender.charAt(0)) ? `${area.slice(0, -1)}${sender}` : `${area}${sender}`;
  return from === sender || from.endsWith(full);
}

/** The chair is one of the group; where the rulebook names several bodies, each of them sends somebody. */
function groupFlaws(body: AcceptanceBodies['group'], rule: Rule, area: string): FieldError[] {
  const { team = [] } = rule.procedure ?? {};
  const absent =
    team.length < 2
      ? []
      : team.filter((sender) => !body.members.some(({ from }) => isFrom(from, sender, area)));
  const from = body.members.map((member) => member.from);
  return [
    ...unless(
      body.members.some(({ name }) => name === body.chair),
      fieldError('chair', 'acceptance.chair'),
    ),
    ...unless(
      new Set(body.members.map(({ name }) => name)).size === body.members.length,
      fieldError('members', 'acceptance.member-twice'),
    ),
    ...unless(
      absent.length === 0,
      fieldError('members', 'acceptance.absent', { ...cited(rule), absent, from }),
    ),
  ];
}
