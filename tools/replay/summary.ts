import { z } from 'zod';

export interface Letter {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
}

const delivery = z.object({ pointers: z.array(z.object({ jurisdiction: z.string(), step: z.string() })) });
const planning = z.object({ jurisdiction: z.string(), subjectId: z.string().optional() });
const mailEvent = z.object({ source: z.literal('aws.ses'), 'detail-type': z.string() });

/** What dead letters ask for, counted; ids and kinds alone, never a name or an address. */
export function summaryOf(letters: readonly Letter[]): string[] {
  const counts = new Map<string, number>();
  for (const letter of letters) {
    for (const line of linesOf(letter)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].sort().map(([line, count]) => `  ${count} × ${line}`);
}

function linesOf({ queue, body }: Letter): string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [`${queue}: no JSON`];
  }
  const delivered = delivery.safeParse(value);
  if (delivered.success && delivered.data.pointers.length === 0) return [`${queue}: nothing`];
  if (delivered.success)
    return delivered.data.pointers.map(
      ({ jurisdiction, step }) => `${queue}: ${jurisdiction}, step ${step.split(':')[0] ?? ''}`,
    );
  const planned = planning.safeParse(value);
  if (planned.success)
    return [
      `${queue}: ${planned.data.jurisdiction}, ${planned.data.subjectId === undefined ? 'the whole jurisdiction' : 'a subject'}`,
    ];
  const event = mailEvent.safeParse(value);
  return [
    event.success
      ? `${queue}: what became of a mail (${event.data['detail-type']})`
      : `${queue}: of a form that this code does not know`,
  ];
}
