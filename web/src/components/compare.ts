/** One thing in a record that a person can read: its name and its text. The text is empty when there is none. */
export interface Part {
  readonly label: string;
  readonly text: string;
}

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The differences between two versions of one record, in order. */
export function differences(before: readonly Part[], after: readonly Part[]): readonly Difference[] {
  const textIn = (parts: readonly Part[], label: string): string =>
    parts.find((part) => part.label === label)?.text ?? '';
  const labels = [...new Set([...before, ...after].map(({ label }) => label))];
  return labels
    .map((label) => ({ label, before: textIn(before, label), after: textIn(after, label) }))
    .filter((one) => one.before !== one.after);
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with sorted names and without empty values: two values that read the same are equal. */
function alike(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isFields(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, text]) => text !== undefined && text !== '')
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/**
 * The fields of a form that continues on a newer record: what the person has typed stays, the rest comes from
 * the newer record. A list counts as one field.
 */
export function rebased<T extends object>(before: T, typed: T, after: T): T;
export function rebased(before: object, typed: object, after: object): object {
  return merged({ ...before }, { ...typed }, { ...after });
}

function merged(before: Fields, typed: Fields, after: Fields): Fields {
  const names = [...new Set([...Object.keys(before), ...Object.keys(typed), ...Object.keys(after)])];
  return Object.fromEntries(
    names.map((name) => {
      const [was, own, now] = [before[name], typed[name], after[name]];
      if (isFields(own) && isFields(now)) return [name, merged(isFields(was) ? was : {}, own, now)];
      return [name, alike(own ?? '') === alike(was ?? '') ? now : own];
    }),
  );
}
