import * as answers from '../../../shared/contract/answers.ts';
import * as bodies from '../../../shared/contract/bodies.ts';
import { override, overridesQuery } from '../../../shared/contract/overrides.ts';
import { ok } from '../../../shared/outcome.ts';
import { bureauReaders, everyone, seesJurisdiction } from '../../../shared/domain/principal.ts';
import { isOpenIn, jurisdictions } from '../../../shared/rules/catalogue.ts';
import type { Rule } from '../../../shared/rules/rule.ts';
import type { OverrideRecord } from '../../../shared/records/override.ts';
import { putStaff, staffView } from '../../../shared/usecases/persons/staff-list.ts';
import { patchSettings } from '../../../shared/usecases/settings/configuration.ts';
import { nextNumbers } from '../../../shared/usecases/escalations/document-number.ts';
import { listOverrides } from '../../../shared/usecases/quotas/overrides-list.ts';
import { endOverride, putOverride } from '../../../shared/usecases/quotas/overrides.ts';
import { type Request, todayOf } from '../../../shared/usecases/request.ts';
import { listRules } from '../../../shared/usecases/settings/rules-list.ts';
import * as views from '../../../shared/usecases/views.ts';
import { noBody, route, type Input, type Reply, type Route } from '../route.ts';
import { here, J, map, param, whole } from './within.ts';

const ruleIdOf = (input: Input<unknown, unknown>): string =>
  `${param(input, 'regime')}/${param(input, 'rule')}`;

const overrideReply =
  (request: Request) =>
  ({ rule, override }: { rule: Rule; override: OverrideRecord | undefined }): Reply => ({
    status: 200,
    body: views.ruleView(rule, request.context.settings, todayOf(request), override),
    ...(override === undefined ? {} : { version: override.version }),
  });

const overrideRoutes: Route[] = [
  route({
    operationId: 'listOverrides',
    method: 'GET',
    path: `${J}/overrides`,
    summary:
      'Superiors’ instructions on figures, including those that have ended, with their earlier versions',
    roles: bureauReaders,
    body: noBody,
    query: overridesQuery,
    answer: answers.listOf(override),
    run: (input) => here(input, async (request) => ok(whole(listOverrides(request, input.query)))),
  }),
  route({
    operationId: 'setOverride',
    method: 'PUT',
    path: `${J}/overrides/{regime}/{rule}`,
    summary: 'Sets a superior’s figures for a period; the rule’s own stay visible',
    roles: ['superior'],
    body: bodies.overrideBody,
    query: bodies.noQuery,
    answer: answers.rule,
    run: (input) =>
      here(input, async (request) =>
        map(await putOverride(request, ruleIdOf(input), input.body), overrideReply(request)),
      ),
  }),
  route({
    operationId: 'endOverride',
    method: 'DELETE',
    path: `${J}/overrides/{regime}/{rule}`,
    summary: 'Ends the override that is in force today',
    roles: ['superior'],
    body: noBody,
    query: bodies.noQuery,
    answer: answers.rule,
    run: (input) =>
      here(input, async (request) =>
        map(await endOverride(request, ruleIdOf(input)), overrideReply(request)),
      ),
  }),
];

export const jurisdictionRoutes: Route[] = [
  ...overrideRoutes,
  route({
    operationId: 'listJurisdictions',
    method: 'GET',
    path: '/v1/jurisdictions',
    summary: 'The jurisdictions that the token may see',
    roles: everyone,
    body: noBody,
    query: bodies.listQuery,
    answer: answers.listOf(answers.jurisdiction),
    run: async ({ principal, deps }) =>
      ok(
        whole(
          jurisdictions
            .filter(({ id }) => seesJurisdiction(principal, id) && isOpenIn(deps.serves, id))
            .map(views.jurisdictionView),
        ),
      ),
  }),
  route({
    operationId: 'listRules',
    method: 'GET',
    path: `${J}/rules`,
    summary: 'Every rule in force on a day, with statutory figures and the bureau’s own in separate fields',
    roles: everyone,
    body: noBody,
    query: bodies.rulesQuery,
    answer: answers.listOf(answers.rule),
    run: (input) => here(input, async (request) => ok(whole(listRules(request, input.query.on)))),
  }),
  route({
    operationId: 'getSettings',
    method: 'GET',
    path: `${J}/settings`,
    summary: 'The bureau’s discretionary figures, readings and ways of sending',
    roles: bureauReaders,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.settings,
    run: (input) =>
      here(input, async ({ context: { jurisdiction, settings } }) =>
        ok({ status: 200, body: views.settingsView(jurisdiction, settings), version: settings.version }),
      ),
  }),
  route({
    operationId: 'changeSettings',
    method: 'PATCH',
    path: `${J}/settings`,
    summary: 'Changes settings; the dates and reminders that depend on them are computed again',
    roles: ['bureau-admin'],
    body: bodies.settingsPatch,
    query: bodies.noQuery,
    answer: answers.settings,
    run: (input) =>
      here(input, async (request) =>
        map(await patchSettings(request, input.body), (settings) => ({
          status: 200,
          body: views.settingsView(request.context.jurisdiction, settings),
          version: settings.version,
        })),
      ),
  }),
  route({
    operationId: 'listNextNumbers',
    method: 'GET',
    path: `${J}/settings/numbers`,
    summary: 'The next free number (文号) of each pattern that was entered, by office and paper',
    roles: bureauReaders,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.listOf(answers.nextNumber),
    run: (input) => here(input, async (request) => ok(whole(await nextNumbers(request, todayOf(request))))),
  }),
  route({
    operationId: 'listStaff',
    method: 'GET',
    path: `${J}/staff`,
    summary: 'The bureau’s people',
    roles: bureauReaders,
    body: noBody,
    query: bodies.listQuery,
    answer: answers.staff,
    run: (input) =>
      here(input, async ({ context }) => ok(whole(context.staff.map(staffView), context.staffVersion))),
  }),
  route({
    operationId: 'replaceStaff',
    method: 'PUT',
    path: `${J}/staff`,
    summary: 'Replaces the list of the bureau’s people',
    roles: ['bureau-admin'],
    body: bodies.staffBody,
    query: bodies.noQuery,
    answer: answers.staff,
    run: (input) =>
      here(input, async (request) =>
        map(await putStaff(request, input.body), ({ members, version }) =>
          whole(members.map(staffView), version),
        ),
      ),
  }),
];
