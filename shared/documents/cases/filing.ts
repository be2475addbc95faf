import type { CaseBody } from '../../domain/cases/event.ts';
import { filingChain, levelText } from '../../domain/cases/chain.ts';
import { caseFileOf, type CaseEntry, type CaseFile, type Level } from '../../domain/cases/file.ts';
import { named } from '../../domain/cases/rules.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { bodyOfLast, partyOf, type CaseParts } from './parts.ts';
import { officerText, type FilingParts, type Opinion } from '../escalations/filing.ts';
import { linesOf, toFill } from '../escalations/phrases.ts';

/** What a 立案审批表 says of a case whose filing was proposed. */
export function caseFiling(parts: CaseParts): FilingParts {
  const { entries } = parts;
  const file = caseFileOf(entries);
  const proposal = bodyOfLast(entries, 'filing-proposal');
  const discovery = bodyOfLast(entries, 'discovery-record');
  const discovered = parts.discoveredOn ?? (file.discovered === undefined ? undefined : day(file.discovered));
  return {
    number: undefined,
    cause: parts.cause,
    source: proposal?.source ?? (discovery ? '现场检查（勘查）发现' : toFill('案件来源')),
    discovered: discovered === undefined ? toFill('发现时间') : chineseDay(discovered),
    party: partyOf(parts),
    address: parts.address,
    summary: linesOf(proposal?.text ?? discovery?.text ?? toFill('案情摘要')),
    grounds: linesOf(proposal?.legalBasis ?? toFill('立案依据')),
    procedure: [parts.conditionsClause, ...(proposal ? met(parts, proposal) : [])],
    officers: (proposal?.officers ?? []).map(({ name, certificate }) => officerText(name, certificate)),
    papers: papersOf(proposal?.documents ?? [], discovery?.documents ?? []),
    officersOpinion: { said: ['建议立案。'], on: proposal && chineseDay(day(proposal.on)) },
    levels: levelsOf(parts, file),
  };
}

/** The conditions that are met and the situation, by the words of the source. */
function met({ rules }: CaseParts, proposal: Extract<CaseBody, { event: 'filing-proposal' }>): string[] {
  const { conditions = [], situations = [] } = rules.conditions.procedure ?? {};
  const there = conditions.filter((one) =>
    proposal.conditions.some((given) => named(conditions, given) === one),
  );
  const situation = proposal.situation === undefined ? undefined : named(situations, proposal.situation);
  return [
    ...(there.length === 0 ? [] : [`符合立案条件：${there.join('；')}。`]),
    ...(situation === undefined ? [] : [`应当立案的情形：${situation}。`]),
  ];
}

/** What goes with the form, the form itself aside. */
function papersOf(...lists: readonly (readonly string[])[]): string[] {
  const titles = new Set(lists.flat().filter((title) => !title.includes('立案审批表')));
  return titles.size === 0 ? [] : [[...titles].join('、')];
}

const levelEvents = {
  'filing-review': 'review',
  'filing-legal-review': 'legal-review',
  'filing-approval': 'approval',
  'filing-refusal': 'approval',
} as const satisfies Partial<Record<CaseBody['event'], Level['kind']>>;

const isLevelEvent = (event: string): event is keyof typeof levelEvents => event in levelEvents;

/** Every level of the chain with what it said of the last proposal; a return in a row of its own. */
function levelsOf({ entries, rules }: CaseParts, file: CaseFile): FilingParts['levels'] {
  const from = entries.findLastIndex(({ body }) => body.event === 'filing-proposal');
  const own = entries.slice(from);
  const chain = filingChain(file, rules);
  const said = (kind: Level['kind']): Opinion => {
    const entry = own.findLast(({ body }) => isLevelEvent(body.event) && levelEvents[body.event] === kind);
    return entry ? { ...opinionOf(entry, file), deputy: entry.by.deputyFor !== undefined } : { said: [] };
  };
  return [
    ...(chain?.levels ?? []).map((kind) => ({ title: levelText(rules.filing, kind), ...said(kind) })),
    ...own.flatMap((entry) =>
      entry.body.event === 'filing-return' ? [{ title: '退回情况', ...opinionOf(entry, file) }] : [],
    ),
  ];
}

function opinionOf({ at, body }: CaseEntry, { officers }: CaseFile): Opinion {
  switch (body.event) {
    case 'filing-review':
    case 'filing-legal-review':
      return { said: linesOf(body.opinion) };
    case 'filing-approval':
      return {
        said: [...linesOf(body.reason), `指定承办人员：${officers.map(({ name }) => name).join('、')}。`],
        on: chineseDay(day(body.on)),
      };
    case 'filing-refusal':
      return { said: linesOf(`不批准立案：${body.reason}`), on: chineseDay(dayOf(at)) };
    case 'filing-return':
      return { said: linesOf(`退回补充材料：${body.reason}`), on: chineseDay(dayOf(at)) };
    default:
      return { said: [] };
  }
}
