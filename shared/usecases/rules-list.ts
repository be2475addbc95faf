import { seesOffice } from '../contract/principal.ts';
import { formatDay } from '../domain/day.ts';
import { dayOf } from '../domain/instant.ts';
import { choicesOf } from '../domain/schedule.ts';
import { overrideOn } from './overrides.ts';
import type { Request } from './request.ts';
import { ruleView } from './views.ts';

export type RuleView = ReturnType<typeof ruleView>;

/** Every rule of the caller’s offices that is in force on a day (`YYYY-MM-DD`); without one, all of the rulebook. */
export function listRules({ context, principal, deps }: Request, on: string | undefined): RuleView[] {
  const shown = on ?? formatDay(dayOf(deps.clock.now()));
  const choices = choicesOf(context.settings);
  return context.rulebook.rules
    .filter(
      (rule) =>
        seesOffice(principal, rule.office) &&
        (on === undefined ||
          ((rule.from === null || rule.from <= on) && (rule.to === undefined || on <= rule.to))),
    )
    .map((rule) => ruleView(rule, choices, on, overrideOn(context.overrides, rule.ruleId, shown)));
}
