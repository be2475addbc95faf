import type { LegalCheck, LegalPaper, LegalWord } from '../../documents/dossiers/legal-parts.ts';
import type { Actor } from '../../domain/actor.ts';
import type { CaseEntry } from '../../domain/cases/file.ts';
import { formsOf } from '../../domain/cases/forms.ts';
import { decisionChain, filingChain, levelText, type Chain } from '../../domain/cases/chain.ts';
import { mayPunish } from '../../domain/cases/standing.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { enteredLaw } from '../../domain/escalations/law.ts';
import { citedAs } from '../../domain/escalations/provisions.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant, type Instant } from '../../domain/time/instant.ts';
import { casePaper, isTold } from '../../documents/cases/papers.ts';
import type { CaseParts } from '../../documents/cases/parts.ts';
import { openIn } from '../../documents/open-places.ts';
import { ok, type Outcome } from '../../outcome.ts';
import { provisionTitle } from '../../rules/benchmarks.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { StaffMember } from '../../records/staff.ts';
import { caseFormNames, caseFormTable, type CaseForm } from '../../vocabulary/case-forms.ts';
import { caseOf, caseParts } from '../cases/document.ts';
import type { CaseAt } from '../cases/file.ts';
import { personOf, everybody } from '../people.ts';
import { todayOf, type Request } from '../request.ts';

/** The papers that a penalty case has made, each with its law and what was checked. 422 where the subject is no case. */
export async function legalCasePapers(
  request: Request,
  subject: SubjectRecord,
): Promise<Outcome<readonly LegalPaper[]>> {
  const found = caseOf(request, subject);
  if (!found.ok) return found;
  const parts = await caseParts(request, subject, found.value);
  const { file, rules } = found.value;
  const forms = formsOf(file, { rules, choices: choicesOf(request.context.settings) });
  return ok(
    forms
      .filter((form) => isTold(parts, form))
      .map((form) => legalCasePaper(request, { subject, at: found.value, parts }, form)),
  );
}

interface About {
  readonly subject: SubjectRecord;
  readonly at: CaseAt;
  readonly parts: CaseParts;
}

function legalCasePaper(request: Request, about: About, form: CaseForm): LegalPaper {
  const { subject, at, parts } = about;
  const { context } = request;
  const { tells } = caseFormTable[form];
  const told = at.entries.filter(({ body }) => tells.includes(body.event));
  const latest = told.at(-1);
  const paperOn = dayOfEntry(latest) ?? todayOf(request);
  const days = { act: dayOfAct(about) ?? paperOn, paper: paperOn };
  const { division } = context.jurisdiction;
  const laws = enteredLaw(basisOf(form, at), { division, nature: parts.person?.nature, days });
  const { clause, basis } = parts.sources[form];
  return {
    id: `${subject.id}/${form}`,
    kind: 'case',
    form,
    subjectId: subject.id,
    subject: subject.name,
    name: caseFormNames[form],
    status: at.file.stage,
    number: decisionForms.has(form) ? at.file.decision?.number : undefined,
    issuedOn: paperOn,
    actOn: days.act,
    paperOn,
    procedure: { title: clause, instruments: basis },
    laws,
    checks: checksOf(request, about, form, latest),
    asked: false,
    words: wordsOf(context.staff, about, laws.filter(({ isOpen }) => isOpen).map(citedAs)),
  };
}

const decisionForms: ReadonlySet<CaseForm> = new Set<CaseForm>([
  'penalty-decision',
  'penalty-approval',
  'service-receipt',
  'demand-letter',
  'court-application',
]);

/** What the officers entered as the law of a paper: the notice has its own, the rest follow the proposal. */
function basisOf(form: CaseForm, { entries, rules }: CaseAt): string {
  if (form === 'evidence-notice' || form === 'filing-approval') return '';
  if (form === 'prior-notice')
    return entries.flatMap(({ body }) => (body.event === form ? [body.legalBasis ?? ''] : [])).at(-1) ?? '';
  return decisionForms.has(form) ? basisOfProposal(entries, rules) : '';
}

/** The provision that the proposal chose, by its title, and what its officer wrote. */
function basisOfProposal(entries: CaseAt['entries'], { provisions }: CaseAt['rules']): string {
  const body = entries
    .flatMap((entry) => (entry.body.event === 'decision-proposal' ? [entry.body] : []))
    .at(-1);
  const chosen = provisions.find(({ id }) => id === body?.provision);
  return [chosen === undefined ? body?.provision : provisionTitle(chosen), body?.legalBasis]
    .filter((text) => text !== undefined)
    .join('、');
}

function dayOfEntry(entry: CaseEntry | undefined): string | undefined {
  if (!entry) return undefined;
  const { body } = entry;
  if ('on' in body) return body.on;
  if ('servedOn' in body) return body.servedOn;
  return formatDay(dayOf(entry.at));
}

