import type { CaseBodies, CaseBody, CaseOfficer } from './event.ts';
import { cited, type Rule } from '../../rules/rule.ts';
import { decisionChain, filingChain, sameHand, type Chain } from './chain.ts';
import type { CaseFile } from './file.ts';
import { hearingUntil } from './lacks.ts';
import { lawFigure } from './law-figure.ts';
import type { CaseWorld } from './world.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { named, officersMin, papersMissing, uncovered } from './rules.ts';
import { dayFlaws } from './days.ts';
import { provisionFlaws } from './discretion.ts';
import { contradicted, decisionFlaws, fineFlaws, sideOf } from './proposal.ts';
import { courtFlaws, deferralFlaws, paymentFlaws, remedyFlaws } from './after-service.ts';
import { spotFlaws } from './spot.ts';
import { workingDaysAfter } from '../time/dates.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf, instant } from '../time/instant.ts';
import { defenceEnd } from '../escalations/ladder.ts';

type Check<Event extends CaseBody['event']> = (
  body: CaseBodies[Event],
  file: CaseFile,
  world: CaseWorld,
) => FieldError[];

const unless = (holds: boolean, flaw: FieldError): FieldError[] => (holds ? [] : [flaw]);

const level =
  (chainOf: (file: CaseFile, world: CaseWorld) => Chain | undefined) =>
  (_body: unknown, file: CaseFile, world: CaseWorld): FieldError[] => {
    const chain = chainOf(file, world);
    const same = chain && sameHand(chain, world.by);
    return same === undefined ? [] : [{ path: 'event', ...same }];
  };
const filingLevel = level((file, { rules }) => filingChain(file, rules));
const decisionLevel = level((file, { rules, choices }) => decisionChain(file, rules, choices));

const checks: { readonly [Event in CaseBody['event']]?: Check<Event> } = {
  'discovery-record': (body, _file, world) => [
    ...officersFlaws(world.rules.discovery, body.officers, dayOf(instant(body.at)), world),
    ...papersMissing(world.rules.discovery, body.documents),
  ],
  'evidence-secured': (body, _file, { rules }) => [
    ...unless(body.agreedBy !== undefined, fieldError('agreedBy', 'case.not-agreed', cited(rules.discovery))),
    ...unless(
      body.kind === 'registration' || body.legalBasis !== undefined,
      fieldError(
        'legalBasis',
        rules.office === 'archives' ? 'case.seizure-of-archives' : 'case.seizure-basis',
        cited(rules.discovery),
      ),
    ),
  ],
  'evidence-formalities': (body, { evidence }) =>
    evidence === undefined || instant(body.at) >= instant(evidence.at)
      ? []
      : [fieldError('at', 'case.before-measure', { at: evidence.at })],
  'spot-decision': (body, _file, world) => [
    ...officersFlaws(world.rules.discovery, body.officers, dayOf(instant(body.at)), world),
    ...contradicted('party', body.party, world.facts.text('party')),
    ...spotFlaws(body, world),
  ],
  inquiry: (body, _file, world) => [
    ...officersFlaws(world.rules.discovery, body.officers, dayOf(instant(body.at)), world),
    ...unless(
      body.until === undefined || instant(body.until) >= instant(body.at),
      fieldError('until', 'case.ends-before', { at: body.at }),
    ),
  ],
  'filing-proposal': filingFlaws,
  'filing-review': filingLevel,
  'filing-legal-review': filingLevel,
  'filing-approval': (body, file, world) => [
    ...filingLevel(body, file, world),
    ...(body.officers ? officersFlaws(world.rules.filing, body.officers, day(body.on), world) : []),
  ],
  recusal: recusalFlaws,
  'investigation-report': (body, _file, { rules }) =>
    papersMissing(rules.decision, body.documents, ['案件调查终结报告']),
  'prior-notice': (body, { notice, statement }, { rules, facts }) => [
    ...unless(
      statement?.received !== true || (body.fine ?? 0) <= (notice?.fine ?? 0) || body.newFacts !== undefined,
      fieldError('newFacts', 'case.heavier-notice', cited(rules.statement)),
    ),
    ...papersMissing(rules.notice, body.documents),
    ...fineFlaws(body.fine ?? 0, facts.number('fineMaximum'), rules),
    ...provisionFlaws({ ...body, party: sideOf(facts.text('party')) }, rules),
  ],
  statement: (body, { notice }, { rules, policy, now }) =>
    body.received
      ? [
          ...unless(body.text !== undefined, fieldError('text', 'case.statement-text')),
          ...unless(
            body.outcome !== undefined || body.points.length > 0,
            fieldError('outcome', 'case.statement-review', cited(rules.statement)),
          ),
        ]
      : silenceFlaws(notice && defenceEnd(policy, rules.statement, day(notice.on)), dayOf(now)),
  'hearing-request': (body, { notice }, world) => {
    if (!notice) return [];
    const until = hearingUntil(day(notice.on), world);
    return unless(day(body.on) <= until, fieldError('on', 'case.hearing-late', { until: formatDay(until) }));
  },
  'hearing-notice': (body, file, world) => [
    ...hearingEarly('hearingAt', body.servedOn, dayOf(instant(body.hearingAt)), world),
    ...unless(
      !file.officers.some(({ name }) => name === body.presider),
      fieldError('presider', 'case.presider', { ...cited(world.rules.hearing), name: body.presider }),
    ),
  ],
  'hearing-held': (body, { hearing }, world) => {
    const served = body.noticeServedOn ?? hearing?.notice?.servedOn;
    return served === undefined
      ? [fieldError('noticeServedOn', 'case.no-hearing-notice', cited(world.rules.hearing))]
      : hearingEarly('noticeServedOn', served, day(body.on), world);
  },
  'decision-proposal': decisionFlaws,
  'decision-review': decisionLevel,
  'decision-legal-review': decisionLevel,
  'decision-approval': decisionLevel,
  'collective-discussion': discussionFlaws,
  service: serviceFlaws,
  payment: paymentFlaws,
  'deferral-decision': deferralFlaws,
  'remedy-ended': remedyFlaws,
  'court-application': courtFlaws,
};

