import { useSubjects } from '../../api/use-names.ts';
import { useWords } from '../../i18n/words.ts';

interface UnitOption {
  readonly value: string;
  readonly label: string;
}

/** The units to choose from as a parent or a party: none that was retired, but for the one that is entered already. */
export function useUnits(entered?: unknown): readonly UnitOption[] {
  const { subjects: text } = useWords();
  return [...useSubjects().values()]
    .filter(({ id, kind, retiredOn }) => kind === 'unit' && (retiredOn === undefined || id === entered))
    .map(({ id, name, retiredOn }) => ({
      value: id,
      label: retiredOn === undefined ? name : `${name}（${text.retired}）`,
    }));
}
