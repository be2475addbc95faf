import { Card } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useLocation } from 'react-router';
import type { Inspection, Quota } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { useRules } from '../../api/use-names.ts';
import { EachQuota } from './each.tsx';
import { QuotaLine } from './line.tsx';

interface RegimesProps {
  readonly items: readonly Quota[];
}

/** One rule in one period: one quota, or one for each of its subjects. */
interface Group {
  readonly key: string;
  readonly first: Quota;
  readonly each: readonly Quota[];
}

function groupsOf(items: readonly Quota[]): Group[] {
  const groups = new Map<string, Quota[]>();
  for (const quota of items) {
    const key = `${quota.ruleId} ${quota.period.key}`;
    const known = groups.get(key);
    if (known) known.push(quota);
    else groups.set(key, [quota]);
  }
  return [...groups].flatMap(([key, [first, ...rest]]) =>
    first ? [{ key, first, each: [first, ...rest] }] : [],
  );
}

const earliest = (days: readonly string[]): string | undefined => [...days].sort()[0];
const latest = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

/** Quotas by regime, each with the records that count for it. */
export function Regimes({ items }: RegimesProps): ReactElement {
  const rules = useRules();
  const { hash } = useLocation();
  const from = earliest(items.map(({ period }) => period.from));
  const to = latest(items.map(({ period }) => period.to));
  const { data: records } = useAll('GET /v1/jurisdictions/{j}/inspections', { query: { from, to } });
  const groups = groupsOf(items);
  const regimes = [...new Set(items.map(({ regime }) => regime))];
  const ready = rules.size > 0;
  useEffect(() => {
    if (ready && hash !== '') document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash, ready]);
  return (
    <>
      {regimes.map((regime) => {
        const own = groups.filter(({ first }) => first.regime === regime);
        const title = rules.get(own[0]?.first.ruleId ?? '')?.regimeTitle ?? '';
        return (
          <Card key={regime} size="small" className="regime" title={<h2>{title}</h2>}>
            {own.map(({ key, first, each }) =>
              first.subjectId === undefined ? (
                <QuotaLine key={key} quota={first} records={countedFor(first, records ?? [])} />
              ) : (
                <EachQuota key={key} quotas={each} records={countedFor(first, records ?? [])} />
              ),
            )}
          </Card>
        );
      })}
    </>
  );
}

/** The records that the server counts for a rule in a period. */
function countedFor({ ruleId, period }: Quota, records: readonly Inspection[]): Inspection[] {
  return records.filter(({ counted }) =>
    counted.some((one) => one.ruleId === ruleId && one.period === period.key),
  );
}
