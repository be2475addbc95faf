import { keysOf, tableOf } from './table.ts';

/**
 * The forms that belong to a duty or to a project: what somebody fills in and hands in, and what the bureau
 * fills in about it. The API’s `form`, the names and the console’s lists follow from an entry;
 * `shared/documents/duties/builders.ts` lays it out.
 */

export interface DutyFormEntry {
  readonly name: string;
  /** The rules of the duties beside which it is offered. */
  readonly duties: readonly string[];
  /** Handed out to the unit that owes the duty. */
  readonly unit?: true;
}

const projects = 'key-project-archives';
const security = 'archives-security';

const ofProjects = {
  'registration-form': {
    name: '重点建设项目档案管理登记表',
    duties: [
      `${projects}/registration-after-start`,
      `${projects}/registration-yearly`,
      `${projects}/registration-after-acceptance`,
    ],
    unit: true,
  },
  'acceptance-application': {
    name: '建设项目竣工档案专项验收申请报告',
    duties: [`${projects}/acceptance-application`],
    unit: true,
  },
  'score-sheet': {
    name: '重点建设项目竣工档案专项验收评分表',
    duties: [`${projects}/acceptance-application`],
    unit: true,
  },
  'acceptance-group': { name: '档案专项验收组成员名单', duties: [] },
  'acceptance-opinion': { name: '重点建设项目档案验收意见', duties: [] },
} as const satisfies Readonly<Record<string, DutyFormEntry>>;

const ofUnits = {
  'self-inspection-report': {
    name: '档案工作情况自查报告',
    duties: [`${security}/self-inspection-report`],
    unit: true,
  },
} as const satisfies Readonly<Record<string, DutyFormEntry>>;

/** Filled in by the bureau from what the units of a year have reported and what its checks have found. */
const ofYears = {
  'self-inspection-summary': {
    name: '档案安全年度工作自查审核汇总表',
    duties: [`${security}/self-inspection-summary`],
  },
  'self-inspection-summary-report': {
    name: '档案安全年度工作自查审核情况报告',
    duties: [`${security}/self-inspection-summary`],
  },
  'assessment-sheet': {
    name: '档案安全年度考核表',
    duties: [`${security}/annual-assessment`],
  },
} as const satisfies Readonly<Record<string, DutyFormEntry>>;

/** Filled in from the decisions of a half-year. */
const ofCases = {
  'major-penalty-list': {
    name: '重大行政处罚决定备案目录',
    duties: ['archives-cases/major-penalty-report', 'civil-defence-cases/major-penalty-report'],
  },
} as const satisfies Readonly<Record<string, DutyFormEntry>>;

const table = { ...ofProjects, ...ofUnits, ...ofYears, ...ofCases } as const;

export type ProjectForm = keyof typeof ofProjects;
export type YearForm = keyof typeof ofYears;
export type DutyForm = keyof typeof table;

export const projectForms = keysOf(ofProjects);
export const isProjectForm = (form: DutyForm): form is ProjectForm => Object.hasOwn(ofProjects, form);
export const isYearForm = (form: DutyForm): form is YearForm => Object.hasOwn(ofYears, form);

export const dutyFormTable: Readonly<Record<DutyForm, DutyFormEntry>> = table;

export const dutyForms = keysOf(table);

export const dutyFormNames: Readonly<Record<DutyForm, string>> = tableOf(
  dutyForms,
  (form) => table[form].name,
);

/** The forms of a duty, in the order in which they are filled in; for a unit, those that it fills in itself. */
export const formsOfDuty = (ruleId: string, forUnit: boolean): readonly DutyForm[] =>
  dutyForms.filter(
    (form) => dutyFormTable[form].duties.includes(ruleId) && (!forUnit || dutyFormTable[form].unit === true),
  );

/** The forms offered beside a project itself. */
export const formsOfProject = (forUnit: boolean): readonly ProjectForm[] =>
  projectForms.filter((form) => !forUnit || dutyFormTable[form].unit === true);
