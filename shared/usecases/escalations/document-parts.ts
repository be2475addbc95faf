import { everybody } from '../people.ts';
import { signature } from '../../domain/actor.ts';
import { chineseDay, day, formatDay } from '../../domain/time/day.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import { provisions } from '../../rules/instruments.ts';
import { transferOf } from '../../domain/escalations/names.ts';
import { supervisionPapers } from '../../vocabulary/supervision.ts';
import { governmentOf } from '../../domain/papers/acting-organ.ts';
import { concernOf } from '../../domain/register/party.ts';
import { periodOf, rectificationDays } from '../../domain/escalations/ladder.ts';
import type { DocumentParts } from '../../documents/parts.ts';
import { isEntered, lawOf } from '../../domain/escalations/paper.ts';
import { citedAs, type Ground } from '../../domain/escalations/provisions.ts';
import { provisionStateWords } from '../../vocabulary/papers.ts';
import { footingFor } from './grounds.ts';
import { documentTitles, jurisdictionOf } from '../../rules/catalogue.ts';
import { dutyIdsOf, type EscalationRecord } from '../../records/escalation.ts';
import { citeOf, namedDocuments } from './title.ts';
import { deskFor } from './acting.ts';
import { checkBehind, discoveryOf, officersFor } from './officers.ts';
import { partyFor } from './party.ts';
import type { FoundEscalation } from './list.ts';
import type { Request } from '../request.ts';
import { dutyRule } from '../register/rule-of.ts';
import { periodText } from '../notices/wording.ts';
import { obligationRecord } from '../../records/obligation.ts';

/** What the documents of an escalation are made from; what the records do not hold stays open. */
export async function documentParts(request: Request, found: FoundEscalation): Promise<DocumentParts> {
  const { context, deps } = request;
  const { escalation, subject, rule } = found;
  const { jurisdiction } = context;
  const party = await partyFor(deps, found);
  const footing = footingFor(request, found, party);
  const { owner, about } = concernOf(subject, party);
  const { organ, ...desk } = await deskFor(request, escalation);
  const check = await checkBehind(request, escalation);
  return {
    step: escalation.step,
    paper: footing.paper,
    again: escalation.again === true,
    isEntered: isEntered(escalation),
    law:
      escalation.supervision === undefined
        ? lawOf(footing, escalation)
        : chosenLaw(escalation, deps.clock.now()),
    provisions: footing.grounds.map(groundText),
    status: escalation.status,
    regime: rule.regime,
    office: rule.office,
    bureau: organ.name,
    desk: { ...desk, delegation: organ.delegation },
    government: governmentOf(jurisdiction),
    superior:
      rule.office === 'archives' && jurisdiction.superior !== null
        ? jurisdictionOf(jurisdiction.superior)?.bureau
        : undefined,
    owner,
    party,
    about,
    clause: `${documentTitles[rule.document]} ${citeOf(found)}`,
    basis: (rule.basis ?? rule.regimeBasis).map(({ instrument, status, note }) => ({
      instrument,
      status,
      ...(note === undefined ? {} : { note }),
    })),
    named: namedDocuments(context, found),
    matter: await matterOf(request, escalation),
    text: escalation.text,
    rectificationDays: rectificationDays(context.settings, rule),
    rectifyBy: escalation.rectifyBy === undefined ? undefined : day(escalation.rectifyBy),
    draftedAt: escalation.draftedAt,
    number: escalation.issue?.number,
    issuedOn: escalation.issue && day(escalation.issue.on),
    onTheSpot: escalation.takenOnTheSpot,
    officers: officersFor(
      { staff: context.staff, now: escalation.issue?.at ?? deps.clock.now() },
      escalation,
      check,
    ),
    signatory: signatoryOf(everybody(context), escalation),
    discovery: discoveryOf(escalation, check),
    evidence: escalation.evidence,
    interview: escalation.interview,
    supervision: escalation.supervision,
    transfer: transferOf(escalation, footing.grounds),
    investigation: escalation.investigation && {
      ...escalation.investigation,
      on: day(escalation.investigation.on),
    },
    refusal: escalation.refusal?.text,
    legalBasis: escalation.legalBasis,
    form: escalation.form,
    priorNotice: escalation.priorNotice && {
      ...escalation.priorNotice,
      servedOn: day(escalation.priorNotice.servedOn),
    },
    defenceWorkingDays: periodOf(context.settings, rule, 'defenceWorkingDays'),
    statement: escalation.statement,
    legalReview: escalation.legalReview,
    circulation: escalation.circulation.map(({ name }) => name),
    service: escalation.service && serviceOf(escalation.service),
    filingApprovals:
      context.rulebook.ruleOf(`${rule.office}-cases/filing-approval`, formatDay(dayOf(escalation.draftedAt)))
        ?.procedure?.approvals ?? [],
  };
}

/** The provision of the paper that was chosen, once it is in force. */
function chosenLaw({ supervision, issue }: EscalationRecord, now: Instant): readonly string[] {
  const provision = supervision && provisions.get(supervisionPapers[supervision].provision);
  const on = issue?.on ?? formatDay(dayOf(now));
  return provision && (provision.from === null || provision.from <= on) ? [citedAs(provision)] : [];
}

/** 《中华人民共和国档案法》第四十五条（已核对条文；2021年1月1日起施行；适用条件：…） */
function groundText(ground: Ground): string {
  const { state, from, conditions = [], applies, note } = ground;
  const said = [
    provisionStateWords[state],
    ...(from === null ? [] : [`${chineseDay(day(from))}起施行`]),
    ...(note === undefined ? [] : [note]),
    ...conditions.map((condition) => `条件：${condition}`),
    ...(applies || state === 'unverified' ? [] : ['对本件当事人或者在当日不适用']),
  ];
  return `${citedAs(ground)}（${said.join('；')}）`;
}

async function matterOf(
  { deps, context }: Request,
  escalation: EscalationRecord,
): Promise<string | undefined> {
  if (escalation.obligationId === undefined) return undefined;
  const { jurisdiction, obligationId: id } = escalation;
  const obligation = await obligationRecord.read(deps.store, { jurisdiction, id });
  if (!obligation) return undefined;
  const { title, period } = obligation;
  const what = title ?? dutyRule(context.rulebook, obligation)?.deadline.what;
  const named = periodText(period);
  const { length } = dutyIdsOf(escalation);
  const all = what !== undefined && length > 1 ? `${what}等${length}项` : what;
  return all === undefined || named === undefined ? all : `${all}（${named}）`;
}

const serviceOf = ({ on, by, ...service }: NonNullable<EscalationRecord['service']>) => ({
  ...service,
  on: day(on),
  by: signature(by),
});

/** Who approved it, as the staff list knows them; a deputy signs as one: 赵六（代） */
function signatoryOf(staff: Request['context']['staff'], { approval }: EscalationRecord): string | undefined {
  if (approval.at === undefined) return undefined;
  const name = staff.find(({ sub }) => sub === approval.decidedBy)?.name;
  return name === undefined || approval.decidedFor === undefined ? name : `${name}（代）`;
}
