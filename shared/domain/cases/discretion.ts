import { provisionTitle, type Benchmark, type PenaltyProvision, type Range } from '../../rules/benchmarks.ts';
import { cited } from '../../rules/rule.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { penaltyKindWords, type PenaltyKind } from '../../vocabulary/penalty-kinds.ts';
import { keysOf } from '../../vocabulary/table.ts';
import type { CaseBodies } from './event.ts';
import type { CaseRules } from './rules.ts';

/** What a penalty may be: its kinds and amounts under the provision, and the grade of the source inside that. */

type Proposal = CaseBodies['decision-proposal'];
type Side = 'individual' | 'unit';

interface Penalty {
  readonly penalty: string;
  readonly fine?: number | undefined;
}

const kinds = keysOf(penaltyKindWords);

/** The kinds that a penalty names in its words, and a fine where it has an amount. */
export const kindsOf = ({ penalty, fine = 0 }: Penalty): readonly PenaltyKind[] =>
  kinds.filter((kind) => penalty.includes(penaltyKindWords[kind]) || (kind === 'fine' && fine > 0));

export const kindText = (named: readonly PenaltyKind[]): string[] =>
  named.map((kind) => penaltyKindWords[kind]);

/** What a form offers, and takes: 《…》第四十九条第一款（…） */
export const provisionChoice = (provision: PenaltyProvision): string =>
  `${provisionTitle(provision)}（${provision.act}）`;

/** By its id, its title, or what a form offers. */
const provisionNamed = ({ provisions }: CaseRules, given: string): PenaltyProvision | undefined =>
  provisions.find((one) => [one.id, provisionTitle(one), provisionChoice(one)].includes(given));

const short = (title: string): string => title.replace(/^中华人民共和国/u, '');
/** 第四十九条 of 第四十九条第一款. */
const wholeArticle = (article: string): string => /^第[^条]+条/u.exec(article)?.[0] ?? article;

/** Those that the words of a basis name: a paragraph where one is named, else all of the article. */
function provisionsIn({ provisions }: CaseRules, basis: string): readonly PenaltyProvision[] {
  const named = provisions.filter(
    ({ instrument, article }) => basis.includes(short(instrument)) && basis.includes(wholeArticle(article)),
  );
  const exact = named.filter(({ article }) => basis.includes(article));
  return exact.length > 0 ? exact : named;
}

/** The widest of what some provisions allow; undefined where none allows a fine on such a party. */
function widest(provisions: readonly PenaltyProvision[], party: Side | undefined): Range | undefined {
  const sides: readonly Side[] = party === undefined ? ['individual', 'unit'] : [party];
  const ranges = provisions.flatMap((one) => sides.flatMap((side) => one[side] ?? []));
  if (ranges.length === 0) return undefined;
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

interface Judged extends Penalty {
  readonly provision?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly party?: Side | undefined;
  readonly fineMaximum?: number | undefined;
}

/** What a penalty rests on: the provision that it names, else those that the words of its basis name. */
export function provisionsOf(
  { provision, legalBasis }: Pick<Judged, 'provision' | 'legalBasis'>,
  rules: CaseRules,
): readonly PenaltyProvision[] {
  const named = provision === undefined ? undefined : provisionNamed(rules, provision);
  return named ? [named] : provisionsIn(rules, legalBasis ?? '');
}

/** The basis as papers print it: in the words that were entered, else the title of the provision. */
export function basisText(
  body: Pick<Judged, 'provision' | 'legalBasis'>,
  rules: CaseRules,
): string | undefined {
  const [first] = provisionsOf(body, rules);
  return body.legalBasis ?? (first && provisionTitle(first));
}

/** Above what the provision allows, a kind that it does not carry, a provision that nobody knows. */
export function provisionFlaws(body: Judged, rules: CaseRules): FieldError[] {
  const named = body.provision === undefined ? undefined : provisionNamed(rules, body.provision);
  if (body.provision !== undefined && !named)
    return [
      fieldError('provision', 'case.no-provision', { provisions: rules.provisions.map(provisionTitle) }),
    ];
  const law = provisionsOf(body, rules);
  if (law.length === 0) return [];
  const provision = law.map(provisionTitle);
  const range = widest(law, body.party);
  const above = (path: string, amount: number): FieldError[] =>
    range !== undefined && amount > range.to
      ? [fieldError(path, 'case.fine-above-provision', { fine: amount, maximum: range.to, provision })]
      : [];
  const carried = new Set(law.flatMap((one) => one.kinds));
  const other = kindsOf(body).filter((kind) => !carried.has(kind));
  return [
    ...above('fine', body.fine ?? 0),
    ...above('fineMaximum', body.fineMaximum ?? 0),
    ...(other.length === 0
      ? []
      : [fieldError('penalty', 'case.kind-not-in-provision', { kinds: kindText(other), provision })]),
  ];
}

/** The grades of the source for a provision; undefined where no source grades it. */
const benchmarkOf = (
  { benchmarks }: CaseRules,
  provision: PenaltyProvision | undefined,
): Benchmark | undefined =>
  provision && benchmarks.find(({ provisions }) => provisions.includes(provision.id));

/** A proposal under a provision: a grade that the source has, or a reason; inside its range, or a reason. */
export function discretionFlaws(body: Proposal, rules: CaseRules): FieldError[] {
  const provision = body.provision === undefined ? undefined : provisionNamed(rules, body.provision);
  const benchmark = benchmarkOf(rules, provision);
  const grade = benchmark?.grades.find(({ name }) => name === body.grade);
  const side: Side = body.party ?? 'unit';
  return [
    ...(body.grade !== undefined && !grade
      ? [fieldError('grade', 'case.no-grade', { grades: benchmark?.grades.map(({ name }) => name) ?? [] })]
      : []),
    ...(benchmark && body.grade === undefined && body.discretion === undefined
      ? [fieldError('grade', 'case.grade-or-reason', { grades: benchmark.grades.map(({ name }) => name) })]
      : []),
    ...outside(body, provision, side, rules),
    ...(grade ? outsideGrade(body, grade, side) : []),
    ...warningAlone(body, rules),
  ];
}

/** Under the least of the law only for reasons (行政处罚法第三十二条、第三十三条). */
function outside(
  { fine = 0, discretion }: Proposal,
  provision: PenaltyProvision | undefined,
  side: Side,
  { ceiling }: CaseRules,
): FieldError[] {
  const least = provision?.[side]?.from ?? 0;
  return fine > 0 && fine < least && discretion === undefined
    ? [fieldError('discretion', 'case.fine-below', { ...cited(ceiling), fine, least })]
    : [];
}

function outsideGrade(
  { fine = 0, discretion }: Proposal,
  grade: Benchmark['grades'][number],
  side: Side,
): FieldError[] {
  const range = grade[side];
  return range === undefined || discretion !== undefined || (fine >= range.from && fine <= range.to)
    ? []
    : [
        fieldError('discretion', 'case.outside-grade', {
          fine,
          grade: grade.name,
          from: range.from,
          to: range.to,
        }),
      ];
}

/** Where the law knows the warning only with a fine, it does not stand alone (档案法第四十九条). */
function warningAlone(body: Proposal, rules: CaseRules): FieldError[] {
  const named = body.provision === undefined ? undefined : provisionNamed(rules, body.provision);
  const law = named ? [named] : rules.provisions;
  const always = law.length > 0 && law.every(({ fineWith }) => fineWith === 'always');
  return always && (body.fine ?? 0) === 0 && kindsOf(body).includes('warning')
    ? [fieldError('fine', 'case.warning-alone', { provision: law.map(provisionTitle) })]
    : [];
}
