import type { Choices } from '../../rules/rule.ts';
import { decisionChain } from './chain.ts';
import type { CaseFile } from './file.ts';
import { clauseOf, type CaseRules } from './rules.ts';
import { caseTransitions, type CaseEvent } from './state.ts';

/** The papers of a penalty case that are made from its events: BX (四)三, (十)三. */
export const caseForms = [
  'filing-approval',
  'prior-notice',
  'collective-discussion',
  'service-receipt',
] as const;
export type CaseForm = (typeof caseForms)[number];

interface World {
  readonly rules: CaseRules;
  readonly choices: Choices;
}

/** Those that the case has come to. */
export function formsOf(file: CaseFile, world: World): CaseForm[] {
  return caseForms.filter((form) => formLack(form, file, world) === undefined);
}

/** Why a form cannot be had, with the event that it needs; undefined where it can. */
export function formLack(form: CaseForm, file: CaseFile, world: World): string | undefined {
  const { filing, notice, service } = world.rules;
  switch (form) {
    case 'filing-approval':
      if (file.filing) return undefined;
      return `${clauseOf(filing)}: 《立案审批表》 is made from the filing proposal; ${first(file, 'filing-proposal')}`;
    case 'prior-notice':
      if (file.notice || file.stage === 'investigation') return undefined;
      return `${clauseOf(notice)}: 《行政处罚事先告知书》 is drafted once the case is filed; ${first(file, 'filing-approval')}`;
    case 'collective-discussion':
      return discussionLack(file, world);
    case 'service-receipt':
      if (file.decision) return undefined;
      return `${clauseOf(service)}: there is no decision that could be served; ${first(file, 'decision-approval')}`;
  }
}

/** Its minutes are begun once the proposal waits for it, and stay once it was held. */
function discussionLack(file: CaseFile, { rules, choices }: World): string | undefined {
  const clause = clauseOf(rules.collective);
  const chain = decisionChain(file, rules, choices);
  if (chain?.done.some(({ kind }) => kind === 'collective-discussion')) return undefined;
  if (file.decision) return `${clause}: the decision was taken without a discussion; there are no minutes`;
  if (!chain || file.stage !== 'decision')
    return `${clause}: no decision is proposed that could be discussed; ${first(file, 'decision-proposal')}`;
  return chain.levels.includes('collective-discussion')
    ? undefined
    : `${clause}: no rule asks for a discussion of this proposal; a reviewer who wants one says collective: true`;
}

/** The remedy; what has ended has none. */
function first({ stage }: CaseFile, event: CaseEvent): string {
  const ended = Object.keys(caseTransitions[stage]).every((name) => name.startsWith('evidence-'));
  return ended ? `the case has ended (${stage}): there will be none` : `enter ${event} first`;
}
