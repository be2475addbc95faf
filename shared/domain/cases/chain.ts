import type { Person } from '../actor.ts';
import type { CaseBodies } from './event.ts';
import { cited, numberFigure, type Choices, type Rule } from '../../rules/rule.ts';
import type { CaseFile, Level } from './file.ts';
import type { CaseRules } from './rules.ts';
import { levelNames } from '../../vocabulary/stage-words.ts';
import { raise, type Raised } from '../../problems/raise.ts';

type Kind = Level['kind'];
type ProposalBody = CaseBodies['decision-proposal'];

const isLevel = (kind: string): kind is Kind => kind !== 'proposal';

/** The levels that a rule asks for, lowest first. */
function levelsOf(rule: Rule): readonly Kind[] {
  return (rule.procedure?.approvalKinds ?? []).filter(isLevel);
}

/** What a level is called where it is asked for. */
export function levelText(rule: Rule, kind: Kind): string {
  const { approvals = [], approvalKinds = [] } = rule.procedure ?? {};
  return approvals[approvalKinds.indexOf(kind)] ?? levelNames[kind];
}

/** Lowest first. */
const order: readonly Kind[] = ['review', 'legal-review', 'collective-discussion', 'approval'];

export interface Chain {
  readonly rule: Rule;
  readonly levels: readonly Kind[];
  readonly done: readonly Level[];
  /** Who asked for it: none of the levels may be theirs. */
  readonly proposer: Person;
}

export function filingChain(file: CaseFile, rules: CaseRules): Chain | undefined {
  const { filing } = file;
  return (
    filing && {
      rule: rules.filing,
      levels: levelsOf(rules.filing),
      done: filing.levels,
      proposer: filing.by,
    }
  );
}

export function decisionChain(file: CaseFile, rules: CaseRules, choices: Choices): Chain | undefined {
  const { proposal } = file;
  if (!proposal) return undefined;
  const held = proposal.levels.some(({ kind }) => kind === 'collective-discussion');
  const discussed = held || proposal.sent || collectiveGround(proposal.body, rules, choices) !== undefined;
  const asked = new Set<Kind>(levelsOf(rules.decision));
  if (legalGround(file, proposal.body, rules)) asked.add('legal-review');
  if (!discussed) asked.delete('collective-discussion');
  return {
    rule: rules.decision,
    levels: order.filter((kind) => asked.has(kind)),
    done: proposal.levels,
    proposer: proposal.by,
  };
}

/**
 * Why a collective discussion must be held; undefined where no rule says so. BX (五)三(四): major cases, and fines
 * of 5,000 yuan or more on an individual, 30,000 or more on a unit; BX (十)三(五)4, (十一)三(二): major or complex.
 */
export function collectiveGround(body: ProposalBody, rules: CaseRules, choices: Choices): Raised | undefined {
  const { threshold, collective } = rules;
  if (body.major === true) return raise('case.major', cited(collective));
  if (body.complex === true) return raise('case.complex', cited(collective));
  if (!threshold || body.fine === undefined) return undefined;
  const figure = body.party === 'individual' ? 'individualFrom' : 'unitFrom';
  const from = numberFigure(threshold, figure, choices, rules.on);
  if (body.fine < from) return undefined;
  return body.party === 'individual'
    ? raise('case.fine-on-individual', { ...cited(threshold), from })
    : raise('case.fine-on-unit', { ...cited(threshold), from });
}

/**
 * Why a legal review must come before the decision, whatever the list says: what touches the public interest, went
 * through a hearing, or is complex. 行政处罚法第五十八条.
 */
export function legalGround(
  { hearing }: CaseFile,
  body: ProposalBody,
  { legalReview }: CaseRules,
): Raised | undefined {
  if (body.publicInterest === true) return raise('case.public-interest', cited(legalReview));
  if (hearing?.held === true) return raise('case.after-hearing', cited(legalReview));
  return body.complex === true ? raise('case.complex-review', cited(legalReview)) : undefined;
}

/** The levels that stand between what is done and the wanted one. */
export function levelsBefore(chain: Chain, wanted: Kind): readonly Kind[] {
  const place = chain.levels.indexOf(wanted);
  const before =
    place < 0 ? chain.levels.filter((kind) => kind !== 'approval') : chain.levels.slice(0, place);
  return before.filter((kind) => !chain.done.some((level) => level.kind === kind));
}

/** Why this person may not take a level of the chain; each level is another person’s. */
export function sameHand(chain: Chain, by: Person): Raised | undefined {
  if (chain.proposer.sub === by.sub) return raise('case.proposer', cited(chain.rule));
  const taken = chain.done.find((level) => level.by.sub === by.sub);
  return taken && taken.kind !== 'collective-discussion'
    ? raise('case.level-taken', { ...cited(chain.rule), level: levelText(chain.rule, taken.kind) })
    : undefined;
}

/** Whether the next level of a filing or a decision is the legal review. */
export function awaitsReview(file: CaseFile, rules: CaseRules, choices: Choices): boolean {
  const { stage } = file;
  const chain =
    stage === 'filing'
      ? filingChain(file, rules)
      : stage === 'decision'
        ? decisionChain(file, rules, choices)
        : undefined;
  return (
    chain?.levels.includes('legal-review') === true &&
    !chain.done.some(({ kind }) => kind === 'legal-review') &&
    levelsBefore(chain, 'legal-review').length === 0
  );
}
