import type { Finding } from './check-figures.ts';
import type { Place } from './parse.ts';
import type { Deadline, RuleSource } from '../schema.ts';
import type { FactType } from '../../vocabulary/kinds.ts';
import type { Kind, Vocabulary } from '../vocabulary.ts';

/** A fact that a rule names, with the type as which the product reads it. Without a type, any type fits. */
interface Named {
  readonly place: Place;
  readonly fact: string | undefined;
  readonly type?: FactType;
}

const ofDue = (due: Deadline['due']): Named[] => {
  const place = ['deadline', 'due'];
  switch (due.type) {
    case 'after':
    case 'before':
      return [{ place: [...place, 'event'], fact: due.event, type: 'day' }];
    case 'hours':
      return [{ place: [...place, 'event'], fact: due.event, type: 'instant' }];
    case 'yearly':
      return [
        { place: [...place, 'since'], fact: due.since, type: 'day' },
        { place: [...place, 'until'], fact: due.until, type: 'day' },
        { place: [...place, 'notBefore'], fact: due.notBefore, type: 'day' },
      ];
    default:
      return [];
  }
};

const metTypes = {
  'day-fact': 'day',
  'day-in-year': 'days',
  'number-in-year': 'number-by-year',
  'number-by-level': 'number',
} as const satisfies Record<NonNullable<Deadline['metBy']>['how'], FactType>;

const factsOf = ({ due, metBy, endedBy, owedBy }: Deadline): Named[] => [
  ...ofDue(due),
  ...(metBy ? [{ place: ['deadline', 'metBy', 'fact'], fact: metBy.fact, type: metTypes[metBy.how] }] : []),
  ...(metBy?.how === 'number-by-level' ? [{ place: ['deadline', 'metBy', 'how'], fact: 'level' }] : []),
  ...(owedBy.levels ? [{ place: ['deadline', 'owedBy', 'levels'], fact: 'level' }] : []),
  ...(owedBy.office === undefined ? [] : [{ place: ['deadline', 'owedBy', 'office'], fact: 'office' }]),
  { place: ['deadline', 'endedBy'], fact: endedBy },
];

const list = (names: Iterable<string>): string => [...names].join(', ') || 'none';

const checkFact = (kindName: string, kind: Kind, { place, fact, type }: Named): Finding[] => {
  if (fact === undefined) return [];
  const known = kind.facts.get(fact);
  if (!known)
    return [{ place, message: `kind ${kindName} has no fact ${fact}; it has: ${list(kind.facts.keys())}` }];
  return type === undefined || known.type === type
    ? []
    : [
        {
          place,
          message: `fact ${fact} of kind ${kindName} is of type ${known.type}; here type ${type} is read`,
        },
      ];
};

const checkTraits = (kindName: string, kind: Kind, traits: readonly string[], place: Place): Finding[] =>
  traits.flatMap((trait, index) =>
    kind.traits.includes(trait)
      ? []
      : [
          {
            place: [...place, index],
            message: `kind ${kindName} has no trait ${trait}; it has: ${list(kind.traits)}`,
          },
        ],
  );

const LEVELS = ['province', 'city', 'county'];

const checkDeadline = ({ id, deadline }: RuleSource, { kinds }: Vocabulary): Finding[] => {
  const kind = deadline && kinds.get(deadline.owedBy.kind);
  if (!deadline || !kind) return [];
  const { owedBy, due, metBy, tell = [] } = deadline;
  const levels = metBy?.how === 'number-by-level' ? Object.keys(metBy.figures) : [];
  const after = due.type === 'after' && (due.event === undefined) === (due.eventDay === undefined);
  return [
    ...factsOf(deadline).flatMap((named) => checkFact(owedBy.kind, kind, named)),
    ...checkTraits(owedBy.kind, kind, owedBy.anyTrait ?? [], ['deadline', 'owedBy', 'anyTrait']),
    ...levels
      .filter((level) => !LEVELS.includes(level))
      .map((level) => ({
        place: ['deadline', 'metBy', 'figures', level],
        message: `there is no level ${level}; known: ${list(LEVELS)}`,
      })),
    ...(after ? [{ place: ['deadline', 'due'], message: 'name either event or eventDay' }] : []),
    ...(due.type === 'finding' && id !== 'rectification'
      ? [{ place: ['id'], message: 'a rule of due type finding is called rectification' }]
      : []),
    ...tell.flatMap((who, index) =>
      who === COMPETENT && kind.facts.has('competentDepartment')
        ? []
        : [
            {
              place: ['deadline', 'tell', index],
              message: `nobody can be told as ${who}; known: ${COMPETENT}, for projects`,
            },
          ],
    ),
  ];
};

/** The department that may be informed of a project’s steps as well. */
const COMPETENT = '项目主管部门';

const checkPopulation = ({ quota }: RuleSource, { kinds }: Vocabulary): Finding[] => {
  const kind = quota && kinds.get(quota.population.kind);
  if (!quota || !kind) return [];
  const { population } = quota;
  const place = ['quota', 'population'];
  const outcomes = Object.keys(kind.facts.get('outcome')?.options ?? {});
  return [
    ...checkTraits(population.kind, kind, population.anyTrait ?? [], [...place, 'anyTrait']),
    ...(population.outcomes ?? []).flatMap((outcome, index) =>
      outcomes.includes(outcome)
        ? []
        : [
            {
              place: [...place, 'outcomes', index],
              message: `kind ${population.kind} has no outcome ${outcome}; known: ${list(outcomes)}`,
            },
          ],
    ),
  ];
};

/** Every kind of a scope knows the traits and the fact by which it is told. */
const checkScope = ({ procedure }: RuleSource, { kinds }: Vocabulary): Finding[] => {
  const { scope } = procedure ?? {};
  if (!scope) return [];
  const place = ['procedure', 'scope'];
  return scope.kinds.flatMap((name) => {
    const kind = kinds.get(name);
    if (!kind) return [];
    return [
      ...checkTraits(name, kind, scope.anyTrait ?? [], [...place, 'anyTrait']),
      ...checkFact(name, kind, { place: [...place, 'fact'], fact: scope.fact }),
    ];
  });
};

/** The readings that the product computes with. Any other name or option would have no effect. */
const readings: Readonly<Record<string, readonly string[]>> = {
  event: ['discovered', 'occurred'],
  count: ['calendar-days', 'working-days'],
  first: ['opening-form-due', 'started-on'],
  population: ['units', 'equipment'],
};

const checkReadings = (rule: RuleSource): Finding[] =>
  Object.entries(rule.readings ?? {}).flatMap(([name, { options }]): Finding[] => {
    const known = readings[name];
    if (!known)
      return [
        {
          place: ['readings', name],
          message: `there is no reading ${name}; known: ${list(Object.keys(readings))}`,
        },
      ];
    return options.flatMap(({ id }, index) =>
      known.includes(id)
        ? []
        : [
            {
              place: ['readings', name, 'options', index, 'id'],
              message: `reading ${name} has no option ${id}; known: ${list(known)}`,
            },
          ],
    );
  });

/**
 * Facts, traits, readings and outcomes that a rule names must be known to the product and have the type that it
 * reads.
 */
export const checkNames = (rule: RuleSource, vocabulary: Vocabulary): Finding[] => [
  ...checkDeadline(rule, vocabulary),
  ...checkPopulation(rule, vocabulary),
  ...checkScope(rule, vocabulary),
  ...checkReadings(rule),
];
