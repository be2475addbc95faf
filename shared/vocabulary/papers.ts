/** What a step is made as, by its name in the API. */
export const paperWords = {
  order: '责令类文书',
  'reminder-letter': '提示函、催报函',
  'letter-to-department': '函告有关部门',
  circular: '内部通报',
  'filing-proposal': '立案建议',
  recommendation: '处理建议',
  report: '报告',
  notice: '通知书',
  opinion: '检查意见书',
  decision: '决定书',
} as const;
export type PaperName = keyof typeof paperWords;

/** What a provision of the law carries; `duty`: what is owed, without a power. */
export const powers = ['duty', 'order', 'opinion', 'notice', 'recommendation', 'letter', 'penalty'] as const;
export type Power = (typeof powers)[number];

export const provisionStateWords = { seen: '已核对条文', unverified: '未核实' } as const;

/**
 * `{office}` 我局, `{owner}` the party, `{named}` the party with the thing that it answers for, `{about}` that thing or,
 * where there is none, the party, `{task}` what is to be done, `{days}` the period.
 */
export type Place = 'office' | 'owner' | 'named' | 'about' | 'task' | 'days';

/** What a paper is laid out as. */
export type Layout =
  | {
      /** To the party; `filing` is a form with a place for each level of approval. */
      readonly as: 'order' | 'opinion' | 'interview' | 'revocation' | 'filing';
      readonly title: string;
      /** The title on the spot, where it is another. */
      readonly titleOnTheSpot?: string;
      /** Titles that differ by regime. */
      readonly titleIn?: Readonly<Record<string, string>>;
      /** Whether a title that the rule itself names stands above those here. */
      readonly ruleNamesTitle?: true;
      /** What the party may contest: 本通知书; none: the paper tells of no remedies. */
      readonly contested?: string;
    }
  | {
      /** A decision on a penalty, with the contents of 行政处罚法第五十九条. */
      readonly as: 'decision';
      readonly title: string;
    }
  | {
      /** 通报 to whomever it circulates. */
      readonly as: 'circular';
      /** Where it is about no party: `{year}` is the year before the one in which it is drafted. */
      readonly subject?: string;
    }
  | {
      /** 报告, upwards. */
      readonly as: 'report';
      readonly above: 'superior' | 'government';
      readonly subject: string;
    }
  | {
      /** 提示函, and 催报函 after it: to the party, asks and threatens nothing. */
      readonly as: 'reminder';
      readonly subject: string;
      /** Where one went before it. */
      readonly again: string;
    }
  | {
      /** 函 to a body that the measure is not directed against. */
      readonly as: 'letter';
      readonly subject: string;
      /** What is still to be filled in while nobody is named. */
      readonly addressee: string;
      readonly ending: string;
      readonly attachments?: readonly string[];
    };

/** What a paper is called, asks for and looks like. */
export interface Form {
  readonly makes: PaperName;
  /** What people call it: short, for lists and letters. */
  readonly name: string;
  /** What a fresh draft asks for, paragraph by paragraph. */
  readonly demand: readonly string[];
  readonly paper: Layout;
}

/** Papers that a measure becomes where the law gives no power over the party. */
export const otherForms = {
  'reminder-letter': {
    makes: 'reminder-letter',
    name: '提示函',
    demand: [
      '请{owner}自收到本函之日起{days}日内{task}；已经办理或者有困难的，请将有关情况告知{office}。',
      '本函仅作提示，不另行设定义务。',
    ],
    paper: { as: 'reminder', subject: '关于{matter}的提示函', again: '关于{matter}的催报函' },
  },
  'letter-to-department': {
    makes: 'letter-to-department',
    name: '情况告知函',
    demand: ['现将{named}有关情况函告贵单位，请按职责予以处理或者督促，并将有关情况函告{office}。'],
    paper: {
      as: 'letter',
      subject: '关于{named}有关情况的函',
      addressee: '有关主管部门或者出资人',
      ending: '特此函告。',
    },
  },
} as const satisfies Readonly<Partial<Record<PaperName, Form>>>;
