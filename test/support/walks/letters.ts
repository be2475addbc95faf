import * as answers from '../../../shared/contract/answers.ts';
import { escalation as answer } from '../../../shared/contract/escalations.ts';
import { bureauOf, contactAt } from '../bureaus/bureau.ts';
import { enterPapers } from '../bureaus/papers.ts';
import type { Client } from '../product/client.ts';
import type { TestServer } from '../product/server.ts';

/** One thing that is done on a day, with all that leaves in consequence. */
interface Deed {
  readonly on: string;
  readonly act: () => Promise<unknown>;
}

export const START = '2026-02-02T10:00:00+08:00';
const certified = (number: string) => ({ number, validUntil: '2030-12-31' });

const checkers = [
  { name: '王科员', certificate: '执法证0001' },
  { name: '刘科员', certificate: '执法证0002' },
];

const staffOf = (place: string, office: 'archives' | 'civil-defence') => [
  {
    sub: 'officer',
    name: '王科员',
    role: 'bureau-officer',
    office,
    email: `officer@${place}.example.com`,
    certificate: certified('执法证0001'),
  },
  { sub: 'leader', name: '李局长', role: 'bureau-leader', office, email: `leader@${place}.example.com` },
];

/** A bureau with an officer, a leader and a superior who are written to. */
async function staffed(server: TestServer, place: string, office: 'archives' | 'civil-defence') {
  const bureau = await bureauOf(server, place, office);
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staffOf(place, office));
  await enterPapers(server, place);
  await bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, {
    alerts: { superiors: [`superior@${place}.example.com`] },
  });
  const as = (sub: string, role: 'bureau-officer' | 'bureau-leader') =>
    server.as({ jurisdiction: place, role, office, sub });
  const hands = {
    officer: await as('officer', 'bureau-officer'),
    leader: await as('leader', 'bureau-leader'),
  };
  return { bureau, hands };
}

type Staffed = Awaited<ReturnType<typeof staffed>>;

interface Taken {
  readonly id: string;
  readonly act: (act: string, body: object, by?: Client) => Promise<unknown>;
}

/** A paper by the duty that it follows from, or drafted by hand. */
async function paper({ bureau, hands }: Staffed, what: { obligationId: string } | object) {
  const at = `${bureau.path}/escalations`;
  const found =
    'obligationId' in what
      ? (await hands.officer.all(answer, `${at}?obligationId=${what.obligationId}&status=draft`))[0]
      : await hands.officer.send(answer, 'POST', at, what);
  if (!found) throw new Error(`nothing is drafted for ${JSON.stringify(what)}`);
  const act: Taken['act'] = (name, body, by = hands.officer) =>
    name === 'patch'
      ? by.send(answer, 'PATCH', `${at}/${found.id}`, body)
      : by.send(answer, 'POST', `${at}/${found.id}/${name}`, body);
  return { id: found.id, act };
}

async function issue({ hands }: Staffed, { act }: Taken, number: string, on: string, more: object = {}) {
  if (Object.keys(more).length > 0) await act('patch', more);
  await act('proposal', {});
  await act('decision', { decision: 'approve', reason: '情况属实，同意' }, hands.leader);
  await act('issue', { number, on });
}

const personal = (on: string) => ({ on, method: 'personal', receivedBy: '张主任' });

/** The letters of two years in three places, for everybody who is written to. */
export async function lettersOfTwoYears(server: TestServer) {
  const deeds = [...(await hongjiang(server)), ...(await baixiang(server)), ...(await liaoning(server))];
  for (const { on, act } of deeds.toSorted((one, other) => (one.on < other.on ? -1 : 1))) {
    await server.advance(`${on}T10:00:00+08:00`);
    await act();
  }
  await server.advance('2027-02-26T18:00:00+08:00');
  return server.mailbox();
}

const project = (name: string, more: object) => ({
  kind: 'project' as const,
  name,
  facts: {
    startedOn: '2025-09-10',
    plannedCompletionAcceptanceOn: '2026-11-03',
    competentDepartment: '洪江区交通运输局',
  },
  ...more,
});

