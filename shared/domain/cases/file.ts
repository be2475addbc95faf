import type { Person } from '../actor.ts';
import type { PenaltyKind } from '../../vocabulary/penalty-kinds.ts';
import { kindsOf } from './discretion.ts';
import type { CaseBody, CaseOfficer } from './event.ts';
import { noFine, remedyEnded, type FineFile } from './fine.ts';
import { caseAfter, type CaseStage } from './state.ts';
import { dayOf, formatInstant, instant, type Instant } from '../time/instant.ts';
import { formatDay } from '../time/day.ts';

/** One event of a case, as it was entered. */
export interface CaseEntry {
  readonly at: Instant;
  readonly by: Person;
  readonly body: CaseBody;
}

/** A level of a chain of approvals that was passed, and by whom. */
export interface Level {
  readonly kind: 'review' | 'legal-review' | 'collective-discussion' | 'approval';
  readonly by: Person;
}

type BodyOf<Event extends CaseBody['event']> = Extract<CaseBody, { event: Event }>;

export interface Filing {
  readonly on: string;
  readonly by: Person;
  readonly officers: readonly CaseOfficer[];
  readonly levels: readonly Level[];
}

export interface Proposal {
  readonly body: BodyOf<'decision-proposal'>;
  readonly by: Person;
  readonly levels: readonly Level[];
  /** A reviewer sent it to collective discussion. */
  readonly sent: boolean;
}

/** What the events of a case have come to. Days are `YYYY-MM-DD`, instants ISO 8601. */
export interface CaseFile {
  readonly stage: CaseStage;
  /** Every event that has come. */
  readonly had: ReadonlySet<CaseBody['event']>;
  readonly discovered?: string;
  readonly evidence?: {
    readonly at: string;
    readonly kind: BodyOf<'evidence-secured'>['kind'];
    readonly formalitiesAt?: string;
    readonly decidedOn?: string;
  };
  readonly filing?: Filing;
  readonly filedOn?: string;
  readonly officers: readonly CaseOfficer[];
  readonly recused: readonly string[];
  readonly reportOn?: string;
  readonly notice?: {
    readonly on: string;
    readonly fine: number;
    readonly kinds: readonly PenaltyKind[];
  };
  readonly statement?: { readonly received: boolean; readonly outcome: string | undefined } | undefined;
  readonly hearing?:
    | {
        readonly requestedOn: string;
        readonly notice?: BodyOf<'hearing-notice'>;
        readonly endedOn?: string;
        readonly held?: boolean;
      }
    | undefined;
  readonly proposal?: Proposal;
  readonly decision?: { readonly on: string; readonly number: string };
  /** Decided and handed over on the spot, without the ordinary procedure. */
  readonly onTheSpot?: true;
  /** The day on which that was filed with the organ. */
  readonly spotFiledOn?: string;
  readonly servedOn?: string;
  readonly executedOn?: string;
  readonly fine: FineFile;
  /** As the decision says, whatever became of it. */
  readonly decidedFine: number;
  /** An application to pay later or in parts that nobody has decided. */
  readonly deferral?: { readonly on: string; readonly by: CaseEntry['by'] } | undefined;
}

const newCase: CaseFile = {
  stage: 'discovery',
  had: new Set(),
  decidedFine: 0,
  officers: [],
  recused: [],
  fine: noFine,
};

export function caseFileOf(entries: readonly CaseEntry[]): CaseFile {
  return entries.reduce(
    (file, entry) => ({
      ...applied(file, entry),
      // What was stored was allowed when it came.
      stage: caseAfter(file.stage, entry.body.event) ?? file.stage,
      had: new Set([...file.had, entry.body.event]),
    }),
    newCase,
  );
}

