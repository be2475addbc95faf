/**
 * A body for each operation that takes one, as an office of Hongjiang would send it.
 * `test/api/examples.test.ts` sends every one to the product. The ids are those that the subjects of the story
 * get from their codes.
 */
const UNIT = '6vaxsljbk3czf27nvw5u4y3azy';
const SUCCESSOR = 'e73vszu35ogr7jbhjs4apmvzdq';

export const examples: Readonly<Record<string, unknown>> = {
  setOverride: {
    figures: { checks: 2, targetsPerCheck: 3 },
    issuedBy: '怀化市档案局',
    documentNumber: '怀档〔2026〕4号',
    from: '2026-01-01',
    to: '2026-12-31',
  },
  changeSettings: {
    trackFrom: '2026-01-01',
    sendHour: 9,
    quietHours: { from: '22:00', to: '08:00' },
    alerts: { superiors: ['office@superior.example.com'], leaderAfterWorkingDays: 3 },
    papers: {
      address: '洪江区沅江路1号',
      telephone: '0745-7654321',
      contact: '王科员',
      court: '某区人民法院',
      bank: '某银行某支行',
      bankAccount: '1010 2020 3030',
      numbering: { 'order-to-rectify': '洪档责〔{year}〕{n}号' },
      bodies: { 信息和网络安全主管部门: '区委网信办' },
    },
  },
  replaceStaff: [
    {
      sub: 'officer',
      name: '王科员',
      role: 'bureau-officer',
      email: 'officer@bureau.example.com',
      certificate: { number: '湘档执001', validUntil: '2028-12-31' },
    },
    { sub: 'leader', name: '李局长', role: 'bureau-leader', email: 'leader@bureau.example.com' },
    { sub: 'jurist', name: '孙法制', role: 'bureau-officer', duties: ['legal-officer'] },
  ],
  draftAssessmentCircular: {},
  enterWorkCalendar: {
    holidays: [
      ['2023-01-01', '2023-01-02'],
      ['2023-01-21', '2023-01-22', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26', '2023-01-27'],
      ['2023-04-05'],
      ['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03'],
      ['2023-06-22', '2023-06-23', '2023-06-24'],
      ['2023-09-29', '2023-09-30', '2023-10-01', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05'],
      ['2023-10-06'],
    ].flat(),
    workdays: [
      '2023-01-28',
      '2023-01-29',
      '2023-04-23',
      '2023-05-06',
      '2023-06-25',
      '2023-10-07',
      '2023-10-08',
    ],
    source: '国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）',
  },
  createSubject: {
    kind: 'project',
    name: '沅江大桥及连接线工程',
    code: 'ZD-2026-01',
    parties: [{ relation: 'construction-unit', subjectId: UNIT }],
    facts: { startedOn: '2026-01-15' },
    contacts: [
      { name: '陈工', email: 'bridge@unit.example.com', mobile: '13800000001', role: '项目资料负责人' },
    ],
  },
  changeSubject: {
    facts: { plannedCompletionAcceptanceOn: '2027-12-01' },
    contacts: [{ name: '赵工', email: 'archive@unit.example.com' }],
  },
  retireSubject: { on: '2026-07-13', successorId: SUCCESSOR },
  enterEvent: {
    event: 'application',
    on: '2026-07-13',
    parts: [1, 2, 3, 4, 5, 6],
    selfScore: 88.5,
  },
  fulfilObligation: { on: '2026-07-10', document: '洪交函〔2026〕12号', note: '书面报告一份，已加盖公章' },
  decideReport: { decision: 'return', reason: '缺少数据库运行维护情况' },
  waiveObligation: { reason: '该单位已并入区发展和改革局，由其一并报送' },
  extendObligation: { until: '2026-10-30', reason: '单位搬迁，书面申请延期' },
  confirmObligation: {},
  fulfilObligations: [
    { obligationId: `${UNIT}.ezv7bfd7l2wov`, on: '2026-07-10', document: '洪发改函〔2026〕7号' },
  ],
  previewObligations: {
    jurisdiction: 'hongjiang',
    subject: { kind: 'project', facts: { startedOn: '2026-01-15' } },
    from: '2026-01-01',
    to: '2026-12-31',
  },
  createEscalation: {
    step: 'order-to-rectify',
    subjectId: UNIT,
    ruleId: 'archives-security/problem-found',
    text: '检查发现库房消防设施失效。责令你单位限期整改，并书面报告整改情况。',
  },
  changeEscalation: {
    text: '检查发现库房消防设施失效、温湿度没有记录。责令你单位限期整改，并书面报告整改情况。',
    rectifyBy: '2026-09-30',
  },
  hearHolder: {
    notice: { servedOn: '2026-07-01', method: 'personal', receivedBy: '张主任' },
    statement: { received: false },
  },
  proposeEscalation: {},
  decideEscalation: { decision: 'approve', reason: '事实清楚，同意' },
  giveLegalWord: { word: 'agree', reason: '所填条款的文本已调阅，现行有效，同意印发' },
  issueEscalation: { number: '洪档责〔2026〕1号', on: '2026-07-13' },
  serveEscalation: { on: '2026-07-13', method: 'personal', receivedBy: '张主任' },
  withdrawEscalation: { reason: '文书制作有误，另行制发' },
  correctEscalation: { reason: '联系电话有误', text: '联系电话更正为0745-7654321。' },
  recordCompliance: { on: '2026-07-13', note: '复查合格' },
  recordInspection: {
    regime: 'electronic-archives',
    at: '2026-07-13T09:30:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: [UNIT],
    officers: [
      { name: '王科员', certificate: '湘档执001' },
      { name: '刘科员', certificate: '湘档执002' },
    ],
    checklist: [{ item: '电子档案备份', result: '备份一套，没有异地保存' }],
    findings: [
      {
        subjectId: UNIT,
        text: '电子档案没有异地备份',
        severity: 'minor',
        handling: '当场指出，限期整改',
        rectifyBy: '2026-08-14',
      },
    ],
    signatures: [{ subjectId: UNIT, by: '张主任' }],
  },
  correctInspection: {
    reason: '检查结果漏记一项',
    checklist: [
      { item: '电子档案备份', result: '备份一套，没有异地保存' },
      { item: '管理制度', result: '已建立' },
    ],
  },
  planVisit: {
    regime: 'electronic-archives',
    on: '2026-07-20',
    mode: 'on-site',
    targets: [UNIT],
    officers: [{ name: '王科员' }, { name: '刘科员', certificate: '湘档执002' }],
    materials: ['电子档案管理制度', '备份记录'],
    joined: [{ body: '洪江区数据局', as: 'assistance', part: '协助查看备份系统' }],
  },
  changeVisit: { on: '2026-07-21', place: '区教育局档案室' },
  decideVisit: { decision: 'approve', reason: '同意检查' },
  notifyVisit: { number: '洪档检通〔2026〕1号', on: '2026-07-13' },
  decideQuota: { period: '2026', follow: 'ratio', reason: '监管单位不足100家，经局务会议研究按比例执行' },
  commitDraw: { ruleId: 'archives-security/special-check', size: 1, beacon: { kind: 'local' } },
  revealDraw: {},
  replaceDrawn: { subjectId: UNIT, reason: '该单位正在搬迁，库房封存' },
  abandonDraw: { reason: '名册有误，重新抽取' },
  resendNotice: {},
  resendNotices: { status: 'failed', from: '2026-07-01', to: '2026-07-31' },
  makeFeed: { name: '我的待办', subjectId: UNIT },
};
