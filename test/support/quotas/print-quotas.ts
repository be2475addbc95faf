import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import type { CountedInspection, Quota, QuotaSubject } from '../../../shared/domain/quotas/types.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { check, many, override, quotaInput, type InputParts } from './quota-input.ts';

/** A town with every kind of subject: 166 units (12 direct, 25 in the catalogue, 2 listed), and some of each else. */
export const town: readonly QuotaSubject[] = [
  ...many(166, (index) => ({
    traits: [
      ...(index < 12 ? ['direct'] : []),
      ...(index < 25 ? ['professional-archives'] : []),
      ...(index < 2 ? ['key-monitored'] : []),
      ...(index === 30 ? ['civil-defence-responsible'] : []),
    ],
    facts: index === 0 ? { volumes: 12000 } : {},
  })),
  ...many(11, { kind: 'project' }, 'p'),
  ...many(3, { kind: 'civil-defence-work', parentId: 'u31' }, 'w'),
  ...many(4, { kind: 'enforcement-organ' }, 'o'),
  ...many(3, { kind: 'permit', facts: { grantedOn: '2026-07-01' } }, 'x'),
  ...many(2, { kind: 'permit', facts: { grantedOn: '2026-09-30' } }, 'y'),
  ...many(2, { kind: 'case', facts: { filedOn: '2026-12-31', office: 'archives' } }, 'c'),
  ...many(1, { kind: 'case', facts: { filedOn: '2026-07-01', office: 'civil-defence' } }, 'k'),
  ...many(1, { kind: 'compilation-task' }, 't'),
  ...many(
    1,
    { kind: 'reconsideration-decision', facts: { decidedOn: '2026-07-01', outcome: 'revoked' } },
    'd',
  ),
];

const owed = many(25).map(({ id }) => ({
  subjectId: id,
  ruleId: 'archives-security/self-inspection-report',
  period: '2025',
}));

/** Checks at the edges of periods, and some too many for the cap. */
const inspections: readonly CountedInspection[] = [
  check('2026-06-30', 'archives-security', ['u0', 'u1']),
  check('2026-07-01', 'archives-security', ['u0', 'u1']),
  check('2026-07-31', 'archives-security', ['u2', 'u3']),
  check('2026-07-31', 'archives-security', ['u4', 'u5'], { cause: 'complaint' }),
  check('2026-09-30', 'key-project-archives', ['p0', 'p1']),
  check('2026-10-01', 'key-project-archives', ['p0', 'p1'], { ruleId: 'key-project-archives/full-check' }),
  check('2026-09-30', 'archives-disposal', ['x0', 'x1', 'x2', 'y0'], { mode: 'file' }),
  check('2026-07-31', 'civil-defence-works', ['u30', 'w0']),
  check('2026-07-30', 'civil-defence-works', ['w1', 'w2']),
  ...many(11).map(({ id }) =>
    check('2026-09-28', 'electronic-archives', [id], { ruleId: 'electronic-archives/spot-check' }),
  ),
  check('2026-12-31', 'electronic-archives', ['u0'], { ruleId: 'electronic-archives/key-monitored' }),
  ...many(3).map(({ id }) =>
    check('2026-10-12', 'archives-security', [id], { ruleId: 'archives-security/report-spot-check' }),
  ),
];

/** The days asked for, and the clock’s day. */
const DAYS = [
  ['2026-07-01', '2026-07-01'],
  ['2026-07-31', '2026-07-31'],
  ['2026-07-31', '2026-08-01'],
  ['2026-12-31', '2026-12-31'],
  ['2026-12-31', '2027-01-01'],
] as const;

function line(quota: Quota): string {
  const { ruleId, subjectId, period, population, required, done, remaining, latestSafeDay, status } = quota;
  const head = [ruleId, subjectId, period.key, `${period.from}..${period.to}`];
  const facts = [
    `${status}, of ${population ?? '—'}${quota.countedOn === undefined ? '' : ` on ${quota.countedOn}`}`,
    `required ${JSON.stringify(required)} done ${JSON.stringify(done)} left ${JSON.stringify(remaining)}`,
    `safe until ${latestSafeDay ?? '—'}`,
    quota.explanation,
  ];
  return [head.filter((part) => part !== undefined).join(' '), ...facts.map((fact) => `    ${fact}`)].join(
    '\n',
  );
}

/** The quotas of one day, without those that are the same as in the section before. */
function section(jurisdiction: string, shown: Map<string, string>, one: Section): string {
  const input = quotaInput(jurisdiction, one.on, { subjects: town, owed, ...one.parts }, one.today);
  const made = inspections.filter((inspection) => inspection.on <= input.today);
  const lines = quotasOn({ ...input, inspections: made }).flatMap((quota) => {
    const key = `${quota.ruleId} ${quota.subjectId ?? ''}`;
    const text = line(quota);
    if (shown.get(key) === text) return [];
    shown.set(key, text);
    return [text];
  });
  return [`== ${one.title}`, ...lines].join('\n');
}

interface Section {
  readonly title: string;
  readonly on: string;
  readonly today: string;
  readonly parts: InputParts;
}

/** Every quota of a jurisdiction at the edges of its periods, then an empty register, then a superior’s figures. */
export function printQuotas(jurisdiction: string): string {
  const prevailing = rulebookOf(jurisdiction).rules.flatMap((rule) =>
    rule.quota?.superiorPrevails
      ? [override(rule.ruleId, { checks: 3, targetsPerCheck: 2 }, '2026-07-01', '2026-12-31')]
      : [],
  );
  const sections: Section[] = DAYS.map(([on, today]) => ({
    title: `${on}, today ${today}`,
    on,
    today,
    parts: {},
  }));
  const [on, today] = ['2026-12-31', '2026-12-31'];
  if (prevailing.length > 0) {
    sections.push({ title: `a superior’s figures, ${on}`, on, today, parts: { overrides: prevailing } });
  }
  sections.push({ title: `nothing registered, ${on}`, on, today, parts: { subjects: [], owed: [] } });
  const shown = new Map<string, string>();
  return [...sections.map((one) => section(jurisdiction, shown, one)), ''].join('\n');
}