/** The party is told so many working days before: the last of them may be the day itself (行政处罚法第六十四条、第八十五条). */
function hearingEarly(path: string, served: string, held: Day, world: CaseWorld) {
  const { value: before } = lawFigure(world, 'hearing', 'noticeWorkingDays');
  const earliest = workingDaysAfter(world.policy.calendar, day(served), before).dueOn;
  return unless(held >= earliest, fieldError(path, 'case.hearing-early', { earliest: formatDay(earliest) }));
}

/** What is wrong with an event itself, in the state that the case is in. */
export function caseFlaws(body: CaseBody, file: CaseFile, world: CaseWorld): FieldError[] {
  return [...dayFlaws(body, file, world), ...run(body, file, world)];
}

function run<Event extends CaseBody['event']>(
  body: CaseBodies[Event] & { readonly event: Event },
  file: CaseFile,
  world: CaseWorld,
): FieldError[] {
  return checks[body.event]?.(body, file, world) ?? [];
}

function filingFlaws(body: CaseBodies['filing-proposal'], _file: CaseFile, world: CaseWorld): FieldError[] {
  const { conditions, filing } = world.rules;
  const { situations } = conditions.procedure ?? {};
  const situation = (): FieldError[] => {
    if (!situations)
      return unless(
        body.situation === undefined,
        fieldError('situation', 'case.no-situation', cited(conditions)),
      );
    const found = body.situation === undefined ? undefined : named(situations, body.situation);
    const listed = situations.map((text, index) => `${index + 1} ${text}`);
    return unless(
      found !== undefined,
      fieldError('situation', 'case.situation', { ...cited(conditions), situations: listed }),
    );
  };
  return [
    ...uncovered('conditions', conditions.procedure?.conditions ?? [], body.conditions, conditions),
    ...situation(),
    ...papersMissing(filing, body.documents),
    ...officersFlaws(filing, body.officers, day(body.on), world),
  ];
}

