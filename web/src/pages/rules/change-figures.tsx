import type { ReactElement } from 'react';
import type { FigureValue, Reading, Rule, Settings } from '../../api/contract.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import type { Part } from '../../components/compare.ts';
import { ActButton, type ActField } from '../../components/act-form.tsx';
import { figureFrom, figureInput, figureText } from '../../features/quotas/figures.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

/** An administrator sets what the source leaves open, and how an unclear text is read. */
export function ChangeFigures({ rule }: { readonly rule: Rule }): ReactElement | null {
  const { words, language } = useSpeech();
  const { data: settings } = useRead('GET /v1/jurisdictions/{j}/settings');
  const act = useAct('PATCH /v1/jurisdictions/{j}/settings');
  const figures = Object.entries(rule.defaults);
  const readings = Object.entries(rule.readings ?? {});
  if (figures.length + readings.length === 0 || !settings) return null;
  const fields = (seen: Settings): ActField[] => [
    ...figures.map(([name, { unit, value }]): ActField => {
      const present = presentOf(seen, name, value);
      const byDefault = `${words.rules.useDefault} ${figureText(words, language, value, unit)}`;
      return {
        name: `figure:${name}`,
        label: `${wordFor(words.facts.figureNames, name)}（${byDefault}）`,
        type: typeof value === 'boolean' ? 'choice' : 'line',
        plainLabel: true,
        initial: figureInput(present) === figureInput(value) ? '' : figureInput(present),
        hint: Array.isArray(value) ? words.rules.listHint : undefined,
        options: [
          { value: 'true', label: words.common.yes },
          { value: 'false', label: words.common.no },
        ],
      };
    }),
    ...readings.map(([name, { options, reason, ...reading }]): ActField => ({
      name: `reading:${name}`,
      label: reason ?? words.rules.readings,
      type: 'choice',
      plainLabel: true,
      required: true,
      initial: chosenOf(seen, name, reading),
      options: options.map(({ id, text }) => ({ value: id, label: text })),
    })),
  ];
  const parts = (seen: Settings): readonly Part[] => [
    ...figures.map(([name, { unit, value }]) => ({
      label: wordFor(words.facts.figureNames, name),
      text: figureText(words, language, presentOf(seen, name, value), unit),
    })),
    ...readings.map(([name, reading]) => ({
      label: reading.reason ?? words.rules.readings,
      text: reading.options.find(({ id }) => id === chosenOf(seen, name, reading))?.text ?? '',
    })),
  ];
  return (
    <ActButton
      act={act}
      about={settings}
      parts={parts}
      label={words.rules.changeFigures}
      title={rule.title}
      hint={words.rules.changeHint}
      fields={fields}
      sent={(values, seen) => {
        const own = Object.fromEntries(
          figures.map(([name, { value }]) => [
            name,
            mutable(figureFrom(values[`figure:${name}`] ?? '', value)),
          ]),
        );
        const chosen = Object.fromEntries(
          readings.map(([name, reading]) => [name, values[`reading:${name}`] ?? reading.default]),
        );
        return {
          ifMatch: seen.version,
          body: {
            ...(figures.length === 0 ? {} : { figures: { [rule.id]: own } }),
            ...(readings.length === 0 ? {} : { readings: { [rule.id]: chosen } }),
          },
        };
      }}
    />
  );

  /** The value in force: the bureau’s own, else the default. */
  function presentOf(seen: Settings, name: string, byDefault: FigureValue): unknown {
    return seen.figures[rule.id]?.[name] ?? byDefault;
  }

  function chosenOf(seen: Settings, name: string, reading: Pick<Reading, 'default'>): string {
    return seen.readings[rule.id]?.[name] ?? reading.default;
  }
}

/** Null resets a figure to its default. */
function mutable(value: ReturnType<typeof figureFrom>) {
  if (value === undefined) return null;
  return typeof value === 'object' ? [...value] : value;
}
