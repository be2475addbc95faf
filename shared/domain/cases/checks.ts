import type { CaseBodies, CaseBody, CaseOfficer } from './event.ts';
import type { Rule } from '../../rules/rule.ts';
import { collectiveGround, decisionChain, filingChain, sameHand, type Chain } from './chain.ts';
import { personOf, type CaseFile } from './file.ts';
import { hearingUntil, type CaseWorld, type Lack } from './lacks.ts';
import { clauseOf, named, officersMin, papersMissing, uncovered, type CaseRules } from './rules.ts';
import { dayFlaws } from './days.ts';
import { workingDaysAfter } from '../time/dates.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf, instant } from '../time/instant.ts';
import { defenceEnd } from '../escalations/ladder.ts';

type Check<Event extends CaseBody['event']> = (
  body: CaseBodies[Event],
  file: CaseFile,
  world: CaseWorld,
) => Lack[];

const flaw = (path: string, message: string): Lack => ({ path, message });
const unless = (holds: boolean, path: string, message: string): Lack[] =>
  holds ? [] : [flaw(path, message)];

const level =
  (chainOf: (file: CaseFile, world: CaseWorld) => Chain | undefined) =>
  (_body: unknown, file: CaseFile, world: CaseWorld): Lack[] => {
    const chain = chainOf(file, world);
    const same = chain && sameHand(chain, world.by);
    return same === undefined ? [] : [flaw('event', same)];
  };
const filingLevel = level((file, { rules }) => filingChain(file, rules));
const decisionLevel = level((file, { rules, choices }) => decisionChain(file, rules, choices));

const checks: { readonly [Event in CaseBody['event']]?: Check<Event> } = {
  'discovery-record': (body, _file, world) => [
    ...officersFlaws(world.rules.discovery, body.officers, dayOf(instant(body.at)), world),
    ...papersMissing(world.rules.discovery, body.documents),
  ],
  'evidence-secured': (body, _file, { rules }) => {
    const clause = clauseOf(rules.discovery);
    return [
      ...unless(
        body.agreedBy !== undefined,
        'agreedBy',
        `${clause}: the person in charge agrees beforehand; name who did`,
      ),
      ...unless(
        body.kind === 'registration' || body.legalBasis !== undefined,
        'legalBasis',
        `${clause}: sealing and seizure need a law or regulation (行政强制法第十条、第十一条)${rules.office === 'archives' ? ', and archives law gives none' : ''}; enter it, or register the evidence instead`,
      ),
    ];
  },
  'evidence-formalities': (body, { evidence }) =>
    unless(
      evidence === undefined || instant(body.at) >= instant(evidence.at),
      'at',
      `before the measure of ${evidence?.at ?? ''}: correct one of them`,
    ),
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
  'prior-notice': (body, _file, { rules, facts }) => [
    ...papersMissing(rules.notice, body.documents),
    ...fineFlaws(body.fine ?? 0, facts.number('fineMaximum'), rules),
  ],
  statement: (body, { notice }, { rules, policy, now }) =>
    body.received
      ? [
          ...unless(body.text !== undefined, 'text', 'enter what the party stated'),
          ...unless(
            body.outcome !== undefined,
            'outcome',
            `${clauseOf(rules.statement)}: what was stated is reviewed; enter what the review came to`,
          ),
        ]
      : silenceFlaws(notice && defenceEnd(policy, day(notice.on)), dayOf(now)),
  'hearing-request': (body, { notice }, { policy }) => {
    if (!notice) return [];
    const until = hearingUntil(day(notice.on), policy);
    return unless(
      day(body.on) <= until,
      'on',
      `a hearing is asked for within 5 working days of the notice, until ${formatDay(until)} (行政处罚法第六十四条)`,
    );
  },
  'hearing-held': (body, _file, { policy }) => {
    const earliest = workingDaysAfter(policy.calendar, day(body.noticeServedOn), 7).dueOn;
    return unless(
      day(body.on) >= earliest,
      'noticeServedOn',
      `the party is told of time and place 7 working days before (行政处罚法第六十四条): not before ${formatDay(earliest)}`,
    );
  },
  'decision-proposal': decisionFlaws,
  'decision-review': decisionLevel,
  'decision-legal-review': decisionLevel,
  'decision-approval': decisionLevel,
  'collective-discussion': discussionFlaws,
  service: serviceFlaws,
};

