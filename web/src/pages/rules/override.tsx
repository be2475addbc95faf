import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { Rule } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton } from '../../components/act-form.tsx';
import { dayText } from '../../format.ts';
import { figureText } from '../../figures.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

interface Props {
  readonly rule: Rule;
}

/** A superior’s figures that hold now, with where they come from. */
export function OverrideNote({ rule }: Props): ReactElement | null {
  const { words, language } = useSpeech();
  const { override } = rule;
  if (!override) return null;
  const figures = Object.entries(override.figures).map(
    ([name, value]) =>
      `${wordFor(words.facts.figureNames, name)} ${figureText(words, language, value, rule.sources[name]?.unit ?? 'text')}`,
  );
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
  const { words } = useSpeech();
  const today = useToday();
  const put = useAct('PUT /v1/jurisdictions/{j}/overrides/{regime}/{rule}');
  const end = useAct('DELETE /v1/jurisdictions/{j}/overrides/{regime}/{rule}');
  const [regime = '', id = ''] = rule.id.split('/');
  const params = { regime, rule: id };
  const numbers = Object.entries(rule.figures).filter(([, value]) => typeof value === 'number');
  if (numbers.length === 0) return null;
  return (
    <>
      <ActButton
        act={put}
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
        sent={({ issuedBy = '', documentNumber = '', from = '', to = '', ...rest }) => ({
          params,
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
      {rule.override ? (
        <ActButton
          danger
          act={end}
          label={words.rules.endOverride}
          hint={words.rules.endOverrideHint}
          fields={[]}
          sent={() => ({ params })}
        />
      ) : null}
    </>
  );
}
