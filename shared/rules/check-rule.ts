import type { Finding } from './check-figures.ts';
import type { RuleSource } from './schema.ts';

/** The block that each kind of rule cannot do without. */
const blockOf = {
  deadline: 'deadline',
  quota: 'quota',
  cap: 'quota',
  threshold: 'figures',
  procedure: 'procedure',
  escalation: 'escalation',
} as const satisfies Record<RuleSource['kind'], keyof RuleSource>;

const checkBlock = (rule: RuleSource): Finding[] => {
  const block = blockOf[rule.kind];
  const empty = rule[block] === undefined || Object.keys(rule[block]).length === 0;
  return empty ? [{ place: ['kind'], message: `a rule of kind ${rule.kind} needs ${block}` }] : [];
};

const checkReadings = (rule: RuleSource): Finding[] =>
  Object.entries(rule.readings ?? {}).flatMap(([name, reading]) => {
    const options = reading.options.map(({ id }) => id);
    return options.includes(reading.default)
      ? []
      : [
          {
            place: ['readings', name, 'default'],
            message: `reading ${name}: default ${reading.default} is not among its options (${options.join(', ')})`,
          },
        ];
  });

/** Sanctions need somebody to approve them; a duty that is not pursued by the ladder has none. */
const checkSanctions = ({ deadline }: RuleSource): Finding[] => {
  const many = deadline?.sanctions?.length ?? 0;
  if (many > 0 && deadline?.pursuit !== 'ladder') {
    return [{ place: ['deadline', 'sanctions'], message: 'sanctions need pursuit: ladder' }];
  }
  return [];
};

/** Each level of approval is of one kind. */
const checkApprovals = ({ procedure }: RuleSource): Finding[] => {
  const kinds = procedure?.approvalKinds;
  return kinds === undefined || kinds.length === procedure?.approvals?.length
    ? []
    : [
        {
          place: ['procedure', 'approvalKinds'],
          message: 'name the kind of each of approvals, in its order',
        },
      ];
};

/** What a rule must hold by its kind, apart from its figures. */
export const checkRule = (rule: RuleSource): Finding[] => [
  ...checkBlock(rule),
  ...checkReadings(rule),
  ...checkSanctions(rule),
  ...checkApprovals(rule),
];
