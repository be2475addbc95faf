import { seesOffice } from '../../domain/principal.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { holdsOn } from '../../rules/rule.ts';
import { overrideOn } from '../quotas/overrides.ts';
import type { Request } from '../request.ts';
import { ruleView } from '../views.ts';

export type RuleView = ReturnType<typeof ruleView>;

/**
 * Every rule of the caller’s offices that is in force on a day (`YYYY-MM-DD`), with the figures of that day; without
 * a day all of the rulebook, each rule once, as it stands today.
 */
export function listRules({ context, principal, deps }: Request, on: string | undefined): RuleView[] {
  const shown = on ?? formatDay(dayOf(deps.clock.now()));
  return context.rulebook
    .rulesOn(shown)
    .filter((rule) => seesOffice(principal, rule.office) && (on === undefined || holdsOn(rule, on)))
    .map((rule) =>
      ruleView(rule, context.settings, shown, overrideOn(context.overrides, rule.ruleId, shown)),
    );
}
