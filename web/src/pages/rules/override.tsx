import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import type { Part } from '../../components/compare.ts';
import { ActButton } from '../../components/act-form.tsx';
import { dayText } from '../../i18n/format.ts';
import { figureText } from '../../features/quotas/figures.ts';
import type { Language } from '../../i18n/language.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import type { Words } from '../../i18n/zh/zh.ts';

interface Props {
  readonly rule: Rule;
}

/** A superior’s figures that are in force, with their source. */
export function OverrideNote({ rule }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const { override } = rule;
  if (!override) return null;
  const figures = figuresOf(words, language, rule, override.figures);
  return (
    <Alert
      type="info"
      className="problem"
      title={`${words.rules.override}：${figures.join('；')}`}
      description={`${words.rules.overrideOf(override.issuedBy, override.documentNumber)} · ${dayText(override.from, language)}—${dayText(override.to, language)}`}
    />
  );
}

/** A superior sets its own figures for a time, or ends them. */
export function OverrideActs({ rule }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const today = useToday();
  const { data } = useRead('GET /v1/jurisdictions/{j}/overrides');
  const put = useAct('PUT /v1/jurisdictions/{j}/overrides/{regime}/{rule}');
  const end = useAct('DELETE /v1/jurisdictions/{j}/overrides/{regime}/{rule}');
  const [regime = '', id = ''] = rule.id.split('/');
  const params = { regime, rule: id };
  const numbers = Object.entries(rule.figures).filter(([, value]) => typeof value === 'number');
  if (numbers.length === 0 || !data) return null;
  const own = data.items.filter(({ ruleId }) => ruleId === rule.id);
  // Instructions are never deleted, so each change of one increases the sum.
  const about = { own, version: own.reduce((sum, { version }) => sum + version, 0) };
  const parts = (seen: typeof about): readonly Part[] =>
    seen.own.map((one) => ({
      label: `${one.documentNumber}（${one.issuedBy}）`,
      text: [
        words.rules.instructionStates[one.state],
        `${dayText(one.from, language)}—${dayText(one.to, language)}`,
        ...figuresOf(words, language, rule, one.figures),
      ].join('；'),
    }));
  return (
    <>
      <ActButton
        act={put}
        about={about}
        parts={parts}
        label={words.rules.setOverride}
        hint={words.rules.overrideHint}
        fields={[
          ...numbers.map(([name]) => ({
            name: `figure:${name}`,
            label: wordFor(words.facts.figureNames, name),
            type: 'number' as const,
          })),
          { name: 'issuedBy', label: words.facts.fields.issuedBy, type: 'line', required: true },
          { name: 'documentNumber', label: words.facts.fields.documentNumber, type: 'line', required: true },
          { name: 'from', label: words.facts.fields.from, type: 'day', required: true, initial: today },
          { name: 'to', label: words.facts.fields.to, type: 'day', required: true },
        ]}
        sent={({ issuedBy = '', documentNumber = '', from = '', to = '', ...rest }, seen) => ({
          params,
          // An instruction with the same first day is replaced; if there is none, none may have been added
          // meanwhile.
          ifMatch: seen.own.find((one) => one.from === from)?.version ?? 0,
          body: {
            issuedBy,
            documentNumber,
            from,
            to,
            figures: Object.fromEntries(
              Object.entries(rest).map(([name, value]) => [name.replace('figure:', ''), Number(value)]),
            ),
          },
        })}
      />
      <ActButton
        danger
        act={end}
        about={about}
        parts={parts}
        when={rule.override !== undefined}
        label={words.rules.endOverride}
        hint={words.rules.endOverrideHint}
        fields={[]}
        sent={(_, seen) => {
          const held = seen.own.find(({ state }) => state === 'in-force');
          return { params, ...(held ? { ifMatch: held.version } : {}) };
        }}
      />
    </>
  );
}

function figuresOf(
  words: Words,
  language: Language,
  rule: Rule,
  figures: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(figures).map(
    ([name, value]) =>
      `${wordFor(words.facts.figureNames, name)} ${figureText(words, language, value, rule.sources[name]?.unit ?? 'text')}`,
  );
}
