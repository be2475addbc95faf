import { fieldName } from '../../components/problem.tsx';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useWords } from '../../i18n/words.ts';

/** The names of a plan’s fields in messages: `officers.0.certificate` → 检查人员 1 · 证件号 */
export function useNames(): (path: string) => string {
  const words = useWords();
  const { form } = useVisitWords();
  const own: Readonly<Record<string, string>> = {
    on: form.on,
    until: form.until,
    ruleIds: form.quotas,
    place: form.place,
    items: form.items,
    materials: form.materials,
    joined: form.joined,
    drawId: form.draw,
  };
  return (path) => {
    const [first = '', index] = path.split('.');
    const name = Object.hasOwn(own, first) ? own[first] : undefined;
    if (name === undefined) return fieldName(words, path);
    return index === undefined ? name : `${name} ${Number(index) + 1}`;
  };
}
