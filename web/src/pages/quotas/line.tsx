import { Alert, Button, Progress, Tag } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Inspection, Quota } from '../../api/contract.ts';
import { useSubjects, useRules } from '../../api/use-names.ts';
import { dayText, instantText, periodText } from '../../i18n/format.ts';
import { figureText } from '../../features/quotas/figures.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import {
  doneText,
  isCap,
  owedText,
  progressOf,
  quotaTones,
  requiredText,
} from '../../features/quotas/text.ts';
import { may, useSession } from '../../session/use-session.ts';
import { Conflict } from './conflict.tsx';

interface QuotaLineProps {
  readonly quota: Quota;
  /** The records that count for it. */
  readonly records: readonly Inspection[];
}

/** One quota: what is required, what is done, what is left and by when, and why. */
export function QuotaLine({ quota, records }: QuotaLineProps): ReactElement {
  const { words, language } = useSpeech();
  const text = words.checks.quotas;
  const { status, latestSafeDay, required, done, remaining, population, countedOn } = quota;
  const applies = status !== 'not-applicable';
  const cap = isCap(quota);
  const owed = owedText(remaining, words);
  return (
    <article className="rule" id={quota.ruleId}>
      <QuotaHead
        quota={quota}
        tag={<Tag color={quotaTones[status]}>{words.terms.quotaStatus[status]}</Tag>}
      />
      {applies && !cap ? (
        <Progress
          size="small"
          className="no-print"
          percent={progressOf(quota, words).percent}
          showInfo={false}
          aria-label={quota.title}
        />
      ) : null}
      {applies ? (
        <dl className="amounts">
          <Amount label={text.required}>
            {requiredText(required, words)}
            {population === undefined ? null : (
              <span
                className="hint"
                title={countedOn === undefined ? undefined : dayText(countedOn, language)}
              >
                {' '}
                {text.population(population)}
              </span>
            )}
          </Amount>
          <Amount label={text.done}>{doneText(done, words)}</Amount>
          <Amount label={cap ? text.room : text.remaining}>{owed === '' ? text.nothingOwed : owed}</Amount>
          {latestSafeDay === undefined || status === 'met' ? null : (
            <Amount label={text.safeDay}>{dayText(latestSafeDay, language)}</Amount>
          )}
        </dl>
      ) : null}
      <p className="tight">{quota.explanation}</p>
      <OverrideOf quota={quota} />
      {quota.conflict ? <Conflict quota={quota} conflict={quota.conflict} /> : null}
      {applies ? <Counted records={records} /> : null}
    </article>
  );
}

/** Its name with the period, its basis, and what an officer can do about it. */
export function QuotaHead({ quota, tag }: { readonly quota: Quota; readonly tag: ReactNode }): ReactElement {
  const { words, language } = useSpeech();
  const navigate = useNavigate();
  const { role } = useSession();
  const { ruleId, regime, title, citation, period } = quota;
  const query = new URLSearchParams({ regime, ruleId }).toString();
  return (
    <div className="between-ends">
      <div>
        <h3>
          {title}（{periodText(period.key, language)}） {tag}
        </h3>
        <Link to={`/rules?rule=${encodeURIComponent(ruleId)}`}>
          {citation.title} {citation.section}
        </Link>
      </div>
      {may.write(role) && quota.status !== 'not-applicable' ? (
        <Button
          className="no-print"
          aria-label={`${words.checks.quotas.record} ${title}`}
          onClick={() => void navigate(`/inspections/new?${query}`)}
        >
          {words.checks.quotas.record}
        </Button>
      ) : null}
    </div>
  );
}

function Amount({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A superior’s figures, with the rule’s own beside them. */
export function OverrideOf({ quota }: { readonly quota: Quota }): ReactElement | null {
  const { words, language } = useSpeech();
  const rule = useRules().get(quota.ruleId);
  const { override } = quota;
  if (!override) return null;
  const figures = (values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(
        ([name, value]) =>
          `${wordFor(words.facts.figureNames, name)} ${figureText(words, language, value, rule?.sources[name]?.unit ?? 'text')}`,
      )
      .join('；');
  return (
    <Alert
      type="info"
      className="problem"
      title={`${words.rules.override}：${figures(override.figures)}`}
      description={
        <>
          {words.rules.overrideOf(override.issuedBy, override.documentNumber)} ·{' '}
          {dayText(override.from, language)}—{dayText(override.to, language)}
          {Object.keys(override.original).length === 0 ? null : (
            <>
              <br />
              {words.checks.quotas.original}：{figures(override.original)}
            </>
          )}
        </>
      }
    />
  );
}

/** The records behind the figures. */
export function Counted({ records }: { readonly records: readonly Inspection[] }): ReactElement {
  const { words, language } = useSpeech();
  const subjects = useSubjects();
  const text = words.checks.quotas;
  if (records.length === 0) return <p className="hint tight">{text.countedNone}</p>;
  return (
    <details>
      <summary>
        {text.counted}（{records.length}）
      </summary>
      <ul className="plain">
        {records.map(({ id, at, targets }) => (
          <li key={id}>
            <Link to={`/inspections/${id}`}>{instantText(at, language)}</Link>{' '}
            {targets.map((target) => subjects.get(target)?.name ?? target).join('、')}
          </li>
        ))}
      </ul>
    </details>
  );
}
