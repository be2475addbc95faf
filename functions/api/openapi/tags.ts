interface Tag {
  readonly name: string;
  readonly description: string;
  /** The first segments of its paths, below `/v1/jurisdictions/{j}`, `/v1` or `/`. */
  readonly segments: readonly string[];
}

/** The topics of the operations, in the order in which a reader meets them. */
const subjects: readonly Tag[] = [
  {
    name: 'Jurisdictions',
    description: 'Bureaus, the rules in force there and superiors’ figures (地区、规则、上级指标)',
    segments: ['jurisdictions', 'rules', 'overrides'],
  },
  {
    name: 'Settings',
    description: 'A bureau’s own figures, its people and the working days of a year (设置、人员、工作日历)',
    segments: ['settings', 'staff', 'work-calendar', 'checklist'],
  },
  {
    name: 'People',
    description:
      'Who works at a bureau, a superior or a unit, who is signed in, and programs that ask by themselves (人员、登录、程序接入)',
    segments: ['people', 'sessions', 'sign-ins', 'clients'],
  },
  {
    name: 'Subjects',
    description: 'Units, projects, cases and other subjects of supervision, with their stages (监管对象)',
    segments: ['subjects'],
  },
  {
    name: 'Imports',
    description: 'Subjects from a spreadsheet, and empty rosters to fill in (名册导入)',
    segments: ['imports', 'import-templates'],
  },
  {
    name: 'Obligations',
    description:
      'Duties with their due days, how the days were computed, and how the duties were fulfilled (法定事项)',
    segments: ['obligations', 'fulfilments', 'preview', 'answers'],
  },
  {
    name: 'Escalations',
    description: 'What follows a missed deadline: drafts, decisions, documents, the ledger (督办与处理)',
    segments: ['escalations', 'ledger', 'legal-papers'],
  },
  {
    name: 'Inspections',
    description: 'Planned checks and records of checks (检查安排、检查记录)',
    segments: ['inspections', 'visits'],
  },
  {
    name: 'Quotas',
    description: 'How many checks are required, done and still owed, and a plan for them (检查指标)',
    segments: ['quotas'],
  },
  {
    name: 'Draws',
    description: 'Random selections that anybody can verify (双随机抽取)',
    segments: ['draws'],
  },
  {
    name: 'Notices',
    description: 'What was sent to whom, and whether it arrived (通知)',
    segments: ['notices'],
  },
  {
    name: 'Status',
    description: 'The state of a subject or a bureau, and whether the server is up (状态)',
    segments: ['status', 'health'],
  },
  {
    name: 'Feeds',
    description: 'Deadlines in calendar programs (日历订阅)',
    segments: ['feeds', 'calendars'],
  },
  { name: 'Exports', description: 'Lists as spreadsheets (表格导出)', segments: ['exports'] },
];

export const tags = subjects.map(({ name, description }) => ({ name, description }));

/** The one tag of a path. Throws when no tag names its segment: add a line above for a new topic. */
export function tagOf(path: string): string {
  const [segment = 'jurisdictions'] = path
    .replace(/^\/v1(?:\/jurisdictions(?:\/\{j\}|$))?/, '')
    .split('/')
    .filter((part) => part !== '');
  const found = subjects.find(({ segments }) => segments.includes(segment));
  if (!found) throw new Error(`${path} has no tag: enter "${segment}" in functions/api/openapi/tags.ts`);
  return found.name;
}
