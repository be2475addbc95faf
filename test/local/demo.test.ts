import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoData } from '../../local/demo/data.ts';
import type { DemoSubject } from '../../local/demo/entries.ts';
import { settingsPatch, staffBody, subjectBody } from '../../shared/contract/bodies.ts';
import { contradictions, factTables } from '../../shared/domain/register/fact-tables.ts';
import { kinds } from '../../shared/vocabulary/kinds.ts';
import { addDays, day, formatDay, parseDay, type Day } from '../../shared/domain/time/day.ts';
import { partyLacks, partyOf } from '../../shared/domain/register/party.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { subjectKind } from '../../shared/rules/schema.ts';

const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays(day('2024-01-01'), days));

const subjectsOn = (today: Day): DemoSubject[] => demoData(today).flatMap(({ subjects }) => [...subjects]);

const factIssues = (subject: DemoSubject): unknown =>
  factTables[subject.kind].safeParse(subject.facts).error?.issues;

const strangeTraits = (subject: DemoSubject): string[] =>
  subject.traits.filter((trait) => !kinds[subject.kind].traits.some((known) => known === trait));

const textsOf = (facts: DemoSubject['facts']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the demonstration data', () => {
  const today = day('2026-09-07');

  test('are for every jurisdiction with a rulebook', () => {
    expect(
      demoData(today)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(regulated.map(({ id }) => id).sort());
  });

  test('pass the tables of facts and traits on whatever day they are made', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        for (const subject of subjectsOn(on)) {
          expect(factIssues(subject), subject.code).toBeUndefined();
          expect(contradictions(subject.kind, subject.facts), subject.code).toEqual([]);
          expect(strangeTraits(subject), subject.code).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are what the API accepts', () => {
    for (const { staff, trackFrom, superiors, subjects } of demoData(today)) {
      expect(() => staffBody.parse(staff)).not.toThrow();
      expect(() => settingsPatch.parse({ trackFrom, alerts: { superiors } })).not.toThrow();
      for (const { parentCode, ...body } of subjects) {
        const parent = parentCode === undefined ? {} : { parentId: parentCode };
        expect(() => subjectBody.parse({ ...body, ...parent })).not.toThrow();
      }
    }
  });

  test.each(demoData(today))('say of all in $id who answers for it, and what that is', ({ subjects }) => {
    const known = new Map(
      subjects.map(({ parentCode, parties = [], facts: told, ...subject }) => [
        subject.code,
        {
          ...subject,
          id: subject.code,
          parentId: parentCode,
          parties: [...parties],
          facts: textsOf(told),
          contacts: [],
        },
      ]),
    );
    for (const subject of known.values())
      expect(partyLacks(partyOf(subject, known)), subject.code).toEqual([]);
  });

  test('show every kind of subject but the bureau, which is there from the start', () => {
    const shown = new Set(subjectsOn(today).map(({ kind }) => kind));
    expect(subjectKind.options.filter((kind) => kind !== 'bureau' && !shown.has(kind))).toEqual([]);
  });

  test.each(demoData(today))('name and code nothing twice in $id', ({ subjects, staff }) => {
    expect(repeated(subjects.map(({ name }) => name))).toEqual([]);
    expect(repeated(subjects.map(({ kind, code }) => `${kind} ${code}`))).toEqual([]);
    expect(repeated(staff.map(({ sub }) => sub))).toEqual([]);
  });

  test.each(demoData(today))('put every child of $id under a unit that comes before it', ({ subjects }) => {
    subjects.forEach(({ parentCode, code }, index) => {
      if (parentCode === undefined) return;
      const parent = subjects.findIndex((other) => other.kind === 'unit' && other.code === parentCode);
      expect(parent, code).toBeGreaterThanOrEqual(0);
      expect(parent, code).toBeLessThan(index);
    });
  });

  test.each(demoData(today))(
    'have in $id an officer with a valid certificate, a leader and an admin',
    ({ staff }) => {
      const certified = staff.filter(
        ({ role, certificate }) => role === 'bureau-officer' && certificate !== undefined,
      );
      expect(certified.length).toBeGreaterThanOrEqual(2);
      for (const { certificate } of certified)
        expect(certificate?.validUntil ?? '').toSatisfy((until: string) => until > formatDay(today));
      expect(staff.some(({ role }) => role === 'bureau-leader')).toBe(true);
      expect(staff.some(({ role }) => role === 'bureau-admin')).toBe(true);
    },
  );

  test('reach nobody: reserved domains and mobiles of an invented range', () => {
    for (const { staff, superiors, offices, subjects } of demoData(today)) {
      const contacts = [...offices, ...subjects].flatMap((holder) => [...holder.contacts]);
      const addresses = [
        ...superiors,
        ...staff.map(({ email }) => email),
        ...contacts.flatMap(({ email }) => email ?? []),
      ];
      for (const address of addresses) expect(address).toMatch(/@(?:[a-z-]+\.)*example\.(?:com|invalid)$/);
      for (const { mobile } of contacts) if (mobile !== undefined) expect(mobile).toMatch(/^13800000\d{3}$/);
    }
  });

  test('have a project without contacts of its own, whose unit is written to', () => {
    const [hongjiang] = demoData(today);
    const orphan = hongjiang?.subjects.find(
      ({ kind, contacts }) => kind === 'project' && contacts.length === 0,
    );
    const parent = hongjiang?.subjects.find(
      ({ kind, code }) => kind === 'unit' && code === orphan?.parentCode,
    );
    expect(parent?.contacts.length).toBeGreaterThan(0);
  });

  test('keep their codes and names on every day, and are the same twice on one', () => {
    const names = (on: Day): string[] => subjectsOn(on).map(({ code, name }) => `${code} ${name}`);
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(names(on)).toEqual(names(today));
      }),
      { numRuns: 20 },
    );
    expect(demoData(today)).toEqual(demoData(today));
  });

  test('never date in the future what has happened', () => {
    const past = [
      'startedOn',
      'occurredOn',
      'discoveredOn',
      'grantedOn',
      'decidedOn',
      'builtOn',
      'archivesAcceptedOn',
    ];
    fc.assert(
      fc.property(anyDay, (on) => {
        for (const subject of subjectsOn(on)) {
          for (const fact of past) {
            const text = subject.facts[fact];
            if (typeof text === 'string')
              expect(parseDay(text), `${subject.code} ${fact}`).toBeLessThanOrEqual(on);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
