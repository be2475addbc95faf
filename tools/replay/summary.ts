import { z } from 'zod';

export interface Letter {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
}

const delivery = z.object({ pointers: z.array(z.object({ jurisdiction: z.string(), step: z.string() })) });
const work = z.looseObject({ jurisdiction: z.string() });
const mailEvent = z.object({ source: z.literal('aws.ses'), 'detail-type': z.string() });
/** The form in which SNS wraps what End User Messaging SMS reports. */
const textEvent = z.object({ Type: z.literal('Notification') });

/** What the messages of planning and importing are about, by the field that says it. */
const named: readonly (readonly [field: string, what: string])[] = [
  ['importId', 'a portion of an import'],
  ['subjectId', 'a subject'],
  ['subjectIds', 'some subjects'],
  ['inspectionId', 'a check'],
];

/** What dead letters ask for, counted. Only ids and kinds, never a name or an address. */
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
  const asked = work.safeParse(value);
  if (asked.success) {
    const [, what = 'the whole jurisdiction'] = named.find(([field]) => field in asked.data) ?? [];
    return [`${queue}: ${asked.data.jurisdiction}, ${what}`];
  }
  if (textEvent.safeParse(value).success) return [`${queue}: what became of an SMS`];
  const event = mailEvent.safeParse(value);
  return [
    event.success
      ? `${queue}: what became of a mail (${event.data['detail-type']})`
      : `${queue}: of a form that this code does not know`,
  ];
}
