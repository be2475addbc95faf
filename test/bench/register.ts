import type { z } from 'zod';
import { subjectBody } from '../../shared/contract/bodies.ts';
import { addDays, day, formatDay, type Day } from '../../shared/domain/time/day.ts';

type Body = z.output<typeof subjectBody>;
type Wanted = z.input<typeof subjectBody>;

const contact = (code: string, index: number) => ({
  name: `档案员${index}`,
  email: `${code.toLowerCase()}@unit.example.com`,
  role: '档案员',
});

function unit(code: string, index: number): Wanted {
  return {
    kind: 'unit',
    code,
    name: `第${index}单位`,
    traits: index % 2 === 0 ? ['direct', 'professional-archives'] : ['direct', 'backup-register'],
    facts: { volumes: 500 + index },
    contacts: [contact(code, index)],
  };
}

/** Started within the eight months before `today`; one in four is accepted, the others are still built. */
function project(code: string, index: number, today: Day): Wanted {
  const startedOn = addDays(today, -(index * 7) % 240);
  return {
    kind: 'project',
    code,
    name: `第${index}重点建设项目`,
    facts: {
      startedOn: formatDay(startedOn),
      plannedCompletionAcceptanceOn: formatDay(addDays(today, 150 + ((index * 11) % 300))),
      ...(index % 4 === 0 ? { archivesAcceptedOn: formatDay(addDays(today, -(index % 20))) } : {}),
    },
    contacts: [contact(code, index)],
  };
}

/** A bureau’s register of `count`: three units for every project, each with a contact. */
export function registerOf(prefix: string, count: number, today = day('2026-01-05')): Body[] {
  return Array.from({ length: count }, (_, index) => {
    const code = `${prefix}-${String(index).padStart(6, '0')}`;
    return subjectBody.parse(index % 4 === 3 ? project(code, index, today) : unit(code, index));
  });
}
