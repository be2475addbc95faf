import { keysOf, tableOf } from './table.ts';

/**
 * The kinds of subjects with their traits and facts, one entry each. The API, rosters, templates, spreadsheets
 * and the forms of the console follow from it.
 */

/** What offices write instead of the product’s name. The first is shown and written. */
export type Words = readonly [string, ...string[]];

export type FactType = 'day' | 'instant' | 'days' | 'number' | 'number-by-year' | 'text' | 'flag' | 'choice';

export interface Fact {
  readonly type: FactType;
  readonly words: Words;
  /** A day from which nothing is counted. It may be before the calendar begins. */
  readonly early?: true;
  /** The largest number. */
  readonly max?: number;
  /** The values of a choice. */
  readonly options?: Readonly<Record<string, Words>>;
}

interface Kind {
  readonly words: Words;
  readonly traits: readonly Trait[];
  readonly facts: Readonly<Record<string, Fact>>;
}

/** The offices of a bureau. */
export const offices = {
  archives: ['档案', '档案科', '档案股'],
  'civil-defence': ['人防', '人民防空', '人防工程股'],
  'legal-affairs': ['法制', '法制审查股'],
} as const satisfies Readonly<Record<string, Words>>;

export const levels = {
  province: ['省', '省级'],
  city: ['市', '市级', '设区的市'],
  county: ['县', '县级', '区', '县（市、区）'],
} as const satisfies Readonly<Record<string, Words>>;

export const sides = { individual: ['个人', '公民'], unit: ['单位', '法人'] } as const satisfies Readonly<
  Record<string, Words>
>;

const traits = {
  direct: ['直属单位', '直属', '直管单位'],
  'professional-archives': ['专业档案', '有专业档案'],
  'backup-register': ['登记备份', '电子档案登记备份'],
  'long-retention': ['保管期限三十年或者永久', '长期保管', '长期保存'],
  'vital-database': ['重要数据库'],
  'key-monitored': ['重点监管', '重点监控'],
  'transfer-scope': ['移交进馆范围', '进馆范围', '移交范围'],
  enterprise: ['企业'],
  'civil-defence-responsible': ['人防责任单位'],
  key: ['重点', '重点许可'],
  behind: ['进度滞后', '滞后'],
} as const satisfies Readonly<Record<string, Words>>;

type Trait = keyof typeof traits;

const office = { words: ['科室', '承办机构', '承办科室'], type: 'choice', options: offices } as const;

