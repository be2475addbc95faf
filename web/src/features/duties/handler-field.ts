import { useAll } from '../../api/use-api.ts';
import type { ActField } from '../../components/act-form.tsx';
import { useWords } from '../../i18n/words.ts';

interface Handled {
  readonly handler?: string | undefined;
}

/** The field of the form that says whose work something is; undefined while nobody can be chosen. */
export function useHandlerField(
  enabled: boolean,
  hint?: string,
): ((one: Handled) => readonly ActField[]) | undefined {
  const { subjects } = useWords();
  const { data = [] } = useAll('GET /v1/jurisdictions/{j}/people', { enabled });
  if (!enabled || data.length === 0) return undefined;
  return ({ handler }) => [
    {
      name: 'handler',
      label: subjects.handler,
      type: 'choice',
      initial: handler,
      options: data.map(({ id, name }) => ({ value: id, label: name })),
      hint,
    },
  ];
}
