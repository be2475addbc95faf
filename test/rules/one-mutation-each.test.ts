import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadRulebooks } from '../../shared/rules/reading/load.ts';

/** One slip of each kind in a file of the product: each is refused, with the file and the line in which it stands. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const PROJECTS = 'hongjiang/key-project-archives';
const SECURITY = 'hongjiang/archives-security';
const GOALS = 'liaoning/policy-goals';
const CASES = 'baixiang/archives-cases';
const DECISIONS = 'baixiang/administrative-reconsideration';

const pathOf = (file: string): string => `shared/rulebooks/${file}.yaml`;
const textOf = (file: string): string => readFileSync(`${root}${pathOf(file)}`, 'utf8');

/** The problems of one file alone; the rows of the sources that it covers are all there are. */
function problemsOf(file: string, text: string): string[] {
  const rows = [...new Set(textOf(file).match(/\b(?:HJ|SX|LQ|BX|LN)-\d{3}\b/gu) ?? [])];
  const { problems } = loadRulebooks([{ path: pathOf(file), text }], ['id', ...rows].join('\n'), []);
  return problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
}

const START = 'registration-after-start';
const MONTHS = '{ from: null, value: 6, cite: 三(一)五(一) }';
const dated = (...values: readonly string[]): string =>
  values.map((value) => `{ ${value}, cite: 三(一)五(一) }`).join(', ');