function applied(file: CaseFile, { body, by }: CaseEntry): CaseFile {
  switch (body.event) {
    case 'discovery-record':
      return { ...file, discovered: file.discovered ?? formatDay(dayOf(instant(body.at))) };
    case 'evidence-secured':
      return { ...file, evidence: { at: formatInstant(instant(body.at)), kind: body.kind } };
    case 'evidence-formalities':
      return file.evidence ? { ...file, evidence: { ...file.evidence, formalitiesAt: body.at } } : file;
    case 'evidence-decision':
      return file.evidence ? { ...file, evidence: { ...file.evidence, decidedOn: body.on } } : file;
    case 'filing-proposal':
      return { ...file, filing: { on: body.on, by, officers: body.officers, levels: [] } };
    case 'filing-review':
      return levelled(file, { kind: 'review', by });
    case 'filing-legal-review':
      return levelled(file, { kind: 'legal-review', by });
    case 'filing-approval':
      return {
        ...levelled(file, { kind: 'approval', by }),
        filedOn: body.on,
        officers: body.officers ?? file.filing?.officers ?? [],
      };
    case 'recusal':
      return recused(file, body);
    case 'investigation-report':
      return { ...file, reportOn: body.on };
    case 'prior-notice':
      return heardAnew({
        ...file,
        notice: { on: body.servedOn, fine: body.fine ?? 0, kinds: kindsOf(body) },
      });
    case 'statement':
      return { ...file, statement: { received: body.received, outcome: body.outcome } };
    case 'hearing-request':
      return { ...file, hearing: { requestedOn: body.on } };
    case 'hearing-notice':
      return file.hearing ? { ...file, hearing: { ...file.hearing, notice: body } } : file;
    case 'hearing-held':
    case 'hearing-withdrawn':
      return file.hearing
        ? { ...file, hearing: { ...file.hearing, endedOn: body.on, held: body.event === 'hearing-held' } }
        : file;
    case 'decision-proposal':
      return { ...file, proposal: { body, by, levels: [], sent: false } };
    case 'decision-review':
      return passed(file, { kind: 'review', by }, body.collective);
    case 'decision-legal-review':
      return passed(file, { kind: 'legal-review', by }, body.collective);
    case 'collective-discussion':
      return passed(file, { kind: 'collective-discussion', by }, undefined);
    case 'decision-approval':
      return {
        ...passed(file, { kind: 'approval', by }, undefined),
        decision: { on: body.on, number: body.number },
        fine: { ...file.fine, amount: file.proposal?.body.fine ?? 0 },
        decidedFine: file.proposal?.body.fine ?? 0,
      };
    case 'spot-decision':
      return decidedOnTheSpot(file, body);
    case 'spot-filing':
      return { ...file, spotFiledOn: body.on };
    case 'service':
      return { ...file, servedOn: body.on };
    case 'payment':
    case 'remedy-begun':
    case 'remedy-ended':
    case 'demand':
    case 'court-application':
      return { ...file, fine: fineAfter(file.fine, body) };
    case 'deferral-request':
      return { ...file, deferral: { on: body.on, by } };
    case 'deferral-decision':
      return {
        ...file,
        deferral: undefined,
        fine: body.granted ? { ...file.fine, instalments: body.instalments } : file.fine,
      };
    case 'execution':
      return { ...file, executedOn: body.on };
    case 'inquiry':
    case 'transfer':
    case 'no-case':
    case 'filing-return':
    case 'filing-refusal':
    case 'decision-return':
    case 'closing':
    case 'withdraw-case':
      return file;
  }
}

function decidedOnTheSpot(file: CaseFile, body: BodyOf<'spot-decision'>): CaseFile {
  const on = formatDay(dayOf(instant(body.at)));
  const amount = body.fine ?? 0;
  return {
    ...file,
    discovered: file.discovered ?? on,
    onTheSpot: true,
    officers: body.officers,
    decision: { on, number: body.number },
    servedOn: on,
    fine: { ...file.fine, amount },
    decidedFine: amount,
  };
}

type FineBody = BodyOf<'payment' | 'remedy-begun' | 'remedy-ended' | 'demand' | 'court-application'>;

function fineAfter(fine: FineFile, body: FineBody): FineFile {
  switch (body.event) {
    case 'payment':
      return { ...fine, payments: [...fine.payments, { on: body.on, amount: body.amount }] };
    case 'remedy-begun':
      return { ...fine, remedies: [...fine.remedies, { kind: body.kind, from: body.on }] };
    case 'remedy-ended':
      return remedyEnded(fine, body);
    case 'demand':
      return { ...fine, demandOn: body.servedOn };
    case 'court-application':
      return { ...fine, courtOn: body.on };
  }
}

function levelled(file: CaseFile, level: Level): CaseFile {
  return file.filing ? { ...file, filing: { ...file.filing, levels: [...file.filing.levels, level] } } : file;
}

/** A further notice tells of another penalty: what was said to the one before does not answer it. */
function heardAnew(file: CaseFile): CaseFile {
  return { ...file, statement: undefined, hearing: undefined };
}

function passed(file: CaseFile, level: Level, sent: boolean | undefined): CaseFile {
  const { proposal } = file;
  if (!proposal) return file;
  const levels = [...proposal.levels, level];
  return { ...file, proposal: { ...proposal, levels, sent: proposal.sent || sent === true } };
}

/** A recused officer leaves the case; whoever takes the place comes last. */
function recused(file: CaseFile, { person, replacement }: BodyOf<'recusal'>): CaseFile {
  const without = (officers: readonly CaseOfficer[]): CaseOfficer[] => [
    ...officers.filter(({ name }) => name !== person),
    ...(replacement ? [replacement] : []),
  ];
  const { filing, officers } = file;
  return {
    ...file,
    recused: [...file.recused, person],
    officers: officers.length > 0 ? without(officers) : officers,
    ...(filing ? { filing: { ...filing, officers: without(filing.officers) } } : {}),
  };
}
