import { Alert, Button, Card, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { QuotaPlan } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { dayText, periodText, weekdayOf } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

type Visit = QuotaPlan['visits'][number];

/** The proposed visits of a year by month, each with the quotas that it serves; what cannot be met, and why. */
export function Plan(): ReactElement {
  const words = useSpeech().words;
  const text = words.checks.plan;
  const today = useToday();
  const [chosen, setChosen] = useState<number>();
  const present = Number((today ?? '').slice(0, 4));
  const year = chosen ?? (today === undefined ? undefined : present);
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/quotas/plan', {
    query: { year },
    enabled: year !== undefined,
  });
  return (
    <>
      <p className="hint tight">{text.lead}</p>
      <div className="filters no-print">
        <Select<number>
          aria-label={text.year}
          value={year ?? null}
          onChange={(value) => setChosen(value)}
          options={(today === undefined ? [] : [present, present + 1]).map((value) => ({
            value,
            label: String(value),
          }))}
        />
        <ExportButton list="plan" query={{ year }} />
      </div>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data ? <Planned plan={data} /> : error ? null : <Card loading />}
    </>
  );
}

function Planned({ plan }: { readonly plan: QuotaPlan }): ReactElement {
  const { words, language } = useSpeech();
  const text = words.checks.plan;
  const rules = useRules();
  const months = [...new Set(plan.visits.map(({ day }) => Number(day.slice(5, 7))))];
  return (
    <>
      {plan.provisional ? (
        <Alert type="warning" showIcon className="problem" title={text.provisional} />
      ) : null}
      {plan.visits.length === 0 ? (
        <p className="empty">{text.none}</p>
      ) : (
        <p role="status">{text.visits(plan.visits.length)}</p>
      )}
      {plan.unmet.length === 0 ? null : (
        <Card size="small" className="regime" title={<h2>{text.unmet}</h2>}>
          <ul className="plain">
            {plan.unmet.map(({ ruleId, period, subjectId, why }) => (
              <li key={`${ruleId} ${period} ${subjectId ?? ''}`}>
                <Link to={`/quotas#${encodeURIComponent(ruleId)}`}>
                  {rules.get(ruleId)?.title ?? ruleId}（{periodText(period, language)}）
                </Link>
                ：{why}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {months.map((month) => (
        <section key={month} className="plan-month">
          <h2>{text.month(plan.year, month)}</h2>
          <Visits
            label={text.month(plan.year, month)}
            visits={plan.visits.filter(({ day }) => Number(day.slice(5, 7)) === month)}
          />
        </section>
      ))}
      {plan.notes.length === 0 ? null : (
        <>
          <h3 className="between">{text.notes}</h3>
          <ul className="plain">
            {plan.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Visits({
  label,
  visits,
}: {
  readonly label: string;
  readonly visits: readonly Visit[];
}): ReactElement {
  const { words, language } = useSpeech();
  const text = words.checks.plan;
  const subjects = useSubjects();
  const { role } = useSession();
  const nameOf = (id: string): string => subjects.get(id)?.name ?? id;
  return (
    <Rows<Visit>
      label={label}
      rows={visits}
      rowKey={({ day, targets, serves }) => `${day} ${targets.join(' ')} ${serves[0]?.ruleId ?? 'follow-up'}`}
      empty={text.none}
      columns={[
        {
          title: text.day,
          width: 140,
          narrow: 'first',
          render: ({ day }) => (
            <span className="nowrap">
              {dayText(day, language)}
              <br />
              <span className="hint">{wordFor(words.today.weekdays, String(weekdayOf(day)))}</span>
            </span>
          ),
        },
        { title: text.targets, render: ({ targets }) => targets.map(nameOf).join('、') },
        {
          title: words.checks.list.mode,
          width: 100,
          render: ({ mode }) => wordFor(words.checks.modes, mode),
        },
        {
          title: text.serves,
          render: ({ serves, followUps, targets }) => (
            <ul className="bare">
              {serves.map((served) => (
                <li key={`${served.ruleId} ${served.period}`}>
                  <Service served={served} all={targets.length} entering={may.write(role)} />
                </li>
              ))}
              {followUps.map(({ inspectionId, subjectId, rectifyBy }) => (
                <li key={`${inspectionId} ${subjectId} ${rectifyBy}`}>
                  <Link to={`/inspections/${inspectionId}`}>
                    {text.followUp(nameOf(subjectId), dayText(rectifyBy, language))}
                  </Link>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

interface ServiceProps {
  readonly served: Visit['serves'][number];
  readonly all: number;
  readonly entering: boolean;
}

function Service({ served, all, entering }: ServiceProps): ReactElement {
  const { words, language } = useSpeech();
  const navigate = useNavigate();
  const rule = useRules().get(served.ruleId);
  const { ruleId, period, mode, targets } = served;
  const query = new URLSearchParams({
    regime: rule?.regime ?? ruleId.split('/')[0] ?? '',
    ruleId,
    mode,
    targets: targets.join(','),
  }).toString();
  return (
    <>
      <Link to={`/quotas#${encodeURIComponent(ruleId)}`}>
        {rule?.title ?? ruleId}（{periodText(period, language)}）
      </Link>
      {targets.length === all ? '' : words.checks.plan.of(targets.length)}{' '}
      {entering ? (
        <Button size="small" className="no-print" onClick={() => void navigate(`/inspections/new?${query}`)}>
          {words.checks.quotas.record}
        </Button>
      ) : null}
    </>
  );
}