/** At least so many, each once, each with a certificate that is valid that day where the staff list knows them. */
function officersFlaws(
  rule: Rule,
  officers: readonly CaseOfficer[],
  on: Day,
  world: CaseWorld,
): FieldError[] {
  const least = officersMin(rule, world.choices, world.rules.on);
  const names = new Set(officers.map(({ name }) => name));
  const few = unless(names.size >= least, fieldError('officers', 'case.officers', { ...cited(rule), least }));
  const invalid = officers.flatMap(({ name, certificate }, index): FieldError[] => {
    const known = world.staff.find((member) => member.name === name);
    if (!known) return [];
    const valid = known.certificate?.number === certificate && day(known.certificate.validUntil) >= on;
    return unless(
      valid,
      fieldError(`officers.${index}.certificate`, 'case.certificate', { name, on: formatDay(on) }),
    );
  });
  return [...few, ...invalid];
}

function recusalFlaws(body: CaseBodies['recusal'], file: CaseFile, world: CaseWorld): FieldError[] {
  const officers = file.officers.length > 0 ? file.officers : (file.filing?.officers ?? []);
  const left = officers.filter(({ name }) => name !== body.person);
  const { replacement } = body;
  const next = [...left, ...(replacement ? [replacement] : [])];
  const on = dayOf(world.now);
  return [
    ...unless(
      !file.recused.includes(body.person),
      fieldError('person', 'case.recused-before', { name: body.person }),
    ),
    ...unless(
      replacement === undefined || !file.recused.includes(replacement.name),
      fieldError('replacement', 'case.replacement-recused'),
    ),
    ...officersFlaws(world.rules.filing, next, on, world).map((lack) => ({
      ...lack,
      path: 'replacement',
    })),
  ];
}

/** That nothing was stated is known when the period is over. */
const silenceFlaws = (until: Day | undefined, today: Day): FieldError[] =>
  until === undefined || today > until
    ? []
    : [fieldError('received', 'case.silence-early', { until: formatDay(until) })];

function discussionFlaws(
  body: CaseBodies['collective-discussion'],
  _file: CaseFile,
  { rules }: CaseWorld,
): FieldError[] {
  const rule = rules.collective;
  const { parts, reports = [] } = rule.procedure ?? {};
  return [
    ...unless(
      new Set(body.participants).size >= 2,
      fieldError('participants', 'case.discussed-alone', cited(rule)),
    ),
    ...papersMissing(rule, body.documents),
    ...(parts ? uncovered('parts', parts, body.parts, rule) : []),
    ...uncovered('filedWith', reports, body.filedWith, rule),
  ];
}

function serviceFlaws(
  body: CaseBodies['service'],
  _file: CaseFile,
  { rules, choices }: CaseWorld,
): FieldError[] {
  const witnesses = new Set(body.witnesses).size;
  const least = officersMin(rules.service, choices, rules.on);
  const papers = papersMissing(rules.service, body.documents);
  switch (body.method) {
    case 'personal':
      return [
        ...papers,
        ...unless(
          body.receivedBy !== undefined || witnesses >= least,
          fieldError('receivedBy', 'case.not-received', { ...cited(rules.service), least }),
        ),
      ];
    case 'lien':
      return [
        ...papers,
        ...unless(
          witnesses >= least,
          fieldError('witnesses', 'case.witnesses', { ...cited(rules.service), least }),
        ),
      ];
    case 'electronic':
      return [
        ...papers,
        ...unless(body.electronicConsent !== undefined, fieldError('electronicConsent', 'case.no-consent')),
      ];
    case 'post':
    case 'notice':
      return papers;
  }
}

/** Whether the person was recused from the case, by name or by token. */
export function isRecused(file: CaseFile, world: CaseWorld): boolean {
  const person = world.by.sub;
  const names = [person, ...world.staff.filter(({ sub }) => sub === person).map(({ name }) => name)];
  return file.recused.some((recused) => names.includes(recused));
}
