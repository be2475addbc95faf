import { day } from '../../shared/domain/time/day.ts';
import type { DailyLetter, DutyLetter } from '../../shared/letters/types.ts';

/** Letters as the use cases make them, for the goldens. */
export const reminder: DutyLetter = {
  kind: 'reminder',
  inside: false,
  toLeader: false,
  above: false,
  bureau: '洪江区档案局',
  ask: [{ name: '业务指导科', phone: '0745-7631234', email: 'ywzd@hongjiang.example' }],
  owner: '洪江区教育局',
  party: '洪江区教育局',
  about: undefined,
  addressee: '洪江区教育局',
  onBehalf: false,
  what: '上一年度《档案工作情况自查报告》（30年及永久保管期限档案保存情况、档案数据库运行维护情况）',
  ruleTitle: '报送上一年度《档案工作情况自查报告》',
  period: '2025年度',
  handTo: '洪江区档案局',
  dueOn: day('2026-09-30'),
  dueAt: undefined,
  actBy: day('2026-09-30'),
  extended: false,
  provisional: false,
  workingDaysLeft: 5,
  clause: '洪江区档案局事中事后监管制度 三(三)四(二)',
  basis: [
    {
      instrument: '《中华人民共和国档案法》',
      status: 'amended',
      note: '2020年6月20日修订，2021年1月1日起施行',
    },
    { instrument: '《档案法实施办法》', status: 'repealed', note: '2024年3月1日起由实施条例取代' },
    { instrument: '档案登记备份规章', status: 'unverified' },
  ],
  next: '逾期未提交的，将责令限期改正；逾期仍未改正的，建议任免机关对责任人予以处分。',
  toldBefore: undefined,
  ended: false,
  reason: undefined,
  late: false,
  today: day('2026-09-23'),
};

export const projectForm: DutyLetter = {
  ...reminder,
  owner: '沅江大桥及连接线工程',
  party: '洪江区交通建设投资有限公司',
  about: '沅江大桥及连接线工程',
  addressee: '洪江区交通建设投资有限公司',
  what: '《重点建设项目档案管理登记表》（年度）',
  ruleTitle: '每年填报《重点建设项目档案管理登记表》',
  period: '2026年度',
  dueOn: day('2026-12-31'),
  actBy: day('2026-12-31'),
  clause: '洪江区档案局事中事后监管制度 三(一)五(一)',
  basis: [{ instrument: '《湖南省重点建设项目管理办法》', status: 'unverified', note: '现行效力未核实' }],
  next: '逾期未填报的，将责令及时整改；拒不整改的，按程序予以通报批评。',
};

export const caseFormalities: DutyLetter = {
  ...reminder,
  kind: 'bureau-alert',
  inside: true,
  bureau: '柏乡县人民防空办公室',
  ask: [],
  owner: '柏人防案〔2026〕3号',
  what: '紧急取证后补办法律手续',
  ruleTitle: '紧急取证后补办法律手续',
  period: undefined,
  handTo: undefined,
  clause: '柏乡县事中事后监管制度 (四)三(一)',
  basis: [],
  next: '到期未办理的，依次提醒经办人、办领导和上级主管部门。',
};

export const daily: DailyLetter = {
  bureau: '洪江区档案局',
  today: day('2026-10-08'),
  becameOverdue: [
    {
      owner: '洪江区教育局',
      what: '上一年度《档案工作情况自查报告》',
      period: '2025年度',
      dueOn: day('2026-09-30'),
      note: '已通知单位，责令限期改正文书待审批',
    },
    {
      owner: '洪江区卫生健康局',
      what: '上一年度《档案工作情况自查报告》',
      period: '2025年度',
      dueOn: day('2026-09-30'),
      note: undefined,
    },
  ],
  stillOverdue: [
    {
      owner: '洪江区交通运输局',
      what: '《重点建设项目档案管理登记表》（年度）',
      period: '2025年度',
      dueOn: day('2025-12-31'),
      note: undefined,
    },
  ],
  dueThisWeek: [
    {
      owner: '沅江大桥及连接线工程',
      what: '《重点建设项目档案管理登记表》（开工后）',
      period: undefined,
      dueOn: day('2026-10-10'),
      note: undefined,
    },
  ],
  lateEntries: [
    {
      owner: '城南污水处理厂工程',
      what: '《重点建设项目档案管理登记表》（开工后）',
      period: undefined,
      dueOn: day('2026-06-30'),
      note: '开工日期10月7日补录',
    },
  ],
  reports: [
    {
      owner: '洪江区民政局',
      what: '上一年度《档案工作情况自查报告》',
      period: '2025年度',
      dueOn: day('2026-09-30'),
      note: '9月29日报送',
    },
  ],
  documents: [
    { owner: '洪江区教育局', document: '责令改正通知书', number: undefined, note: '已起草，待审核提请审批' },
  ],
  quotasMissed: [
    {
      title: '档案安全日常检查',
      period: '2026年9月',
      owner: undefined,
      left: '1次',
      conflict: false,
      latestSafeDay: day('2026-09-30'),
    },
  ],
  quotasAtRisk: [
    {
      title: '日常巡查',
      period: '2026年10月',
      owner: '洪江区体育中心',
      left: '2次',
      conflict: false,
      latestSafeDay: day('2026-10-30'),
    },
    {
      title: '档案安全日常检查',
      period: '2026年10月',
      owner: undefined,
      left: '3次',
      conflict: false,
      latestSafeDay: day('2026-09-30'),
    },
  ],
  quotasOwed: [
    {
      title: '电子档案全面检查（年度抽查）',
      period: '2026年度',
      owner: undefined,
      left: '10个检查对象，其中直属单位10家',
      conflict: false,
      latestSafeDay: day('2026-12-18'),
    },
    {
      title: '电子档案专项检查',
      period: '2026年度',
      owner: undefined,
      left: '',
      conflict: true,
      latestSafeDay: undefined,
    },
  ],
  undelivered: [
    {
      owner: '洪江区水利局',
      to: 'dangan@shuili.example',
      channel: 'email',
      what: '逾期事项通知',
      reason: '550 邮箱不存在',
    },
    { owner: '洪江区科学技术局', to: '', channel: 'none', what: '逾期事项通知', reason: '' },
  ],
  channels: [
    '短信自2026年9月29日9时12分起暂停发送（近14日412条中退回45条、投诉0条），到期的通知在恢复后补发',
  ],
};

export const emptyDaily: DailyLetter = {
  ...daily,
  becameOverdue: [],
  stillOverdue: [],
  dueThisWeek: [],
  lateEntries: [],
  reports: [],
  documents: [],
  quotasMissed: [],
  quotasAtRisk: [],
  quotasOwed: [],
  undelivered: [],
  channels: [],
};