/** What is wrong with an event itself, in the state that the case is in. */
export function caseFlaws(body: CaseBody, file: CaseFile, world: CaseWorld): Lack[] {
  return [...dayFlaws(body, file, world), ...run(body, file, world)];
}

function run<Event extends CaseBody['event']>(
  body: CaseBodies[Event] & { readonly event: Event },
  file: CaseFile,
  world: CaseWorld,
): Lack[] {
  return checks[body.event]?.(body, file, world) ?? [];
}

function filingFlaws(body: CaseBodies['filing-proposal'], _file: CaseFile, world: CaseWorld): Lack[] {
  const { conditions, filing } = world.rules;
  const clause = clauseOf(conditions);
  const { situations } = conditions.procedure ?? {};
  const situation = (): Lack[] => {
    if (!situations)
      return unless(body.situation === undefined, 'situation', `${clause} lists none: leave it out`);
    const found = body.situation === undefined ? undefined : named(situations, body.situation);
    const list = situations.map((text, index) => `${index + 1} ${text}`).join('; ');
    return unless(found !== undefined, 'situation', `${clause} asks for one of: ${list}`);
  };
  return [
    ...uncovered('conditions', conditions.procedure?.conditions ?? [], body.conditions, clause),
    ...situation(),
    ...papersMissing(filing, body.documents),
    ...officersFlaws(filing, body.officers, day(body.on), world),
  ];
}

/** At least so many, each once, each with a certificate that is valid that day where the staff list knows them. */
function officersFlaws(rule: Rule, officers: readonly CaseOfficer[], on: Day, world: CaseWorld): Lack[] {
  const least = officersMin(rule, world.choices, world.rules.on);
  const names = new Set(officers.map(({ name }) => name));
  const few = unless(
    names.size >= least,
    'officers',
    `${clauseOf(rule)}: at least ${least} officers with their certificates, each once`,
  );
  const invalid = officers.flatMap(({ name, certificate }, index): Lack[] => {
    const known = world.staff.find((member) => member.name === name);
    if (!known) return [];
    const valid = known.certificate?.number === certificate && day(known.certificate.validUntil) >= on;
    return unless(
      valid,
      `officers.${index}.certificate`,
      `the staff list has no such certificate of ${name} that is valid on ${formatDay(on)}`,
    );
  });
  return [...few, ...invalid];
}

function recusalFlaws(body: CaseBodies['recusal'], file: CaseFile, world: CaseWorld): Lack[] {
  const officers = file.officers.length > 0 ? file.officers : (file.filing?.officers ?? []);
  const left = officers.filter(({ name }) => name !== body.person);
  const { replacement } = body;
  const next = [...left, ...(replacement ? [replacement] : [])];
  const on = dayOf(world.now);
  return [
    ...unless(!file.recused.includes(body.person), 'person', `${body.person} was recused already`),
    ...unless(
      replacement === undefined || !file.recused.includes(replacement.name),
      'replacement',
      'was recused from this case (行政处罚法第四十三条): name another',
    ),
    ...officersFlaws(world.rules.filing, next, on, world).map((lack) => ({
      ...lack,
      path: 'replacement',
    })),
  ];
}

/** That nothing was stated is known when the period is over. */
const silenceFlaws = (until: Day | undefined, today: Day): Lack[] =>
  until === undefined
    ? []
    : unless(
        today > until,
        'received',
        `the party may state and defend itself until ${formatDay(until)} (行政处罚法第四十五条): enter after that day that nothing came`,
      );

const fineFlaws = (fine: number, maximum: number | undefined, rules: CaseRules): Lack[] =>
  unless(
    maximum === undefined || fine <= maximum,
    'fine',
    `${clauseOf(rules.ceiling)}: ${fine} yuan exceeds the statutory maximum of ${maximum ?? 0}; lower the fine`,
  );