/** File, what is written, what is written in its place, what is said of it. */
const slips: readonly (readonly [string, string, string, string])[] = [
  // Values
  [PROJECTS, 'value: 6,', 'value: six,', `${START}: figure months: "six" is not a whole number above 0`],
  [PROJECTS, 'value: 6,', 'value: 0,', `${START}: figure months: 0 is not a whole number above 0`],
  [PROJECTS, 'value: 6,', 'value: 6.5,', `${START}: figure months: 6.5 is not a whole number above 0`],
  [PROJECTS, 'value: 6,', 'value: [6],', `${START}: figure months: [6] is not a whole number above 0`],
  [PROJECTS, "'12-31'", "'13-45'", 'registration-yearly: figure due: "13-45" is not a day of every year'],
  [PROJECTS, "'12-31'", "'02-29'", 'registration-yearly: figure due: "02-29" is not a day of every year'],
  [
    PROJECTS,
    "'12-31'",
    "'2026-12-31'",
    'registration-yearly: figure due: "2026-12-31" is not a day of every',
  ],
  [
    PROJECTS,
    'value: [30, 7, 1]',
    'value: 30',
    `${START}: figure reminderLeadDays: 30 is not a list of whole`,
  ],
  [
    PROJECTS,
    '{ unit: day, value: 15',
    '{ unit: day, value: soon',
    `${START}: figure rectificationDays: "soon" is`,
  ],
  [PROJECTS, 'unit: month\n', 'unit: moon\n', `${START}: figure months: there is no unit moon`],
  [GOALS, "value: '2020-12-31'", "value: '12-31'", 'figure due: "12-31" is not a day, YYYY-MM-DD'],
  [GOALS, 'value: 40,', 'value: many,', 'continuing-education: figure classHours: "many" is not a number'],
  [
    CASES,
    'unit: boolean, value: true',
    "unit: boolean, value: 'yes'",
    'figure nilReturn: "yes" is not true or',
  ],
  // Days
  [PROJECTS, MONTHS, dated('from: null, to: 2026-02-30, value: 6'), `${START}: 2026-02-30 is no day`],
  [
    PROJECTS,
    MONTHS,
    dated('from: null, to: 2026-12-31, value: 6', 'from: 2027-01-02, value: 3'),
    `${START}: figure months: gap between 2026-12-31 and 2027-01-02`,
  ],
  [
    PROJECTS,
    MONTHS,
    dated('from: null, to: 2026-12-31, value: 6', 'from: 2026-12-31, value: 3'),
    `${START}: figure months: values overlap`,
  ],
  [
    PROJECTS,
    MONTHS,
    dated('from: 2026-01-01, value: 6'),
    `${START}: figure months: the first value holds from`,
  ],
  [
    PROJECTS,
    'from: null\n',
    'from: 2026-05-01\n    to: 2026-04-30\n',
    `${START}: ends on 2026-04-30, before`,
  ],
  [PROJECTS, 'event: startedOn', "eventDay: '2026-02-30'", `${START}: 2026-02-30 is no day`],
  // Names of kinds, facts, traits, levels, offices, outcomes
  [PROJECTS, 'kind: project }', 'kind: hotel }', 'rules[0].deadline.owedBy.kind: Invalid option'],
  [
    PROJECTS,
    'event: startedOn',
    'event: begunOn',
    `${START}: kind project has no fact begunOn; it has: startedOn`,
  ],
  [
    PROJECTS,
    'event: startedOn',
    'event: selfScore',
    `${START}: fact selfScore of kind project is of type number; here type day`,
  ],
  [PROJECTS, 'event: startedOn, ', '', `${START}: name either event or eventDay`],
  [PROJECTS, 'since: startedOn', 'since: begunOn', 'registration-yearly: kind project has no fact begunOn'],
  [
    PROJECTS,
    'until: archivesAcceptedOn',
    'until: endedOn',
    'registration-yearly: kind project has no fact endedOn',
  ],
  [
    PROJECTS,
    'endedBy: archivesAcceptedOn',
    'endedBy: endedOn',
    'acceptance-application: kind project has no fact ended',
  ],
  [
    PROJECTS,
    'kind: project }',
    'kind: project, anyTrait: [large] }',
    `${START}: kind project has no trait large`,
  ],
  [
    PROJECTS,
    'kind: project }',
    'kind: project, levels: [city] }',
    `${START}: kind project has no fact level`,
  ],
  [
    PROJECTS,
    'kind: project }',
    'kind: project, office: archives }',
    `${START}: kind project has no fact office`,
  ],
  [
    SECURITY,
    '[professional-archives, backup-register] }',
    '[professional, backup-register] }',
    'has no trait professional',
  ],
  [
    CASES,
    'event: evidenceSecuredAt',
    'event: discoveredOn',
    'fact discoveredOn of kind case is of type day; here type instant',
  ],
  [CASES, 'fact: filedOn', 'fact: fileOn', 'case-filing: kind case has no fact fileOn'],
  [
    GOALS,
    'fact: heardOn',
    'fact: level',
    'annual-hearing: fact level of kind government is of type choice; here type days',
  ],
  [GOALS, 'fact: classHours', 'fact: hours', 'continuing-education: kind archivist has no fact hours'],
  [GOALS, 'levels: [city, county]', 'levels: [city, village]', 'deadline.owedBy.levels[1]: Invalid option'],
  [
    DECISIONS,
    'outcomes: [revoked,',
    'outcomes: [annulled,',
    'kind reconsideration-decision has no outcome annulled',
  ],
  [PROJECTS, 'office: archives', 'office: fire', 'office: Invalid option'],
  // Figures, readings, rules, steps, roles that are named
  [
    PROJECTS,
    'figure: months }',
    'figure: month }',
    `${START}: figure month stands neither in figures nor in`,
  ],
  [
    PROJECTS,
    'default: opening-form-due',
    'default: whenever',
    'reading first: default whenever is not among its',
  ],
  [PROJECTS, 'first:\n', 'start:\n', 'registration-yearly: there is no reading start'],
  [PROJECTS, 'id: started-on', 'id: started', 'registration-yearly: reading first has no option started'],
  [
    PROJECTS,
    `sinceOpeningForm: ${START}`,
    'sinceOpeningForm: nothing',
    'registration-yearly: there is no rule nothing',
  ],
  [
    PROJECTS,
    `sinceOpeningForm: ${START}`,
    'sinceOpeningForm: scope',
    'rule scope is no deadline of due type after',
  ],
  [SECURITY, 'oweRule: self-inspection-report', 'oweRule: daily-check', 'rule daily-check is no deadline'],
  [PROJECTS, 'step: order-to-rectify', 'step: fine', 'rules[0].deadline.sanctions[0].step: Invalid option'],
  [
    PROJECTS,
    'step: circulated-criticism',
    'step: order-to-rectify',
    `${START}: step order-to-rectify stands twice`,
  ],
  [
    PROJECTS,
    'approval: bureau-leader',
    'approval: boss',
    'rules[0].deadline.sanctions[0].approval: Invalid option',
  ],
  [
    PROJECTS,
    'approval: bureau-leader',
    'approval: auditor',
    `${START}: role auditor decides about no document`,
  ],
  [PROJECTS, 'tell: [项目主管部门]', 'tell: [项目主管单位]', `${START}: nobody can be told as 项目主管单位`],
  [PROJECTS, 'pursuit: ladder', 'pursuit: notify', `${START}: sanctions need pursuit: ladder`],
  // Citations and rows
  [PROJECTS, 'cite: 三(一)五(一)\n', 'cite: HJ 三(一)五(一)\n', `${START}: HJ 三(一)五(一): a section path`],
  [PROJECTS, 'cite: 三(一)五(一)\n', 'cite: 三（一）五\n', `${START}: 三（一）五: a section path`],
  [PROJECTS, 'document: HJ', 'document: XX', 'document: Invalid option'],
  [PROJECTS, 'HJ-029,', 'SX-029,', 'SX-029 belongs to another document than HJ'],
  [PROJECTS, 'HJ-029,', 'HJ-999,', 'HJ-999 is no row of'],
  [PROJECTS, 'status: repealed', 'status: abolished', 'basis[1].status: Invalid option'],
];

/** The line in which the replaced words differ from what stood there. */
function lineOfSlip(text: string, slip: string): number {
  let at = 0;
  while (text[at] === slip[at]) at += 1;
  return slip.slice(0, at).split('\n').length;
}

describe('one slip in a file of the product', () => {
  test('the files are right as they are', () => {
    for (const file of [PROJECTS, SECURITY, GOALS, CASES, DECISIONS])
      expect(problemsOf(file, textOf(file)), file).toEqual([]);
  });

  test.each(slips)('%s: %j written as %j', (file, written, instead, message) => {
    const text = textOf(file);
    expect(text).toContain(written);
    const slip = text.replace(written, () => instead);
    const said = problemsOf(file, slip);
    const there = said.filter((line) => line.includes(message));
    expect(there.length > 0 ? [] : said).toEqual([]);
    expect(there.length).toBeGreaterThan(0);
    const line = lineOfSlip(text, slip);
    // Its own line, or that of the block in which something is missing.
    const near = there.map((problem) => Number(/\.yaml:(\d+): /u.exec(problem)?.[1]) - line);
    expect(Math.min(...near.map(Math.abs)), there.join('\n')).toBeLessThanOrEqual(1);
    expect(there.every((problem) => problem.startsWith(`${pathOf(file)}:`))).toBe(true);
  });
});