async function hongjiang(server: TestServer): Promise<Deed[]> {
  const place = await staffed(server, 'hongjiang', 'archives');
  const { bureau } = place;
  const { enter } = bureau;
  const person = { address: '沅江路18号', representative: '周八' };
  const organ = await enter({
    ...{ kind: 'unit', name: '洪江区教育局', nature: 'organ', traits: ['professional-archives'] },
    ...{ code: '11431200MB1000001A', facts: person, contacts: [contactAt('Organ', '13800000001')] },
  });
  const hospital = await enter({
    ...{ kind: 'unit', name: '洪江区人民医院', nature: 'institution', traits: ['professional-archives'] },
    ...{ code: '12431200MB1000002A', facts: person, contacts: [contactAt('Institution', '13800000002')] },
  });
  const firm = await enter({
    ...{ kind: 'unit', name: '沅水生物科技有限公司', nature: 'private', traits: ['backup-register'] },
    ...{ code: '91431200MA4L000003', facts: person, contacts: [contactAt('Firm', '13800000003')] },
  });
  const above = await enter({
    ...{ kind: 'unit', name: '洪江区交通运输局', nature: 'organ', contacts: [contactAt('Department')] },
  });
  const builder = await enter({
    ...{ kind: 'unit', name: '洪江区交通建设投资有限公司', nature: 'state-owned', parentId: above.id },
    ...{ code: '91431200MA4L000004', facts: person, contacts: [contactAt('Builder', '13800000004')] },
  });
  const company = await enter({
    ...{ kind: 'unit', name: '沅江路桥建设有限公司', nature: 'private', parentId: above.id },
    ...{ code: '91431200MA4L000005', facts: person, contacts: [contactAt('Company', '13800000005')] },
  });
  const bridge = await enter(project('沅江大桥工程', { parentId: builder.id }));
  const road = await enter(project('滨江路工程', { parentId: company.id }));
  const rule = 'archives-security/self-inspection-report';
  const form = 'key-project-archives/registration-after-start';
  const owed = async (subject: { id: string }, ruleId: string) =>
    (await bureau.obligation(subject.id, ruleId, ruleId === rule ? '2025' : undefined)).id;
  const [ofOrgan, ofHospital, ofFirm] = [
    await owed(organ, rule),
    await owed(hospital, rule),
    await owed(firm, rule),
  ];
  const [ofBridge, ofRoad] = [await owed(bridge, form), await owed(road, form)];
  const unit = await bureau.unit(hospital.id);
  let order: Taken | undefined;
  const ladder =
    (obligationId: string, number: string, on: string, more: object = {}, isServed = true) =>
    async () => {
      order = await paper(place, { obligationId });
      await issue(place, order, number, on, more);
      if (isServed) await order.act('service', personal(on));
    };
  const criticism = {
    refusal: { text: '期限届满仍未填报，书面表示不再补办。' },
    circulation: [{ name: '洪江区发展和改革局', email: 'range@unit.example.com' }],
    legalReview: { by: '钱法制', opinion: '同意' },
  };
  const toDepartment = { circulation: [{ name: '洪江区市场监督管理局', email: 'range@unit.example.com' }] };
  const investigated = {
    investigation: { on: '2026-11-05', text: '经调查，分管负责人未落实档案工作责任。' },
    circulation: [{ name: '洪江区委组织部', email: 'range@unit.example.com' }],
  };
  const grave = (step: string, more: object) => ({
    ...{ step, subjectId: hospital.id, ruleId: 'electronic-archives/grave-violation' },
    ...{ text: '检查发现电子档案系统存在重大安全隐患，已责令立即整改。', ...more },
  });
  const checked = (subject: { id: string }) => () =>
    place.hands.officer.ask('POST', `${bureau.path}/inspections`, {
      body: {
        ...{
          regime: 'archives-security',
          at: '2026-05-11T09:30:00+08:00',
          mode: 'on-site',
          cause: 'planned',
        },
        ...{ targets: [subject.id], officers: checkers, certificatesShown: true, rightsTold: true },
        checklist: [],
        findings: [
          {
            subjectId: subject.id,
            text: '库房窗户渗水',
            severity: 'minor',
            handling: '责令整改',
            rectifyBy: '2026-05-29',
          },
        ],
        signatures: [{ subjectId: subject.id, by: '张主任' }],
        sites: [{ subjectId: subject.id, place: '沅江路18号', host: '张主任' }],
      },
    });
  return [
    // Problems of a check, to be put right by 29 May.
    { on: '2026-05-11', act: checked(hospital) },
    { on: '2026-05-11', act: checked(firm) },
    // The opening forms of both projects are due on 10 March.
    { on: '2026-03-12', act: ladder(ofBridge, '洪档责〔2026〕1号', '2026-03-12', {}, false) },
    { on: '2026-03-30', act: async () => order?.act('service', personal('2026-03-30')) },
    { on: '2026-03-30', act: ladder(ofRoad, '洪档函〔2026〕2号', '2026-03-30') },
    { on: '2026-04-20', act: ladder(ofBridge, '洪档通〔2026〕3号', '2026-04-20', criticism, false) },
    {
      on: '2026-04-21',
      act: async () =>
        order?.act('correction', { reason: '文号有误', text: '文号更正为洪档通〔2026〕3号。' }),
    },
    { on: '2026-04-22', act: async () => order?.act('withdrawal', { reason: '事项已按期办结。' }) },
    { on: '2026-04-23', act: ladder(ofRoad, '洪档函〔2026〕4号', '2026-04-23', toDepartment, false) },
    // A date is corrected, an extension granted, a report returned, a duty ended.
    {
      on: '2026-10-08',
      act: () => bureau.patch(road.id, { facts: { plannedCompletionAcceptanceOn: '2026-12-08' } }),
    },
    {
      on: '2026-09-02',
      act: () => bureau.act(ofFirm, 'extension', { until: '2026-10-15', reason: '搬迁' }, bureau.leader),
    },
    {
      on: '2026-09-24',
      act: async () => bureau.act(ofHospital, 'fulfilment', { on: '2026-09-24', note: '已上报' }, unit),
    },
    {
      on: '2026-09-25',
      act: () =>
        bureau.act(ofHospital, 'report-decision', { decision: 'return', reason: '缺少数据库运行维护情况。' }),
    },
    { on: '2026-12-02', act: () => bureau.patch(bridge.id, { facts: { archivesAcceptedOn: '2026-11-27' } }) },
    { on: '2026-10-12', act: ladder(ofOrgan, '洪档责〔2026〕5号', '2026-10-12') },
    { on: '2026-10-12', act: ladder(ofHospital, '洪档责〔2026〕6号', '2026-10-12') },
    { on: '2026-10-20', act: ladder(ofFirm, '洪档函〔2026〕7号', '2026-10-20') },
    { on: '2026-11-10', act: ladder(ofOrgan, '洪档建〔2026〕8号', '2026-11-10', investigated, false) },
    { on: '2026-11-12', act: ladder(ofFirm, '洪档函〔2026〕9号', '2026-11-12', toDepartment, false) },
    {
      on: '2026-11-13',
      act: async () =>
        issue(place, await paper(place, grave('report-to-superior', {})), '洪档报〔2026〕10号', '2026-11-13'),
    },
    {
      on: '2026-11-13',
      act: async () =>
        issue(
          place,
          await paper(place, grave('report-to-government', {})),
          '洪档报〔2026〕11号',
          '2026-11-13',
          { circulation: [{ name: '洪江区人民政府', email: 'government@hongjiang.example.com' }] },
        ),
    },
  ];
}

