import type { SubjectKind } from '../rules/schema.ts';

/** What offices write in place of the contract’s names. The first of each is what templates and exports write. */

export const kindWords: Readonly<Record<SubjectKind, readonly [string, ...string[]]>> = {
  unit: ['单位', '立档单位', '机关单位', '档案室'],
  project: ['建设项目', '项目', '重点项目', '重点建设项目', '工程'],
  equipment: ['设备', '档案设备'],
  'civil-defence-work': ['人防工程', '人民防空工程'],
  permit: ['行政许可', '许可', '档案处置许可'],
  case: ['案件', '行政处罚案件', '违法案件'],
  'compilation-task': ['编纂任务', '编研任务', '编研'],
  'reconsideration-decision': ['行政复议决定', '复议决定'],
  'enforcement-organ': ['执法机关', '行政执法机关'],
  archivist: ['档案工作人员', '档案人员', '档案员'],
  government: ['人民政府', '政府', '地方政府'],
  bureau: ['主管部门', '档案主管部门', '本局'],
};

export const traitWords: Readonly<Record<string, readonly [string, ...string[]]>> = {
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
};

export const factWords: Readonly<Record<string, readonly [string, ...string[]]>> = {
  professionalCatalogueSince: ['列入国家专业档案目录日期', '专业档案目录起始日期', '专业档案目录起算日'],
  volumes: ['馆（室）藏数量（卷、件）', '档案数量（卷）', '档案数量', '卷数', '馆藏数量'],
  startedOn: ['开工日期', '开工时间', '开始日期'],
  plannedCompletionAcceptanceOn: ['计划竣工验收日期', '计划竣工验收时间'],
  archivesAcceptedOn: ['档案验收日期', '档案验收时间'],
  acceptanceScore: ['档案验收得分', '验收得分'],
  selfScore: ['自评得分', '自检得分'],
  competentDepartment: ['行业主管部门', '项目主管部门'],
  approvedUse: ['批准用途', '审批用途'],
  builtOn: ['建成日期', '竣工日期'],
  grantedOn: ['许可日期', '批准日期', '发证日期'],
  permitKind: ['许可事项', '许可种类'],
  office: ['科室', '承办机构', '承办科室'],
  discoveredOn: ['发现日期'],
  occurredOn: ['发生日期', '违法行为发生日期'],
  evidenceSecuredAt: ['证据先行登记保存时间', '先行登记保存时间', '证据保存时间'],
  filedOn: ['立案日期'],
  party: ['当事人', '当事人类型'],
  fine: ['罚款金额（元）', '罚款金额'],
  fineMaximum: ['法定罚款上限（元）', '法定最高罚款额（元）', '法定最高罚款额'],
  major: ['重大案件', '是否重大'],
  plannedOn: ['计划完成日期'],
  deliveredOn: ['交付日期', '实际完成日期'],
  decidedOn: ['决定日期', '复议决定日期'],
  outcome: ['决定结果', '复议结果'],
  startedWorkOn: ['上岗日期', '到岗日期'],
  certifiedOn: ['取得证书日期', '持证日期'],
  level: ['政府层级', '层级'],
  archiveFloorArea: ['档案馆建筑面积（平方米）', '档案馆面积'],
  heardOn: ['听取档案工作汇报的日期', '听取汇报日期'],
};

/** `classHours.2026`, also written 2026年学时. */
export const classHoursHeading =
  /^(?:facts\.)?classhours\.(\d{4})$|^(\d{4})年?(?:度)?(?:继续教育)?学时(?:数)?$/u;

export const valueWords: Readonly<Record<string, Readonly<Record<string, readonly [string, ...string[]]>>>> =
  {
    permitKind: {
      sale: ['出卖', '转让', '出售'],
      export: ['出境', '携运出境'],
      copies: ['提供复制件', '复制件', '复制'],
    },
    office: {
      archives: ['档案', '档案科', '档案股'],
      'civil-defence': ['人防', '人民防空', '人防工程股'],
      'legal-affairs': ['法制', '法制审查股'],
    },
    party: { individual: ['个人', '公民'], unit: ['单位', '法人'] },
    outcome: {
      upheld: ['维持'],
      'duty-ordered': ['责令履行', '责令履行法定职责'],
      revoked: ['撤销'],
      unlawful: ['确认违法'],
      changed: ['变更'],
    },
    level: {
      province: ['省', '省级'],
      city: ['市', '市级', '设区的市'],
      county: ['县', '县级', '区', '县（市、区）'],
    },
  };

export const columnWords = {
  kind: ['类别', '类型', '种类', '对象类别', '监管对象类别', '主体类别'],
  name: ['名称', '单位名称', '项目名称', '工程名称', '设备名称', '案件名称', '机关名称', '全称', '姓名'],
  code: [
    '代码',
    '统一社会信用代码',
    '单位代码',
    '项目代码',
    '机构代码',
    '组织机构代码',
    '编码',
    '编号',
    '案号',
  ],
  parent: ['上级单位', '上级', '主管单位', '所属单位', '建设单位', '隶属单位', '上级代码', '上级名称'],
  traits: ['特征', '标签', '属性'],
  /** Of a subject that was retired: it is compared, never changed. */
  retired: ['注销日期'],
} as const;

/** Of the first contact; `2` and so on after the word for the others. */
export const contactWords = {
  name: ['联系人', '联系人姓名', '经办人', '档案负责人'],
  email: ['电子邮箱', '邮箱', '电子邮件', '联系人邮箱', 'e-mail'],
  mobile: ['手机号码', '手机', '手机号', '联系电话', '电话', '联系人手机', '联系人电话'],
  role: ['职务', '联系人职务', '岗位'],
} as const;
