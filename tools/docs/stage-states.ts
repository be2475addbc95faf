import { routes } from '../../functions/api/routes.ts';
import {
  acceptanceEventNames,
  acceptanceStageNames,
  caseEventNames,
  caseStageNames,
} from '../../shared/vocabulary/stage-words.ts';
import {
  acceptanceTransitions,
  caseTransitions,
  type AcceptanceStage,
  type CaseEvent,
  type CaseStage,
} from '../../shared/domain/cases/state.ts';
import { code, table } from '../markdown-table.ts';

/** The chapters of docs/states.md on penalty cases and acceptances. */

const caseStages: Readonly<Record<CaseStage, string>> = {
  discovery: 'The record of the check or inquest, 责令改正违法行为通知书, urgent measures',
  filing: 'Proposed on 《立案审批表》; goes through its chain',
  investigation: 'Filed, with two officers or more',
  statement: 'The party was told beforehand; its statement, defence, hearing',
  decision: 'A penalty is proposed; goes through its chain',
  service: 'Decided by the head; the decision is to be served',
  execution: 'Served; carried out, or enforced',
  closed: 'Closed; the file is kept',
  'not-filed': 'No case was made of it, with the reason',
  withdrawn: 'Withdrawn, with the reason',
  transferred: 'Sent to the organ that has the power, or for a suspected crime',
};

const caseEvents: Readonly<Record<CaseEvent, string>> = {
  'discovery-record': 'By two officers or more; sets `discoveredOn`',
  'evidence-secured':
    'Agreed to beforehand by the person in charge; starts the 24 hours. Sealing or seizure without a legal basis is refused',
  'evidence-formalities': 'Within the 24 hours, or late',
  'evidence-decision': 'What becomes of evidence that was registered (7 days)',
  'spot-decision':
    'A warning or a small fine, decided and handed over by two officers (第五十一条、第五十二条); where a provision allows it',
  'spot-filing': 'The organ is told of it; before the closing',
  inquiry: 'By two officers or more; any number',
  transfer: 'By a leader; the letter leaves with it',
  'no-case': 'By a leader',
  'filing-proposal': 'All conditions of filing, officers; fulfils the duty of the 7 days',
  'filing-review': 'The first level of the chain',
  'filing-legal-review': 'Where the list has this level',
  'filing-return': 'The legal review sends it back',
  'filing-refusal': 'By a leader',
  'filing-approval': 'The last level; all before it were passed, each by another person',
  recusal: 'An officer keeps away and takes no part any more',
  'investigation-report': 'The proposal rests on it',
  'prior-notice': 'Facts, grounds, basis, what is intended, the party’s rights; how it was served',
  statement: 'Whether one came, what it says, what came of it',
  'hearing-request': 'Within five working days of the prior notice',
  'hearing-notice': 'Seven working days before; nobody who investigates presides',
  'hearing-held': '',
  'hearing-withdrawn': '',
  'decision-proposal': 'After the period for statement and defence; never above the ceiling of the fine',
  'decision-review': 'The first level; may send it to collective discussion',
  'decision-legal-review': 'Where the list has this level, and where the law asks for it (第五十八条)',
  'collective-discussion':
    'Where a rule or a level asks for it; archives file its result with province and city',
  'decision-return': 'The legal review sends it back',
  'decision-approval': 'By the head; all levels before were passed, each by another person',
  service: 'How, when, to whom; a refused signature is noted by two',
  payment: 'Never more than is owed on that day',
  'deferral-request': 'The party asks to pay later or in parts (第六十六条)',
  'deferral-decision': 'By a leader, another person than the one who entered the request',
  'remedy-begun': 'A reconsideration or a suit: what is late adds nothing meanwhile (第七十三条)',
  'remedy-ended': 'Upheld, withdrawn, changed, revoked',
  demand: 'Once the days for payment are over (行政强制法第五十四条)',
  'court-application':
    'By a leader: after the demand and the time to sue, within three months (行政强制法第五十三条)',
  execution: '',
  closing: 'After the execution, or once all was paid or the decision was revoked',
  'withdraw-case': 'By a leader',
};

const acceptanceStages: Readonly<Record<AcceptanceStage, string>> = {
  'not-applied': 'Nothing was applied for',
  applied: 'The project’s unit has applied, with the six parts and its self-score',
  prepared: 'The group is named',
  met: 'The meeting took its five steps and heard four reports',
  scored: 'Scored; may be put right until the opinion',
  accepted: 'The opinion says 合格 or 优良; `archivesAcceptedOn` is its day',
  failed: 'The opinion says 不合格; the recommendation not to organise the completion acceptance is drafted',
};

const acceptanceEvents: Readonly<Record<keyof typeof acceptanceEventNames, string>> = {
  application: 'Refused under the least self-score, or with a part missing; fulfils the duty to apply',
  'withdraw-application': 'Before the meeting',
  group: 'Each body that the rules name sends somebody',
  meeting: 'All steps and reports',
  score: '0 to 100, decimals allowed',
  opinion: 'Passes or fails by the score: `opinion-passed`, `opinion-failed` above',
};

/** One line for each stage and event that it allows: the tables are too wide for a grid. */
const ways = (transitions: Readonly<Record<string, Readonly<Record<string, string>>>>): string =>
  table(
    ['stage', 'event → stage'],
    Object.entries(transitions).map(([stage, row]) => [
      code(stage),
      Object.entries(row)
        .map(([event, next]) => (next === stage ? code(event) : `${code(event)} → ${next}`))
        .join(', '),
    ]),
  );

const told = (
  first: string,
  names: Readonly<Record<string, string>>,
  meanings: Readonly<Record<string, string>>,
): string =>
  table(
    [first, '中文', 'meaning'],
    Object.entries(meanings).map(([name, meaning]) => [code(name), names[name] ?? '', meaning]),
  );

function roles(): string {
  const route = routes.find(
    ({ path, method }) => path.endsWith('/subjects/{id}/events') && method === 'POST',
  );
  if (!route) throw new Error('no route …/events');
  return route.roles.join(', ');
}

export const stageChapters = (): string => `## Penalty case 行政处罚案件

Events come through \`POST …/subjects/{id}/events\` (${roles()}; what a leader decides is refused to others). An event without an arrow stays in its stage; one that is not named is refused there (409). Which levels a chain has, and what an event still lacks, follows from the office’s rules: \`GET …/subjects/{id}\` shows both.

${ways(caseTransitions)}

${told('stage', caseStageNames, caseStages)}

${told('event', caseEventNames, caseEvents)}

No timer moves a case.

## Acceptance of a key project’s archives 竣工档案专项验收

${ways(acceptanceTransitions)}

${told('stage', acceptanceStageNames, acceptanceStages)}

${told('event', acceptanceEventNames, acceptanceEvents)}
`;