/** The day of the act, else that on which it came to light. */
function dayOfAct({ subject: { facts }, at }: About): string | undefined {
  for (const fact of ['occurredOn', 'discoveredOn']) {
    const value = facts[fact];
    if (typeof value === 'string') return value;
  }
  return at.file.discovered;
}

const handOf = (staff: readonly StaffMember[], by: Actor, at: Instant) => ({
  by: personOf(staff, by),
  at: formatInstant(at),
});

function checksOf(
  { context, deps }: Request,
  { at, parts }: About,
  form: CaseForm,
  latest: CaseEntry | undefined,
): readonly LegalCheck[] {
  const staff = everybody(context);
  const hand = latest && handOf(staff, latest.by, latest.at);
  const { person } = parts;
  const officers = at.file.officers.length > 0 ? at.file.officers : (at.file.filing?.officers ?? []);
  const open = openIn(casePaper(parts, form).blocks);
  const today = dayOf(latest?.at ?? deps.clock.now());
  return [
    {
      what: 'party',
      result: parts.party === undefined ? 'lacks' : 'holds',
      found: [parts.party, person?.code].filter((text) => text !== undefined),
      ...hand,
    },
    {
      what: 'nature',
      result: person?.nature === undefined ? 'lacks' : 'holds',
      found: person?.nature === undefined ? [] : [person.nature],
      ...hand,
    },
    { what: 'organ', result: mayPunish(parts.bureau) ? 'holds' : 'lacks', found: [parts.bureau], ...hand },
    {
      what: 'officers',
      result:
        officers.length === 0
          ? 'none'
          : officers.every(({ name, certificate }) => isValid(staff, name, certificate, formatDay(today)))
            ? 'holds'
            : 'lacks',
      found: officers.map(({ name, certificate }) => `${name} ${certificate}`),
      ...hand,
    },
    {
      what: 'open-places',
      result: open.length === 0 ? 'holds' : 'lacks',
      found: open.map(({ params }) => String(params['place'])),
      ...hand,
    },
    ...levels(staff, at, parts, form),
  ];
}

/** A certificate of somebody on the staff list is that of the list and valid; of others there is nothing to compare. */
function isValid(staff: readonly StaffMember[], name: string, shown: string, on: string): boolean {
  const held = staff.find((member) => member.name === name)?.certificate;
  return held === undefined ? shown !== '' : held.number === shown && held.validUntil >= on;
}

const levelEvents = {
  'filing-review': 'review',
  'filing-legal-review': 'legal-review',
  'filing-approval': 'approval',
  'decision-review': 'review',
  'decision-legal-review': 'legal-review',
  'collective-discussion': 'collective-discussion',
  'decision-approval': 'approval',
} as const;

const isLevel = (event: string): event is keyof typeof levelEvents => event in levelEvents;

/** Who has passed the paper on, level by level; and which level is still to come. */
function levels(
  staff: readonly StaffMember[],
  { entries, file, rules }: CaseAt,
  { choices }: CaseParts,
  form: CaseForm,
): LegalCheck[] {
  const chain: Chain | undefined =
    form === 'filing-approval'
      ? filingChain(file, rules)
      : decisionForms.has(form)
        ? decisionChain(file, rules, choices)
        : undefined;
  if (!chain) return [];
  const prefix = form === 'filing-approval' ? 'filing-' : '';
  return chain.levels.map((kind): LegalCheck => {
    const entry = entries.findLast(
      ({ body }) =>
        isLevel(body.event) &&
        levelEvents[body.event] === kind &&
        body.event.startsWith('filing-') === (prefix !== ''),
    );
    const said = entry && opinionOf(entry.body);
    return {
      what: kind === 'legal-review' ? 'legal-review' : 'approval',
      result: entry ? 'holds' : 'lacks',
      found: [levelText(chain.rule, kind), ...(said === undefined ? [] : [said])],
      ...(entry && handOf(staff, entry.by, entry.at)),
    };
  });
}

function opinionOf(body: CaseEntry['body']): string | undefined {
  if ('opinion' in body) return body.opinion;
  if ('conclusion' in body) return body.conclusion;
  return 'reason' in body ? body.reason : undefined;
}

/** In a case the legal officer's word is the level of the legal review. */
function wordsOf(
  staff: readonly StaffMember[],
  { at }: About,
  provisions: readonly string[],
): readonly LegalWord[] {
  return at.entries.flatMap(({ at: when, by, body }): LegalWord[] => {
    if (body.event === 'decision-legal-review')
      return [{ word: 'agree', reason: body.opinion, ...handOf(staff, by, when), provisions, current: true }];
    return [];
  });
}
