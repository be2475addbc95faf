import { cited, type Choices, type Rule } from '../../rules/rule.ts';
import { caseFormNames } from '../../vocabulary/stage-words.ts';
import { keysOf } from '../../vocabulary/table.ts';
import { decisionChain } from './chain.ts';
import type { CaseFile } from './file.ts';
import type { CaseRules } from './rules.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { caseTransitions, type CaseEvent } from './state.ts';

export type CaseForm = keyof typeof caseFormNames;

/** The papers of a penalty case that are made from its events: BX (四)三, (十)三. */
export const caseForms = keysOf(caseFormNames);

interface World {
  readonly rules: CaseRules;
  readonly choices: Choices;
}

/** Those that the case has come to. */
export function formsOf(file: CaseFile, world: World): CaseForm[] {
  return caseForms.filter((form) => formLack(form, file, world) === undefined);
}

/** Why a form cannot be had, with the event that it needs; undefined where it can. */
export function formLack(form: CaseForm, file: CaseFile, world: World): Raised | undefined {
  const { filing, notice, service } = world.rules;
  switch (form) {
    case 'filing-approval':
      return file.filing ? undefined : first(form, filing, file, 'filing-proposal');
    case 'prior-notice':
      return file.notice || file.stage === 'investigation'
        ? undefined
        : first(form, notice, file, 'filing-approval');
    case 'collective-discussion':
      return discussionLack(form, file, world);
    case 'service-receipt':
      return file.decision ? undefined : first(form, service, file, 'decision-approval');
  }
}

/** Its minutes are begun once the proposal waits for it, and stay once it was held. */
function discussionLack(form: CaseForm, file: CaseFile, { rules, choices }: World): Raised | undefined {
  const rule = rules.collective;
  const chain = decisionChain(file, rules, choices);
  if (chain?.done.some(({ kind }) => kind === 'collective-discussion')) return undefined;
  if (file.decision) return raise('case.no-minutes', cited(rule));
  if (!chain || file.stage !== 'decision') return first(form, rule, file, 'decision-proposal');
  return chain.levels.includes('collective-discussion')
    ? undefined
    : raise('case.no-discussion', cited(rule));
}

/** The remedy; what has ended has none. */
function first(form: CaseForm, rule: Rule, { stage }: CaseFile, event: CaseEvent): Raised {
  const ended = Object.keys(caseTransitions[stage]).every((name) => name.startsWith('evidence-'));
  return ended
    ? raise('case.paper-never', { ...cited(rule), form, stage })
    : raise('case.paper-later', { ...cited(rule), form, event });
}
