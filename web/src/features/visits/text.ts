import type { Visit } from '../../api/contract.ts';
import type { Part } from '../../components/compare.ts';
import { useSubjects } from '../../api/use-names.ts';
import { dayText } from '../../i18n/format.ts';
import { useVisitWords, type VisitWords } from '../../i18n/visit-words.ts';
import { useSpeech, type Speech } from '../../i18n/words.ts';
import { officerLines } from '../checks/officer-lines.ts';

/** What a person can read of a planned check. */

type ApprovalState = keyof VisitWords['approvals'];

/** Whether it still waits for a leader. */
export const approvalOf = ({ approval, firms }: Visit): ApprovalState =>
  approval?.decision ?? (firms.length > 0 ? 'needed' : 'free');

/** Nothing is left to be done but the check itself, or not even that. */
export const isEnded = ({ status }: Visit): boolean => status === 'done' || status === 'cancelled';

/** 2026年7月6日至2026年7月8日 */
export function visitDays(words: VisitWords, { on, until }: Visit, language: Speech['language']): string {
  const first = dayText(on, language);
  return until === undefined || until === on ? first : words.days(first, dayText(until, language));
}

/** 区财政局（联合检查：检查项目手续） */
export const joinedText = (words: VisitWords, { joined = [] }: Visit): string =>
  joined
    .map(({ body, as, part, officers }) => {
      const people = officerLines(officers).replaceAll('\n', '、');
      const told = [words.form.joining[as], part, people].filter((text) => text !== undefined && text !== '');
      return `${body}（${told.join('；')}）`;
    })
    .join('\n');

export function useVisitParts(): (visit: Visit) => readonly Part[] {
  const { words, language } = useSpeech();
  const text = useVisitWords();
  const subjects = useSubjects();
  const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
  return (visit) => [
    { label: text.status, text: text.statuses[visit.status] },
    { label: text.approval, text: text.approvals[approvalOf(visit)] },
    { label: text.day, text: visitDays(text, visit, language) },
    { label: words.checks.form.mode, text: words.checks.modes[visit.mode] },
    { label: words.checks.form.cause, text: words.checks.causes[visit.cause] },
    { label: words.checks.form.targets, text: visit.targets.map(nameOf).join('、') },
    { label: text.form.officers, text: officerLines(visit.officers) },
    { label: text.form.place, text: visit.place ?? '' },
    { label: text.form.items, text: (visit.items ?? []).join('\n') },
    { label: text.form.materials, text: (visit.materials ?? []).join('\n') },
    { label: text.form.joined, text: joinedText(text, visit) },
    {
      label: text.one.notices,
      text: visit.notices.map(({ subjectId, number }) => `${nameOf(subjectId)} ${number}`).join('\n'),
    },
  ];
}
