import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { Quota, Rule } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { progressOf } from '../../features/quotas/text.ts';
import { useField } from './use-fields.ts';

/** The quotas for which the record will probably count, before it is saved. The server counts. */
export function CountsHint({ rules }: { readonly rules: ReadonlyMap<string, Rule> }): ReactElement | null {
  const { words, language } = useSpeech();
  const text = words.checks.form;
  const regime = useField('regime');
  const ruleId = useField('ruleId');
  const mode = useField('mode');
  const cause = useField('cause');
  const also = useField('countsTowards') ?? [];
  const targets = useField('targets') ?? [];
  const on = useField('at')?.slice(0, 10);
  const { data } = useRead('GET /v1/jurisdictions/{j}/quotas', {
    query: { on },
    enabled: on !== undefined && on !== '' && regime !== undefined,
  });
  if (regime === undefined) return null;
  const prompted = cause === 'complaint' || cause === 'transfer';
  const meant = (rule: Rule): boolean => {
    const { quota } = rule;
    if (!quota || rule.regime !== regime) return false;
    if (quota.modes && !quota.modes.some((known) => known === mode)) return false;
    if (also.includes(rule.id)) return true;
    if (quota.counts === 'regime' && prompted) return false;
    return ruleId === undefined ? quota.counts === 'regime' : ruleId === rule.id;
  };
  const wanted = [...rules.values()].filter(meant);
  const quotas = (data?.items ?? []).filter(
    (quota) => quota.status !== 'not-applicable' && wanted.some(({ id }) => id === quota.ruleId),
  );
  const whole = quotas.filter(({ subjectId }) => subjectId === undefined);
  const each = quotas.filter(({ subjectId }) => subjectId !== undefined && targets.includes(subjectId));
  const line = (quota: Quota): string =>
    text.countsLine(quota.title, periodText(quota.period.key, language), progressOf(quota, words).text);
  return (
    <Alert
      type="info"
      className="problem"
      title={text.counts}
      description={
        <>
          <ul className="plain">
            {whole.map((quota) => {
              const least = quota.required.targetsPerCheck ?? 1;
              return (
                <li key={`${quota.ruleId} ${quota.period.key}`}>
                  {line(quota)}
                  {targets.length > 0 && targets.length < least ? (
                    <strong className="near"> {text.countsFew(targets.length, least)}</strong>
                  ) : null}
                </li>
              );
            })}
            {each[0] ? (
              <li>
                {each[0].title}（{periodText(each[0].period.key, language)}）：{text.countsEach(each.length)}
              </li>
            ) : null}
            {whole.length + each.length === 0 ? (
              <li>{prompted && ruleId === undefined ? text.countsPrompted : text.countsNone}</li>
            ) : null}
          </ul>
          <span className="hint">{text.countsHint}</span>
        </>
      }
    />
  );
}