/** The ceiling and the threshold never yield to the one who proposes: what is recorded is corrected on record. */
const contradicted = (
  path: string,
  given: number | string | undefined,
  recorded: number | string | undefined,
): Lack[] =>
  unless(
    recorded === undefined || given === undefined || given === recorded,
    path,
    `${given ?? ''} contradicts facts.${path} on record, ${recorded ?? ''}: correct the fact first`,
  );

function decisionFlaws(body: CaseBodies['decision-proposal'], file: CaseFile, world: CaseWorld): Lack[] {
  const { rules } = world;
  const fine = body.fine ?? 0;
  const ceiling = clauseOf(rules.ceiling);
  return [
    ...unless(
      body.legalBasis !== undefined,
      'legalBasis',
      'a penalty without a legal basis is void (行政处罚法第三十八条): name the law, regulation or rule',
    ),
    ...papersMissing(rules.decision, body.documents, ['行政处罚决定审批表']),
    ...unless(
      fine === 0 || body.fineMaximum !== undefined,
      'fineMaximum',
      `${ceiling}: a fine never exceeds the statutory maximum; enter that of the provision`,
    ),
    ...fineFlaws(fine, body.fineMaximum, rules),
    ...contradicted('fineMaximum', body.fineMaximum, world.facts.number('fineMaximum')),
    ...contradicted('party', body.party, world.facts.text('party')),
    ...unless(
      fine === 0 || body.party !== undefined || !rules.threshold,
      'party',
      `${rules.threshold ? clauseOf(rules.threshold) : ''}: whether the fine needs a collective discussion depends on it: individual or unit`,
    ),
    ...unless(
      file.notice === undefined || fine <= file.notice.fine,
      'fine',
      `the prior notice of ${file.notice?.on ?? ''} told of ${file.notice?.fine ?? 0} yuan, and a statement never makes the penalty heavier (行政处罚法第四十五条); give prior notice anew`,
    ),
  ];
}

function discussionFlaws(
  body: CaseBodies['collective-discussion'],
  file: CaseFile,
  { rules, choices }: CaseWorld,
): Lack[] {
  const rule = rules.collective;
  const clause = clauseOf(rule);
  const { parts, reports = [] } = rule.procedure ?? {};
  const ground = file.proposal && collectiveGround(file.proposal.body, rules, choices);
  return [
    ...unless(
      new Set(body.participants).size >= 2,
      'participants',
      `${ground ?? clause}: discussed by several; name who took part`,
    ),
    ...papersMissing(rule, body.documents),
    ...(parts ? uncovered('parts', parts, body.parts, clause) : []),
    ...uncovered('filedWith', reports, body.filedWith, clause),
  ];
}

function serviceFlaws(body: CaseBodies['service'], _file: CaseFile, { rules, choices }: CaseWorld): Lack[] {
  const clause = clauseOf(rules.service);
  const witnesses = new Set(body.witnesses).size;
  const least = officersMin(rules.service, choices, rules.on);
  const papers = papersMissing(rules.service, body.documents);
  switch (body.method) {
    case 'personal':
      return [
        ...papers,
        ...unless(
          body.receivedBy !== undefined || witnesses >= least,
          'receivedBy',
          `${clause}: signed by who received it, or a refused signature noted by ${least} witnesses`,
        ),
      ];
    case 'lien':
      return [
        ...papers,
        ...unless(witnesses >= least, 'witnesses', `${clause}: a refused signature is noted by ${least}`),
      ];
    case 'electronic':
      return [
        ...papers,
        ...unless(
          body.electronicConsent !== undefined,
          'electronicConsent',
          'electronic service counts only with the party’s signed consent on file (行政处罚法第六十一条)',
        ),
      ];
    case 'post':
    case 'notice':
      return papers;
  }
}

/** Whether the person was recused from the case, by name or by token. */
export function isRecused(file: CaseFile, world: CaseWorld): boolean {
  const person = personOf(world.by);
  const names = [person, ...world.staff.filter(({ sub }) => sub === person).map(({ name }) => name)];
  return file.recused.some((recused) => names.includes(recused));
}
