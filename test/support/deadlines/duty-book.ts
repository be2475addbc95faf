import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { YearArrangement } from '../../../shared/domain/time/calendar.ts';

import { obligationIdOf } from '../../../shared/domain/ids.ts';
import { formatInstant, instant, type Instant } from '../../../shared/domain/time/instant.ts';
import { changed, created, superseded } from '../../../shared/domain/duties/reconcile.ts';
import type { Change, Planning } from '../../../shared/domain/duties/planning.ts';
import { effectiveDue, stepId } from '../../../shared/domain/duties/schedule.ts';
import { planSubjectOf } from '../../../shared/domain/register/subject-facts.ts';
import type { Rulebook } from '../../../shared/rules/catalogue.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import type { FactValue } from '../../../shared/records/records.ts';
import type { SettingsRecord } from '../../../shared/records/settings.ts';
import { dutiesOf } from '../../../shared/usecases/duties/plan.ts';
import { contextOf } from './deadlines.ts';
import type { ObligationRecord } from '../../../shared/records/obligation.ts';
import { type SubjectRecord } from '../../../shared/records/subject.ts';

export type FactChanges = Readonly<Record<string, FactValue | undefined>>;

/**
 * One subject’s duties over time: facts, settings and the calendar change, steps are sent when they are due,
 * and after each change the duties are reconciled. Nothing is stored.
 */
export class DutyBook {
  readonly duties = new Map<string, ObligationRecord>();
  /** By duty, the date in the last notice. */
  readonly told = new Map<string, string>();
  private subject: SubjectRecord;
  private settings: Partial<SettingsRecord>;
  entered: readonly YearArrangement[] = [];
  /** Replaces the product’s own. */
  rulebook: Rulebook | undefined;
  now: Instant;

  constructor(
    readonly jurisdiction: string,
    kind: SubjectKind,
    now: string,
    { trackFrom = '2025-01-01', traits = [] }: { trackFrom?: string; traits?: string[] } = {},
  ) {
    this.now = instant(now);
    this.settings = { trackFrom };
    this.subject = {
      version: 1,
      id: 'subject',
      jurisdiction,
      kind,
      name: '某单位',
      traits,
      facts: {},
      recorded: {},
      contacts: [],
      createdAt: this.now,
    };
  }

  /** Time passes; steps that fall due on the way are sent. */
  until(when: Instant | string): this {
    const to = typeof when === 'string' ? instant(when) : when;
    for (const [id, duty] of this.duties) {
      const leaving = duty.steps.filter((step) => step.at > this.now && step.at <= to);
      const ends = duty.closed?.how === 'superseded' && leaving.some((step) => step.key === 'ended');
      if (ends) this.told.set(id, 'ended');
      else if (!duty.closed && duty.pursuit === 'active' && leaving.length > 0)
        this.told.set(id, dateOf(duty));
    }
    this.now = to;
    return this;
  }

  /** Facts are entered, corrected or, where undefined, removed; then the duties are reconciled. */
  record(changes: FactChanges): Change[] {
    const facts = { ...this.subject.facts };
    const recorded = { ...this.subject.recorded };
    for (const [name, value] of Object.entries(changes)) {
      Reflect.deleteProperty(facts, name);
      Reflect.deleteProperty(recorded, name);
      if (value === undefined) continue;
      facts[name] = value;
      recorded[name] = this.now;
    }
    this.subject = { ...this.subject, facts, recorded };
    return this.plan();
  }

  set(settings: Partial<SettingsRecord>): Change[] {
    this.settings = { ...this.settings, ...settings };
    return this.plan();
  }

  enter(...years: readonly YearArrangement[]): Change[] {
    this.entered = years;
    return this.plan();
  }

  retire(on: string): Change[] {
    this.subject = { ...this.subject, retiredOn: on };
    return this.plan();
  }

  /** Reconciles every duty, stores the changes and returns them. */
  plan(): Change[] {
    const known = contextOf(this.jurisdiction, this.settings, this.entered);
    const context = { ...known, rulebook: this.rulebook ?? known.rulebook };
    const planning: Planning = {
      policy: { calendar: context.calendar, settings: context.settings },
      subject: this.subject,
      planSubject: planSubjectOf(this.subject),
      ruleVersion: context.rulebook.version,
      now: this.now,
      by: SYSTEM,
    };
    const wanted = new Map(
      dutiesOf(context, this.subject, this.now, false).owed.map((occurrence) => [
        obligationIdOf(this.subject.id, occurrence.rule.ruleId, occurrence.key),
        occurrence,
      ]),
    );
    for (const [id, { rule }] of wanted) {
      const { endedBy } = rule.deadline;
      if (endedBy === undefined || this.subject.facts[endedBy] === undefined) continue;
      wanted.delete(id);
      this.told.delete(id);
    }
    if (this.subject.retiredOn !== undefined) this.told.clear();
    const changes = [...new Set([...this.duties.keys(), ...wanted.keys()])].flatMap((id): Change[] => {
      const [existing, occurrence, told] = [this.duties.get(id), wanted.get(id), this.told.get(id)];
      if (!existing) return occurrence ? [created(occurrence, planning)] : [];
      if (!occurrence)
        return list(superseded(existing, told !== undefined, planning, '根据现有事实不再承担'));
      const date =
        occurrence.dates.dueAt === undefined
          ? new Date(occurrence.dates.dueOn * 86_400_000).toISOString().slice(0, 10)
          : formatInstant(occurrence.dates.dueAt);
      return list(changed(existing, occurrence, told !== undefined && told !== date, planning));
    });
    for (const { record } of changes) this.duties.set(record.id, { ...record, version: record.version + 1 });
    return changes;
  }

  /** The duty of a rule, by its period where there are several. */
  duty(ruleId: string, key?: string): ObligationRecord {
    const found = [...this.duties.values()].find(
      (duty) => duty.ruleId === ruleId && (key === undefined || duty.key === key),
    );
    if (!found) throw new Error(`no duty ${ruleId} ${key ?? ''}`);
    return found;
  }

  /** A manual change of the duty: fulfilled, waived, extended, confirmed. */
  edit(ruleId: string, change: Partial<ObligationRecord>, key?: string): void {
    const duty = this.duty(ruleId, key);
    this.duties.set(duty.id, { ...duty, ...change, version: duty.version + 1 });
  }

  /** Steps that are still to come, as `2026-09-11 09:00 overdue`. */
  pending(ruleId: string, key?: string): string[] {
    return this.duty(ruleId, key)
      .steps.filter((step) => step.at > this.now)
      .map((step) => `${formatInstant(step.at).slice(0, 16).replace('T', ' ')} ${stepId(step)}`);
  }

  /** The same subject with the same facts, as if entered now for the first time. */
  afresh(): DutyBook {
    const other = new DutyBook(this.jurisdiction, this.subject.kind, formatInstant(this.now));
    other.subject = { ...this.subject };
    other.settings = this.settings;
    other.entered = this.entered;
    other.plan();
    return other;
  }
}

const list = (change: Change | undefined): Change[] => (change ? [change] : []);

function dateOf(duty: ObligationRecord): string {
  return duty.dueAt === undefined || duty.extendedTo !== undefined
    ? effectiveDue(duty)
    : formatInstant(duty.dueAt);
}

/** The last line of a duty’s history. */
export function lastEntry(duty: ObligationRecord): string | undefined {
  return duty.history.at(-1)?.text;
}
