import { basisText } from '../../domain/cases/discretion.ts';
import type { CaseRules } from '../../domain/cases/rules.ts';
import type { CaseBody, EventBody } from '../../domain/cases/event.ts';
import type { FactValue } from '../../records/records.ts';
import type { StageAt } from './file.ts';

type Facts = Readonly<Record<string, FactValue>>;

/** A proposal with what the facts already say of party, fine, maximum and weight, and the title of its provision. */
export function withFacts(body: CaseBody, facts: Facts, rules: CaseRules): CaseBody {
  if (body.event !== 'decision-proposal') return body;
  const number = (name: string): number | undefined => {
    const value = facts[name];
    return typeof value === 'number' ? value : undefined;
  };
  const known = facts['party'];
  const party = body.party ?? (known === 'individual' || known === 'unit' ? known : undefined);
  const fine = body.fine ?? number('fine');
  const fineMaximum = body.fineMaximum ?? number('fineMaximum');
  const legalBasis = basisText(body, rules);
  const major = body.major === true || facts['major'] === true;
  return {
    ...body,
    ...(party === undefined ? {} : { party }),
    ...(fine === undefined ? {} : { fine }),
    ...(fineMaximum === undefined ? {} : { fineMaximum }),
    ...(legalBasis === undefined ? {} : { legalBasis }),
    major,
  };
}

/** The facts that an event brings with it; undefined takes one away. */
export function impliedFacts(
  at: StageAt | undefined,
  body: EventBody,
  facts: Facts,
): Record<string, FactValue | undefined> {
  if (at?.kind === 'acceptance') return acceptanceFacts(at, body);
  switch (body.event) {
    case 'discovery-record':
      return facts['discoveredOn'] === undefined && at?.file.discovered !== undefined
        ? { discoveredOn: at.file.discovered }
        : {};
    case 'evidence-secured':
      return { evidenceSecuredAt: body.at };
    case 'spot-decision':
      return {
        ...(facts['discoveredOn'] === undefined && at !== undefined
          ? { discoveredOn: at.file.discovered }
          : {}),
        ...(body.fine === undefined ? {} : { fine: body.fine }),
        party: body.party,
        major: false,
      };
    case 'filing-approval':
      return { filedOn: body.on };
    case 'decision-approval': {
      const decided = at?.file.proposal?.body;
      if (!decided) return {};
      const { fine, fineMaximum, party, major } = decided;
      return {
        ...(fine === undefined ? {} : { fine }),
        ...(fineMaximum === undefined ? {} : { fineMaximum }),
        ...(party === undefined ? {} : { party }),
        major: major === true,
      };
    }
    default:
      return {};
  }
}

function acceptanceFacts(
  { file }: Extract<StageAt, { kind: 'acceptance' }>,
  body: EventBody,
): Record<string, FactValue | undefined> {
  if (body.event === 'application' && body.selfScore !== undefined) return { selfScore: body.selfScore };
  if (body.event !== 'opinion' || file.score === undefined) return {};
  // A failed acceptance leaves no day: what hangs on it goes on as before.
  return {
    acceptanceScore: file.score,
    ...(file.stage === 'accepted' ? { archivesAcceptedOn: body.on } : {}),
  };
}
