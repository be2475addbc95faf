import type { PenaltyProvision } from '../../rules/benchmarks.ts';
import { provisionTitle } from '../../rules/benchmarks.ts';
import { cited, numberFigure } from '../../rules/rule.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { kindsOf, kindText, provisionFlaws, provisionsOf } from './discretion.ts';
import type { CaseBodies } from './event.ts';
import type { CaseFile } from './file.ts';
import type { CaseWorld } from './world.ts';

/** The penalty on the spot: 行政处罚法第五十一条、第五十二条. */

type Side = 'individual' | 'unit';
type Body = CaseBodies['spot-decision'];

const limitOf = ({ rules, choices }: CaseWorld, side: Side): number =>
  numberFigure(rules.onTheSpot, side === 'individual' ? 'individualMax' : 'unitMax', choices, rules.on);

/** A warning may stand alone, or the least fine is low enough. */
const isSmall = (provision: PenaltyProvision, side: Side, limit: number): boolean =>
  provision.fineWith !== 'always' || (provision[side]?.from ?? Infinity) <= limit;

/** Whether any provision of the office gives a penalty as small as that; archives law gives none. */
export function spotLacks(_file: CaseFile, world: CaseWorld): FieldError[] {
  const { rules } = world;
  const sides: readonly Side[] = ['individual', 'unit'];
  const some = rules.provisions.some((one) => sides.some((side) => isSmall(one, side, limitOf(world, side))));
  if (some) return [];
  const provision = rules.provisions.map(provisionTitle);
  return [fieldError('event', 'case.no-spot', { ...cited(rules.onTheSpot), provision })];
}

export function spotFlaws(body: Body, world: CaseWorld): FieldError[] {
  const { rules } = world;
  const { party, fine = 0 } = body;
  const most = limitOf(world, party);
  const law = provisionsOf(body, rules);
  const kinds = kindsOf(body);
  const grave = kinds.filter((kind) => kind !== 'warning' && kind !== 'fine');
  const fineAlways = law.length > 0 && law.every(({ fineWith }) => fineWith === 'always');
  return [
    ...(law.length === 0 && body.provision === undefined
      ? [fieldError('provision', 'case.no-provision', { provisions: rules.provisions.map(provisionTitle) })]
      : []),
    ...(kinds.length === 0 || grave.length > 0
      ? [fieldError('penalty', 'case.spot-kind', { ...cited(rules.onTheSpot), kinds: kindText(grave) })]
      : []),
    ...(grave.length === 0 ? provisionFlaws(body, rules) : []),
    ...(fine > most ? [fieldError('fine', 'case.spot-fine', { ...cited(rules.onTheSpot), fine, most })] : []),
    ...(fineAlways && fine === 0
      ? [fieldError('fine', 'case.warning-alone', { provision: law.map(provisionTitle) })]
      : []),
    ...(body.receivedBy === undefined && body.refusal === undefined
      ? [fieldError('receivedBy', 'case.spot-not-received', cited(rules.onTheSpot))]
      : []),
  ];
}

/** It is filed with the organ, once (第五十二条). */
export const spotFilingLacks = ({ onTheSpot, spotFiledOn }: CaseFile): FieldError[] => {
  if (onTheSpot !== true) return [fieldError('event', 'case.not-on-the-spot')];
  return spotFiledOn === undefined ? [] : [fieldError('event', 'case.spot-filed', { on: spotFiledOn })];
};
