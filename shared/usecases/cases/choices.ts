import type { AcceptanceBody, CaseBody } from '../../domain/cases/event.ts';
import type { AcceptanceRules } from '../../domain/cases/acceptance.ts';
import type { CaseFile } from '../../domain/cases/file.ts';
import { provisionChoice } from '../../domain/cases/discretion.ts';
import { officersMin, type CaseRules } from '../../domain/cases/rules.ts';
import type { Choices, Rule } from '../../rules/rule.ts';

/** What a form may offer for the fields of an event, and how many it takes at least, as the rulebook says. */
export interface Offered {
  /** By field: what the rulebook lists, in its words and order. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** By field: the least number that is taken. */
  readonly least?: Readonly<Record<string, number>>;
}

type Lists = Readonly<Record<string, readonly string[] | undefined>>;

function offered(lists: Lists, least: Readonly<Record<string, number>> = {}): Offered {
  const choices = Object.entries(lists).flatMap(([field, options]) =>
    options === undefined || options.length === 0 ? [] : [[field, options] as const],
  );
  const numbers = Object.entries(least).filter(([, number]) => number > 0);
  return {
    ...(choices.length === 0 ? {} : { choices: Object.fromEntries(choices) }),
    ...(numbers.length === 0 ? {} : { least: Object.fromEntries(numbers) }),
  };
}

const forms = ({ procedure }: Rule): readonly string[] | undefined => procedure?.forms;
const formsLike = (rule: Rule, title: string): readonly string[] =>
  (rule.procedure?.forms ?? []).filter((form) => form.includes(title));

/** For an event of a case. Days and words are the person’s own. */
export function caseOffered(
  event: CaseBody['event'],
  rules: CaseRules,
  file: CaseFile,
  choices: Choices,
): Offered {
  const officers = (rule: Rule) => ({ officers: officersMin(rule, choices, rules.on) });
  switch (event) {
    case 'discovery-record':
      return offered({ documents: forms(rules.discovery) }, officers(rules.discovery));
    case 'inquiry':
      return offered({}, officers(rules.discovery));
    case 'spot-decision':
      return offered({ provision: rules.provisions.map(provisionChoice) }, officers(rules.discovery));
    case 'filing-proposal': {
      const { conditions, situations } = rules.conditions.procedure ?? {};
      return offered(
        { conditions, situation: situations, documents: forms(rules.filing) },
        officers(rules.filing),
      );
    }
    case 'filing-approval':
      return offered({}, officers(rules.filing));
    case 'recusal': {
      const present = file.officers.length > 0 ? file.officers : (file.filing?.officers ?? []);
      return offered({ person: present.map(({ name }) => name) });
    }
    case 'investigation-report':
      return offered({ documents: formsLike(rules.decision, '案件调查终结报告') });
    case 'hearing-notice':
      return offered({ documents: forms(rules.hearing) });
    case 'prior-notice':
      return offered({ documents: forms(rules.notice) });
    case 'decision-proposal':
      return offered({
        provision: rules.provisions.map(provisionChoice),
        grade: [...new Set(rules.benchmarks.flatMap(({ grades }) => grades.map(({ name }) => name)))],
        documents: formsLike(rules.decision, '行政处罚决定审批表'),
      });
    case 'collective-discussion': {
      const { parts, reports } = rules.collective.procedure ?? {};
      return offered({ parts, filedWith: reports, documents: forms(rules.collective) }, { participants: 2 });
    }
    case 'service':
      return offered(
        { documents: forms(rules.service) },
        { witnesses: officersMin(rules.service, choices, rules.on) },
      );
    default:
      return {};
  }
}

/** For an event of an acceptance. */
export function acceptanceOffered(event: AcceptanceBody['event'], rules: AcceptanceRules): Offered {
  const { steps, reports, team = [] } = rules.procedure.procedure ?? {};
  switch (event) {
    case 'application':
      return offered({ parts: rules.contents.procedure?.parts });
    case 'group':
      // One name alone is the office’s own: the others may come from anywhere.
      return offered({ from: team });
    case 'meeting':
      return offered({ steps, reports });
    case 'withdraw-application':
    case 'score':
    case 'opinion':
      return {};
  }
}
