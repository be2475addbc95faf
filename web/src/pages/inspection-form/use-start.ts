import { useSearchParams } from 'react-router';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { modeWords } from '../../../../shared/vocabulary/value-words.ts';
import type { Inspection, Rule, Visit } from '../../api/contract.ts';
import { checklistOf, fieldsOf, type CheckFields } from '../../features/checks/fields.ts';
import { particularsPlanned } from '../../features/checks/particulars.ts';

const modes = keysOf(modeWords);

/** The initial values: the record that is corrected, the plan of the check, or what the address says about it. */
export function useStart(rules: ReadonlyMap<string, Rule>, now: string, visit: Visit | undefined) {
  const [query] = useSearchParams();
  return (record: Inspection | undefined): ReturnType<typeof fieldsOf> => {
    if (record) return fieldsOf(record, checklistOf(rules.values(), record.regime, record.mode));
    const at = now.slice(0, 16);
    return { fields: visit ? planned(visit, at) : named(query, rules, at), kept: [] };
  };
}

function planned(visit: Visit, at: string): CheckFields {
  const { regime, ruleIds = [], mode, cause, targets, officers } = visit;
  const [ruleId] = ruleIds;
  return {
    regime,
    ...(ruleId === undefined ? {} : { ruleId }),
    at,
    mode,
    cause,
    targets,
    officers,
    findings: [],
    ...particularsPlanned(visit),
  };
}

function named(query: URLSearchParams, rules: ReadonlyMap<string, Rule>, at: string): CheckFields {
  const ruleId = query.get('ruleId') ?? undefined;
  const rule = ruleId === undefined ? undefined : rules.get(ruleId);
  const mode = modes.find((known) => known === query.get('mode')) ?? rule?.quota?.modes?.[0] ?? 'on-site';
  const regime = query.get('regime') ?? rule?.regime;
  return {
    ...(regime === undefined ? {} : { regime }),
    ...(ruleId === undefined ? {} : { ruleId }),
    at,
    mode,
    cause: 'planned',
    targets: (query.get('targets') ?? '').split(',').filter((id) => id !== ''),
    officers: [{}, {}],
    findings: [],
  };
}
