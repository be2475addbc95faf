import { parseDay, type Day } from '../time/day.ts';
import type { FactReader, PlanFinding, PlanSubject } from './facts.ts';
import { dayOf, parseInstant, type Instant } from '../time/instant.ts';
import type { FactValue, FindingRecord } from '../../records/records.ts';
import type { SubjectKind } from '../../rules/schema.ts';

type Facts = Readonly<Record<string, FactValue>>;

/** Reads stored facts. A fact that is absent or has another type is undefined. */
export function factReader(facts: Facts, recorded: Readonly<Record<string, Instant>>): FactReader {
  const text = (name: string): string | undefined => {
    const value = facts[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    text,
    day: (name) => parseDay(text(name) ?? ''),
    instant: (name) => parseInstant(text(name) ?? ''),
    days: (name) => {
      const value = facts[name];
      return Array.isArray(value)
        ? value.flatMap((entry): Day[] => {
            const parsed = parseDay(entry);
            return parsed === undefined ? [] : [parsed];
          })
        : [];
    },
    number: (name) => {
      const value = facts[name];
      return typeof value === 'number' ? value : undefined;
    },
    numberIn: (name, year) => {
      const value = facts[name];
      return typeof value === 'object' && !Array.isArray(value) ? value[String(year)] : undefined;
    },
    recordedOn: (name) => {
      const at = recorded[name];
      return at === undefined ? undefined : dayOf(at);
    },
  };
}

export function planSubjectOf(subject: {
  readonly kind: SubjectKind;
  readonly traits: readonly string[];
  readonly facts: Facts;
  readonly recorded: Readonly<Record<string, Instant>>;
  readonly findings?: readonly FindingRecord[] | undefined;
}): PlanSubject {
  return {
    kind: subject.kind,
    traits: subject.traits,
    facts: factReader(subject.facts, subject.recorded),
    findings: (subject.findings ?? []).flatMap(planFinding),
  };
}

function planFinding(finding: FindingRecord): PlanFinding[] {
  const [on, rectifyBy] = [parseDay(finding.on), parseDay(finding.rectifyBy)];
  const { id, regime, text } = finding;
  return on === undefined || rectifyBy === undefined ? [] : [{ id, regime, on, rectifyBy, text }];
}