const table = {
  unit: {
    words: ['单位', '立档单位', '机关单位', '档案室'],
    traits: [
      'direct',
      'professional-archives',
      'backup-register',
      'long-retention',
      'vital-database',
      'key-monitored',
      'transfer-scope',
      'enterprise',
      'civil-defence-responsible',
    ],
    facts: {
      professionalCatalogueSince: {
        words: ['列入国家专业档案目录日期', '专业档案目录起始日期', '专业档案目录起算日'],
        type: 'day',
      },
      volumes: {
        words: [
          '馆（室）藏数量（卷、件）',
          '档案数量（卷）',
          '档案数量',
          '卷数',
          '馆藏数量',
          '馆藏',
          '馆藏（卷）',
          '馆藏（卷、件）',
          '馆藏（卷/件）',
          '馆藏量',
          '馆藏量（卷）',
          '馆藏档案',
          '馆藏档案（卷）',
          '室藏',
          '室藏（卷）',
          '室藏量',
          '室藏量（卷）',
          '室藏数量',
          '室藏档案（卷）',
          '室存档案（卷）',
          '案卷数',
          '案卷数量',
          '档案数量（卷、件）',
          '档案数量（卷/件）',
          '档案总数（卷）',
        ],
        type: 'number',
      },
      address: {
        words: [
          '住所',
          '地址',
          '单位地址',
          '住所地',
          '注册地址',
          '办公地址',
          '单位住所',
          '通讯地址',
          '通信地址',
        ],
        type: 'text',
      },
      representative: {
        words: ['法定代表人', '法定代表人（负责人）', '法人代表', '单位负责人', '主要负责人'],
        type: 'text',
      },
    },
  },
  project: {
    words: ['建设项目', '项目', '重点项目', '重点建设项目', '工程'],
    traits: [],
    facts: {
      startedOn: { words: ['开工日期', '开工时间', '开始日期'], type: 'day' },
      plannedCompletionAcceptanceOn: { words: ['计划竣工验收日期', '计划竣工验收时间'], type: 'day' },
      archivesAcceptedOn: { words: ['档案验收日期', '档案验收时间'], type: 'day' },
      acceptanceScore: { words: ['档案验收得分', '验收得分'], type: 'number', max: 100 },
      selfScore: { words: ['自评得分', '自检得分'], type: 'number', max: 100 },
      competentDepartment: { words: ['行业主管部门', '项目主管部门'], type: 'text' },
    },
  },
  equipment: {
    words: ['设备', '档案设备'],
    traits: ['key-monitored'],
    facts: {},
  },
  'civil-defence-work': {
    words: ['人防工程', '人民防空工程'],
    traits: [],
    facts: {
      approvedUse: { words: ['批准用途', '审批用途'], type: 'text' },
      builtOn: { words: ['建成日期', '竣工日期'], type: 'day', early: true },
    },
  },
  permit: {
    words: ['行政许可', '许可', '档案处置许可'],
    traits: ['key'],
    facts: {
      grantedOn: { words: ['许可日期', '批准日期', '发证日期'], type: 'day' },
      permitKind: {
        words: ['许可事项', '许可种类'],
        type: 'choice',
        options: {
          sale: ['出卖', '转让', '出售'],
          export: ['出境', '携运出境'],
          copies: ['提供复制件', '复制件', '复制'],
        },
      },
    },
  },
  case: {
    words: ['案件', '行政处罚案件', '违法案件'],
    traits: [],
    facts: {
      office: office,
      discoveredOn: { words: ['发现日期'], type: 'day' },
      occurredOn: { words: ['发生日期', '违法行为发生日期'], type: 'day' },
      evidenceSecuredAt: {
        words: ['证据先行登记保存时间', '先行登记保存时间', '证据保存时间'],
        type: 'instant',
      },
      filedOn: { words: ['立案日期'], type: 'day' },
      party: {
        words: ['当事人', '当事人类型'],
        type: 'choice',
        options: sides,
      },
      fine: { words: ['罚款金额（元）', '罚款金额'], type: 'number' },
      fineMaximum: {
        words: ['法定罚款上限（元）', '法定最高罚款额（元）', '法定最高罚款额'],
        type: 'number',
      },
      major: { words: ['重大案件', '是否重大'], type: 'flag' },
    },
  },
  'compilation-task': {
    words: ['编纂任务', '编研任务', '编研'],
    traits: ['behind'],
    facts: {
      plannedOn: { words: ['计划完成日期'], type: 'day' },
      deliveredOn: { words: ['交付日期', '实际完成日期'], type: 'day' },
    },
  },
  'reconsideration-decision': {
    words: ['行政复议决定', '复议决定'],
    traits: [],
    facts: {
      decidedOn: { words: ['决定日期', '复议决定日期'], type: 'day' },
      outcome: {
        words: ['决定结果', '复议结果'],
        type: 'choice',
        options: {
          upheld: ['维持'],
          'duty-ordered': ['责令履行', '责令履行法定职责'],
          revoked: ['撤销'],
          unlawful: ['确认违法'],
          changed: ['变更'],
        },
      },
    },
  },
  'enforcement-organ': {
    words: ['执法机关', '行政执法机关'],
    traits: [],
    facts: {},
  },
  archivist: {
    words: ['档案工作人员', '档案人员', '档案员'],
    traits: [],
    facts: {
      startedWorkOn: { words: ['上岗日期', '到岗日期'], type: 'day', early: true },
      certifiedOn: { words: ['取得证书日期', '持证日期'], type: 'day', early: true },
      classHours: { words: ['各年度培训学时'], type: 'number-by-year' },
    },
  },
  government: {
    words: ['人民政府', '政府', '地方政府'],
    traits: [],
    facts: {
      level: { words: ['政府层级', '层级'], type: 'choice', options: levels },
      archiveFloorArea: { words: ['档案馆建筑面积（平方米）', '档案馆面积'], type: 'number' },
      heardOn: { words: ['听取档案工作汇报的日期', '听取汇报日期'], type: 'days' },
    },
  },
  bureau: {
    words: ['主管部门', '档案主管部门', '本局'],
    traits: [],
    facts: {
      office: office,
    },
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type SubjectKind = keyof typeof table;

export const kinds: Readonly<Record<SubjectKind, Kind>> = table;

export const subjectKinds = keysOf(table);

export const kindWords = tableOf(subjectKinds, (kind) => kinds[kind].words);

export const traitWords: Readonly<Record<string, Words>> = traits;

/** Every fact by its name. A name means the same for every kind that has it. */
export const facts: Readonly<Record<string, Fact>> = Object.fromEntries(
  subjectKinds.flatMap((kind) => Object.entries(kinds[kind].facts)),
);

/** The first word of each: the one that is shown. */
export const firstWords = <K extends string>(words: Readonly<Record<K, Words>>): Record<K, string> =>
  tableOf(keysOf(words), (name) => words[name][0]);

export const factWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(facts).map(([name, { words }]) => [name, words[0]]),
);
