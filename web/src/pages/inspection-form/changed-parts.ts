import type { Inspection, Subject } from '../../api/contract.ts';
import type { Words } from '../../i18n/zh/zh.ts';
import type { Part } from '../../components/compare.ts';

/** A check that is recorded for the first time: nobody else can change it. */
export const nothing = { version: 0 } as const;
export type Entered = Inspection | typeof nothing;

/** What a person can read of a record, in the order of its form. */
export function checkParts(
  words: Words,
  subjects: ReadonlyMap<string, Subject>,
  one: Entered,
): readonly Part[] {
  if (!('id' in one)) return [];
  const { form, one: shown } = words.checks;
  const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
  return [
    { label: form.at, text: one.at },
    { label: form.mode, text: words.checks.modes[one.mode] },
    { label: form.cause, text: words.checks.causes[one.cause] },
    { label: form.targets, text: one.targets.map(nameOf).join('、') },
    {
      label: form.officers,
      text: one.officers.map(({ name, certificate = '' }) => `${name} ${certificate}`).join('、'),
    },
    {
      label: shown.checklist,
      text: one.checklist
        .map(({ subjectId, item, result }) => [subjectId ? nameOf(subjectId) : '', item, result].join(' '))
        .join('\n'),
    },
    {
      label: shown.findings,
      text: one.findings
        .map(({ subjectId, text, severity, handling, rectifyBy = '' }) =>
          [nameOf(subjectId), text, words.checks.severities[severity], handling, rectifyBy].join(' '),
        )
        .join('\n'),
    },
    {
      label: shown.signatures,
      text: one.signatures
        .map(({ subjectId, by = '', refused, note = '' }) =>
          [nameOf(subjectId), refused === true ? shown.refused : by, note].join(' '),
        )
        .join('\n'),
    },
  ];
}
