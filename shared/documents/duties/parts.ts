import type { AcceptanceFile } from '../../domain/cases/acceptance.ts';
import type { Party } from '../../domain/register/party.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DeskParts } from '../parts.ts';

/** A person whom the register knows, as forms name them: 张工，电话0745-1234567 */
export interface ContactParts {
  readonly name: string;
  readonly phone?: string | undefined;
}

/** What every form names: whose it is, by when it is handed in, and where the bureau’s procedure asks for it. */
interface FormParts {
  /** 洪江区档案局 */
  readonly bureau: string;
  readonly desk: DeskParts;
  /** The moment of the last change of what it is filled in from. */
  readonly at: Instant;
  readonly contacts: readonly ContactParts[];
}

/** Why a 登记表 is filled in. */
export type Occasion = 'after-start' | 'yearly' | 'after-acceptance';

/** All that the forms of a project are filled in from; equal parts give equal forms. */
export interface ProjectFormParts extends FormParts {
  readonly project: { readonly name: string; readonly code: string | undefined };
  readonly party: Party;
  /** By fact, days `YYYY-MM-DD` and numbers as entered. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The duty that asks for the form; undefined beside the project. */
  readonly duty: { readonly occasion: Occasion | undefined; readonly period: string | undefined } | undefined;
  /** What a check of the regime looks at. */
  readonly checklist: readonly string[];
  /** What the rulebook says of the acceptance. */
  readonly acceptance: {
    readonly file: AcceptanceFile;
    /** 《重点建设项目竣工档案专项验收评分表》, as the source calls it. */
    readonly scoreSheet: string;
    readonly contents: readonly string[];
    readonly steps: readonly string[];
    readonly reports: readonly string[];
    readonly pass: number;
    readonly excellent: number;
    readonly selfScoreMin: number;
    /** 合格, where there is a score. */
    readonly grade: { readonly passed: boolean; readonly name: string } | undefined;
  };
  /** Title and section of the source, by what asks for a form. */
  readonly clauses: { readonly registration: string; readonly application: string; readonly grades: string };
}

/** All that the report of a unit about itself is filled in from. */
export interface UnitFormParts extends FormParts {
  readonly unit: Party;
  /** 机关; undefined while nobody has entered it. */
  readonly nature: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Why the unit owes it: 列入国家专业档案目录, 列入档案登记备份名册. */
  readonly grounds: readonly string[];
  /** The year that it reports on, and the day by which. */
  readonly period: string;
  readonly dueOn: string;
  /** What the source asks the report to say, and what a check looks at. */
  readonly contents: readonly string[];
  readonly checklist: readonly string[];
  readonly clause: string;
}

/** What became of a unit’s report. */
export type ReportState = 'in-time' | 'late' | 'pending' | 'returned' | 'missing' | 'not-due' | 'waived';

/** One unit in a year. */
export interface UnitInYear {
  readonly name: string;
  readonly code: string | undefined;
  /** Neither an organ nor an institution nor state-owned: no circular names it. */
  readonly isPrivate: boolean;
  /** The report that was due; undefined where it owed none. */
  readonly report:
    { readonly state: ReportState; readonly dueOn: string; readonly on: string | undefined } | undefined;
  /** Checks of the regime in the year, what they found, and what of it is not put right. */
  readonly checks: number;
  readonly findings: number;
  readonly unrectified: number;
}

/** What the bureau’s forms about a year are filled in from. */
export interface YearFormParts extends FormParts {
  /** 怀化市档案局 */
  readonly superior: string;
  /** The year that the duty is about. */
  readonly period: string;
  /** The year that the units’ reports are about, where they owe any. */
  readonly reportsOn: string;
  /** Whether units owe reports here at all. */
  readonly hasReports: boolean;
  readonly units: readonly UnitInYear[];
  readonly contents: readonly string[];
  /** What the assessment rests on and no record holds: 档案安全评价, the standards of the list. */
  readonly byHand: readonly string[];
  readonly clause: string;
}
