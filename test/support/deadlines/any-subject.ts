import fc from 'fast-check';
import { formatDay } from '../../../shared/domain/time/day.ts';
import { formatInstant } from '../../../shared/domain/time/instant.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import type { FactValue } from '../../../shared/records/records.ts';
import { anyDay, anyInstant } from '../chance/arbitraries.ts';

export interface AnySubject {
  readonly kind: SubjectKind;
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, FactValue>>;
}

const on = anyDay.map(formatDay);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

function present(facts: Readonly<Record<string, FactValue | undefined>>): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const subject = (
  kind: SubjectKind,
  facts: Record<string, fc.Arbitrary<FactValue | undefined>>,
  traits: readonly string[] = [],
): fc.Arbitrary<AnySubject> =>
  fc
    .tuple(fc.record(facts), fc.subarray([...traits]))
    .map(([values, held]) => ({ kind, traits: held, facts: present(values) }));

const office = fc.constantFrom('archives', 'civil-defence');

/** A key project with any of its days, in any order. */
const anyProject = subject('project', {
  startedOn: maybe(on),
  plannedCompletionAcceptanceOn: maybe(on),
  archivesAcceptedOn: maybe(on),
});

/** A subject of any kind that owes deadlines. */
export const anySubject: fc.Arbitrary<AnySubject> = fc.oneof(
  anyProject,
  subject('unit', { professionalCatalogueSince: maybe(on) }, [
    'professional-archives',
    'backup-register',
    'transfer-scope',
  ]),
  subject('case', {
    office,
    discoveredOn: maybe(on),
    occurredOn: maybe(on),
    evidenceSecuredAt: maybe(anyInstant.map(formatInstant)),
  }),
  subject('bureau', { office }),
  subject('government', { level: fc.constantFrom('province', 'city', 'county') }),
  subject('archivist', { startedWorkOn: maybe(on) }),
);