async function baixiang(server: TestServer): Promise<Deed[]> {
  const place = await staffed(server, 'baixiang', 'civil-defence');
  const { bureau } = place;
  const party = await bureau.enter({
    kind: 'unit',
    name: '午河房地产开发有限公司',
    nature: 'private',
    contacts: [contactAt('Suspect', '13800000006')],
  });
  const opened = () =>
    bureau.enter({
      kind: 'case',
      name: '柏人防案〔2026〕3号',
      parentId: party.id,
      facts: {
        office: 'civil-defence',
        discoveredOn: '2026-03-02',
        evidenceSecuredAt: '2026-03-02T09:30:00+08:00',
      },
      contacts: [contactAt('Liaison', '13800000007')],
    });
  const work = await bureau.enter({
    kind: 'civil-defence-work',
    name: '槐阳街人防工程',
    parties: [
      {
        relation: 'user',
        ...{ name: '赵某', nature: 'individual', code: '130500199001010011' },
        ...{ address: '槐阳街1号', representative: '赵某' },
      },
    ],
    contacts: [contactAt('Person')],
  });
  const ordered = async () => {
    const order = await paper(place, {
      ...{ step: 'order-to-rectify', subjectId: work.id, ruleId: 'civil-defence-works/use-violation' },
      text: '经查，槐阳街人防工程的防护门被拆除。',
    });
    await issue(place, order, '柏防责〔2026〕1号', '2026-04-01', { redraft: true });
    await order.act('service', personal('2026-04-01'));
  };
  return [
    { on: '2026-03-02', act: opened },
    { on: '2026-04-01', act: ordered },
  ];
}

async function liaoning(server: TestServer): Promise<Deed[]> {
  const { bureau } = await staffed(server, 'liaoning', 'archives');
  await bureau.enter({
    ...{ kind: 'government', name: '某某县人民政府', facts: { level: 'county' } },
    contacts: [contactAt('County', '13800000008')],
  });
  await bureau.enter({
    ...{ kind: 'government', name: '某某市人民政府', facts: { level: 'city' } },
    contacts: [contactAt('City')],
  });
  await bureau.enter({
    ...{ kind: 'archivist', name: '陈档案', facts: { startedWorkOn: '2020-01-01' } },
    contacts: [contactAt('Archivist', '13800000009')],
  });
  return [];
}
