import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Instruction, Rule } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { actorName } from '../../components/history.tsx';
import { figureText } from '../../features/quotas/figures.ts';
import { dayText, instantText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

interface Props {
  readonly rule: Rule;
}

/**
 * Every instruction of a superior about the rule, including those that have ended: they show on what the
 * figures of a day rested.
 */
export function Instructions({ rule }: Props): ReactElement | null {
  const { words } = useSpeech();
  const { data } = useRead('GET /v1/jurisdictions/{j}/overrides');
  const own = (data?.items ?? []).filter(({ ruleId }) => ruleId === rule.id);
  // An instruction that is in force and was never changed is shown by itself.
  const told = own.filter(({ state, before }) => state !== 'in-force' || before.length > 0);
  if (told.length === 0) return null;
  return (
    <details>
      <summary>
        {words.rules.instructions}（{own.length}）
      </summary>
      <ul className="plain">
        {own.map((one) => (
          <li key={one.from}>
            <Line rule={rule} one={one} /> <Tag>{words.rules.instructionStates[one.state]}</Tag>
            <Before rule={rule} one={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type Stood = Pick<Instruction, 'figures' | 'issuedBy' | 'documentNumber' | 'from' | 'to'>;

function Line({ rule, one }: Props & { readonly one: Stood }): ReactElement {
  const { words, language } = useSpeech();
  const figures = Object.entries(one.figures).map(
    ([name, value]) =>
      `${wordFor(words.facts.figureNames, name)} ${figureText(words, language, value, rule.sources[name]?.unit ?? 'text')}`,
  );
  return (
    <>
      {words.rules.overrideOf(one.issuedBy, one.documentNumber)}：{figures.join('；')}（
      {dayText(one.from, language)}—{dayText(one.to, language)}）
    </>
  );
}

function Before({ rule, one }: Props & { readonly one: Instruction }): ReactElement | null {
  const { words, language } = useSpeech();
  if (one.before.length === 0) return null;
  return (
    <ul className="plain hint">
      {one.before.map((stood) => (
        <li key={stood.until}>
          <Line rule={rule} one={stood} />{' '}
          {words.rules.instructionUntil(instantText(stood.until, language), actorName(words, stood.by))}
        </li>
      ))}
    </ul>
  );
}
