import type { Draw } from '../../api/contract.ts';
import type { Part } from '../../components/compare.ts';
import { useWords } from '../../i18n/words.ts';

/** The parts of a draw that may change while a form is open on it. */
export function useDrawParts(): (draw: Draw) => readonly Part[] {
  const { draws, duty } = useWords();
  return ({ status, value, abandoned, drawn = [], replacements, roster }) => {
    const names = new Map(roster.map(({ subjectId, name }) => [subjectId, name]));
    const nameOf = (id: string): string => names.get(id) ?? id;
    return [
      { label: duty.status, text: draws.status[status] },
      { label: draws.value, text: value ?? '' },
      { label: draws.result, text: drawn.map(nameOf).join('、') },
      {
        label: draws.replace,
        text: replacements.map((one) => `${nameOf(one.out)} → ${nameOf(one.in)}：${one.reason}`).join('；'),
      },
      { label: draws.abandonedBecause, text: abandoned?.reason ?? '' },
    ];
  };
}
