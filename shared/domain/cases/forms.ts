import { cited, type Choices, type Rule } from '../../rules/rule.ts';
import { caseForms, caseFormTable, type CaseForm } from '../../vocabulary/case-forms.ts';
import { decisionChain } from './chain.ts';
import type { CaseFile } from './file.ts';
import type { CaseRules } from './rules.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { caseTransitions } from './state.ts';

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
  if (form === 'collective-discussion') return discussionLack(file, world);
  if (form === 'major-report' && file.decision && !isReported(file, world))
    return raise('case.no-major-report', cited(world.rules.decision));
  if (form === 'hearing-right' && file.notice?.fine === 0) return raise('case.no-fine');
  const { from, stage, rule, fine } = caseFormTable[form];
  if (fine && file.decision && file.decidedFine === 0) return raise('case.no-fine');
  return file.stage === stage?.name || from.some((event) => file.had.has(event))
    ? undefined
    : later(form, world.rules[rule], file);
}

/** A major decision of an office whose list asks for the report. */
const isReported = ({ proposal }: CaseFile, { rules }: World): boolean =>
  rules.majorReport !== undefined && proposal?.body.major === true;

/** Its minutes are begun once the proposal waits for it, and stay once it was held. */
function discussionLack(file: CaseFile, { rules, choices }: World): Raised | undefined {
  const rule = rules.collective;
  const chain = decisionChain(file, rules, choices);
  if (chain?.done.some(({ kind }) => kind === 'collective-discussion')) return undefined;
  if (file.decision) return raise('case.no-minutes', cited(rule));
  if (!chain || file.stage !== 'decision') return later('collective-discussion', rule, file);
  return chain.levels.includes('collective-discussion')
    ? undefined
    : raise('case.no-discussion', cited(rule));
}

/** The remedy; what has ended has none. */
function later(form: CaseForm, rule: Rule, { stage }: CaseFile): Raised {
  const { stage: empty, from } = caseFormTable[form];
  const event = empty?.openedBy ?? from[0];
  const ended = Object.keys(caseTransitions[stage]).every((name) => name.startsWith('evidence-'));
  return ended
    ? raise('case.paper-never', { ...cited(rule), form, stage })
    : raise('case.paper-later', { ...cited(rule), form, event });
}
