import type { Finding } from './check-figures.ts';
import type { RuleSource } from '../schema.ts';

/** The block that each kind of rule must have. */
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

/** Sanctions need an approver. A duty that is not pursued by the ladder has no sanctions. */
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

/** The role that decides about documents. A document that waits for another role would wait for ever. */
const DECIDES = 'bureau-leader';

const checkSteps = ({ deadline, escalation }: RuleSource): Finding[] => {
  const sanctions = deadline?.sanctions ?? [];
  const steps = escalation?.steps ?? [];
  const twice = sanctions.flatMap(({ step }, index) =>
    sanctions.findIndex((other) => other.step === step) === index
      ? []
      : [{ place: ['deadline', 'sanctions', index, 'step'], message: `step ${step} stands twice` }],
  );
  const waits = [
    ...sanctions.map(({ approval }, index) => ({
      approval,
      place: ['deadline', 'sanctions', index, 'approval'],
    })),
    ...steps.map(({ approval }, index) => ({ approval, place: ['escalation', 'steps', index, 'approval'] })),
  ].flatMap(({ approval, place }) =>
    approval === null || approval === DECIDES
      ? []
      : [{ place, message: `role ${approval} decides about no document; ${DECIDES} does` }],
  );
  const first = steps[0]?.follows === undefined ? [] : ['escalation', 'steps', 0, 'follows'];
  return [
    ...twice,
    ...waits,
    ...checkOrder(escalation),
    ...(first.length > 0 ? [{ place: first, message: 'the first step follows no order' }] : []),
  ];
};

/** A list in a fixed order says which of its steps waits for the one before; one without says of none. */
const checkOrder = (escalation: RuleSource['escalation']): Finding[] => {
  const { steps = [], ordered = false } = escalation ?? {};
  const waiting = steps.some(({ follows }) => follows !== undefined);
  const isSeveral = new Set(steps.map(({ step }) => step)).size > 1;
  if (ordered ? waiting || !isSeveral : !waiting) return [];
  const message = ordered
    ? 'ordered: true needs a step with follows: unrectified; steps to choose from are ordered: false'
    : 'a step with follows: unrectified needs ordered: true';
  return [{ place: ['escalation', 'ordered'], message }];
};

const checkItems = ({ procedure, deadline }: RuleSource): Finding[] => {
  const items = (procedure?.checklist ?? []).map(({ id }, index) => ({
    id,
    place: ['procedure', 'checklist', index, 'id'],
  }));
  const events =
    deadline?.due.type === 'yearly-events'
      ? deadline.due.events.map(({ key }, index) => ({
          id: key,
          place: ['deadline', 'due', 'events', index, 'key'],
        }))
      : [];
  return [items, events].flatMap((list) =>
    list.flatMap(({ id, place }, index) =>
      list.findIndex((other) => other.id === id) === index ? [] : [{ place, message: `${id} stands twice` }],
    ),
  );
};

/** A section path, such as 三(一)五(一). The document is that of the file, so it is not repeated. */
const checkCites = (rule: RuleSource): Finding[] => {
  const cites = [
    { cite: rule.cite, place: ['cite'] },
    ...Object.entries(rule.figures ?? {}).flatMap(([name, { values }]) =>
      values.map(({ cite }, index) => ({ cite, place: ['figures', name, 'values', index, 'cite'] })),
    ),
    ...(rule.deadline?.sanctions ?? []).map(({ cite }, index) => ({
      cite,
      place: ['deadline', 'sanctions', index, 'cite'],
    })),
    ...(rule.escalation?.steps ?? []).map(({ cite }, index) => ({
      cite,
      place: ['escalation', 'steps', index, 'cite'],
    })),
  ];
  return cites.flatMap(({ cite, place }) =>
    /[A-Za-z（）]/u.test(cite)
      ? [
          {
            place,
            message: `${cite}: a section path with ASCII brackets and without a document, for instance 三(一)五(一)`,
          },
        ]
      : [],
  );
};

/** What a rule must contain, depending on its kind, apart from its figures. */
export const checkRule = (rule: RuleSource): Finding[] => [
  ...checkBlock(rule),
  ...checkReadings(rule),
  ...checkSanctions(rule),
  ...checkApprovals(rule),
  ...checkSteps(rule),
  ...checkItems(rule),
  ...checkCites(rule),
];
