import { useMemo } from 'react';
import type { Obligation, Rule, Subject } from './contract.ts';
import { useAll, useRead } from './use-api.ts';

const KEEP = 5 * 60_000;

/** All subjects by id, so that lists can name the subject of a duty. */
export function useSubjects(): ReadonlyMap<string, Subject> {
  const { data } = useAll('GET /v1/jurisdictions/{j}/subjects', { staleTime: KEEP });
  return useMemo(() => new Map((data ?? []).map((subject) => [subject.id, subject])), [data]);
}

/** The name of a regime; its id when none of its rules is in force. */
export function useRegimeTitle(): (regime: string) => string {
  const rules = useRules();
  return (regime) => [...rules.values()].find((rule) => rule.regime === regime)?.regimeTitle ?? regime;
}

/** The rules in force by id. */
export function useRules(): ReadonlyMap<string, Rule> {
  const { data } = useRead('GET /v1/jurisdictions/{j}/rules', { staleTime: KEEP });
  return useMemo(() => new Map((data?.items ?? []).map((rule) => [rule.id, rule])), [data]);
}

/** The name of a duty: the title of its event if it has one, else that of its rule. */
export function useDutyTitle(): (duty: Pick<Obligation, 'ruleId' | 'title'>) => string {
  const rules = useRules();
  return ({ ruleId, title }) => title ?? rules.get(ruleId)?.title ?? ruleId;
}

/** The name of a member of the staff by its `sub`; the `sub` of anybody else. */
export function useStaffName(enabled = true): (sub: string) => string {
  const { data } = useRead('GET /v1/jurisdictions/{j}/staff', { staleTime: KEEP, enabled });
  return (sub) => data?.items.find((member) => member.sub === sub)?.name ?? sub;
}
