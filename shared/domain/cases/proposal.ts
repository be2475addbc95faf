import type { CaseBodies } from './event.ts';
import type { CaseFile } from './file.ts';
import type { CaseWorld } from './world.ts';
import { cited } from '../../rules/rule.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { papersMissing, type CaseRules } from './rules.ts';
import { discretionFlaws, kindsOf, kindText, provisionFlaws } from './discretion.ts';

/** What can be wrong with the proposal of a penalty: its basis, its amount and kinds, what was announced. */

const unless = (holds: boolean, flaw: FieldError): FieldError[] => (holds ? [] : [flaw]);

export const sideOf = (party: string | undefined): 'individual' | 'unit' | undefined =>
  party === 'individual' || party === 'unit' ? party : undefined;

export const fineFlaws = (fine: number, maximum: number | undefined, rules: CaseRules): FieldError[] =>
  maximum === undefined || fine <= maximum
    ? []
    : [fieldError('fine', 'case.fine-above', { ...cited(rules.ceiling), fine, maximum })];

/** The ceiling and the threshold never yield to the one who proposes: what is recorded is corrected on record. */
export const contradicted = (
  fact: string,
  given: number | string | undefined,
  recorded: number | string | undefined,
): FieldError[] =>
  recorded === undefined || given === undefined || given === recorded
    ? []
    : [fieldError(fact, 'case.contradicted', { given, fact, recorded })];

/** What was not announced is not decided (行政处罚法第四十四条、第四十五条). */
function unannounced(body: CaseBodies['decision-proposal'], { notice }: CaseFile): FieldError[] {
  if (!notice) return [];
  const more = kindsOf(body).filter((kind) => !notice.kinds.includes(kind));
  return [
    ...((body.fine ?? 0) > notice.fine
      ? [fieldError('fine', 'case.fine-raised', { on: notice.on, fine: notice.fine })]
      : []),
    ...(more.length === 0
      ? []
      : [fieldError('penalty', 'case.kind-unannounced', { on: notice.on, kinds: kindText(more) })]),
  ];
}

export function decisionFlaws(
  body: CaseBodies['decision-proposal'],
  file: CaseFile,
  { rules, facts }: CaseWorld,
): FieldError[] {
  const fine = body.fine ?? 0;
  return [
    ...unless(body.legalBasis !== undefined, fieldError('legalBasis', 'case.no-legal-basis')),
    ...papersMissing(rules.decision, body.documents, ['行政处罚决定审批表']),
    ...unless(
      fine === 0 || body.fineMaximum !== undefined,
      fieldError('fineMaximum', 'case.no-fine-maximum', cited(rules.ceiling)),
    ),
    ...fineFlaws(fine, body.fineMaximum, rules),
    ...contradicted('fineMaximum', body.fineMaximum, facts.number('fineMaximum')),
    ...contradicted('party', body.party, facts.text('party')),
    ...(fine > 0 && body.party === undefined && rules.threshold
      ? [fieldError('party', 'case.no-party', cited(rules.threshold))]
      : []),
    ...unannounced(body, file),
    ...provisionFlaws(body, rules),
    ...discretionFlaws(body, rules),
  ];
}
