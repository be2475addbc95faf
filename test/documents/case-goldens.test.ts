import { expect, test } from 'vitest';
import { caseForms } from '../../shared/vocabulary/case-forms.ts';
import { tableOf } from '../../shared/vocabulary/table.ts';
import { contextOf } from '../support/deadlines/deadlines.ts';
import { caseFileOf } from '../../shared/domain/cases/file.ts';
import { formsOf } from '../../shared/domain/cases/forms.ts';
import { casePaper } from '../../shared/documents/cases/papers.ts';
import type { CaseParts } from '../../shared/documents/cases/parts.ts';
import { docxOf } from '../../shared/documents/docx/docx.ts';
import { plainText } from '../../shared/documents/escalations/plain.ts';
import {
  move,
  officers,
  proposal,
  through,
  upToClosing,
  upToProposal,
  type Move,
} from '../support/cases/case-moves.ts';
import { entryOf, rulesOf } from '../support/cases/judged-case.ts';

/** Sixty characters. */
const longName =
  '柏乡县城乡融合发展示范区基础设施建设投资运营管理集团有限责任公司午河流域综合治理与老城片区更新改造工程建设指挥部（筹建）';

const bureaus = { archives: '柏乡县档案局', 'civil-defence': '柏乡县人民防空办公室' } as const;
type Office = keyof typeof bureaus;

const source = {
  clause: '某制度 (十)三',
  basis: [{ instrument: '《档案行政处罚程序暂行规定》', status: 'repealed' as const }],
};

function partsOf(office: Office, moves: readonly Move[], more: Partial<CaseParts> = {}): CaseParts {
  return {
    bureau: bureaus[office],
    desk: {
      reconsiderationBody: '柏乡县人民政府',
      court: '柏乡县人民法院',
      bank: '中国农业银行柏乡县支行',
      bankAccount: '50-3801 0104 0001 234',
      address: '柏乡县槐阳路1号',
      telephone: '0319-7720000',
      contact: '王科员',
    },
    party: longName,
    address: '柏乡县午河路6号',
    cause: '损毁会计资料案',
    discoveredOn: undefined,
    entries: moves.map(entryOf),
    rules: rulesOf(office, '2026-07-01'),
    defenceWorkingDays: 5,
    choices: { figures: {}, readings: {} },
    policy: { calendar: contextOf('baixiang').calendar },
    person: {
      name: longName,
      code: '91130524MA0000000X',
      address: '柏乡县午河路6号',
      representative: '冯某',
    },
    sources: tableOf(caseForms, () => source),
    conditionsClause: '某制度 (十)一(一)',
    ...more,
  };
}

const LAW = '《中华人民共和国档案法》第四十九条第一款';
const concluded = {
  legalBasis: `违反《中华人民共和国档案法》第四十八条，依据${LAW}处罚。`,
  discretion: '初次违法，主动配合调查。',
  recommendation: '警告，并处罚款30000元。',
};
const seated = {
  place: '局三楼会议室',
  presider: '杨七',
  recorder: '秦九',
  opinions: '杨七：同意。\n朱八：同意，建议罚款30000元。',
};

const told = (moves: readonly Move[]): Move[] =>
  moves.map(({ body, ...rest }) => ({
    ...rest,
    body:
      body.event === 'filing-proposal' || body.event === 'investigation-report'
        ? {
            ...body,
            text: '经查，当事人未经批准销毁2019年度会计档案12卷。\n现场检查时有关责任人员在场确认。',
            ...(body.event === 'investigation-report' ? concluded : { source: '群众举报', legalBasis: LAW }),
          }
        : body.event === 'collective-discussion'
          ? { ...body, ...seated }
          : body.event === 'discovery-record'
            ? { ...body, place: '柏乡县午河路6号档案室', text: '档案柜内缺少2019年度会计凭证。' }
            : body,
  }));

const discussed = { fine: 30_000, complex: true, text: '当事人销毁会计档案12卷，主动配合调查。' };

const walked = (office: Office): Move[] => [
  ...told(upToProposal(office, discussed)),
  ...told(upToClosing(office, true)),
];

/** A major case with a measure of evidence, two people asked, a hearing. */
function heard(): Move[] {
  const steps = upToProposal('archives', { major: true, grade: '一般处罚', provision: 'archives-law-49-1' });
  const asked = (person: string, from: string) =>
    move('2026-09-12', 'officer', {
      event: 'inquiry',
      ...{ at: `2026-09-12T${from}:00+08:00`, place: '局二楼询问室', person, officers },
      text: '问：档案是何时销毁的？\n答：2026年8月。',
    });
  return told([
    ...steps.slice(0, 1),
    move('2026-09-07', 'officer', {
      event: 'evidence-secured',
      ...{ at: '2026-09-07T09:40:00+08:00', kind: 'registration', agreedBy: '孙局长' },
      ...{ items: '会计凭证3册', place: '本局证据室' },
    }),
    move('2026-09-09', 'officer', { event: 'evidence-decision', on: '2026-09-09', outcome: '返还当事人' }),
    ...steps.slice(1, 5),
    asked('冯某', '09:00'),
    asked('褚某', '10:30'),
    ...steps.slice(5, 7),
    move('2026-09-14', 'officer', { event: 'hearing-request', on: '2026-09-14' }),
    move('2026-09-14', 'officer', {
      event: 'hearing-notice',
      ...{ servedOn: '2026-09-14', method: 'personal', hearingAt: '2026-09-22T09:00:00+08:00' },
      ...{ place: '局三楼会议室', presider: '卫某', recorder: '蒋某' },
    }),
    move('2026-09-22', 'officer', {
      event: 'hearing-held',
      ...{ on: '2026-09-22', attendees: '冯某及代理人沈某', issues: '销毁前是否经过鉴定' },
      ...{
        outcome: '建议维持拟处罚意见',
        text: '调查人员陈述事实和证据；当事人申辩；双方质证；当事人最后陈述。',
      },
    }),
    ...steps.slice(7),
    ...upToClosing('archives', true),
  ]);
}

/** From the first event to the last: what is printed at each point of which. */
const points: readonly (readonly [string, CaseParts])[] = [
  ...(['archives', 'civil-defence'] as const).map(
    (office) => [`closed case of the ${office}`, partsOf(office, walked(office))] as const,
  ),
  [
    'decided on the spot',
    partsOf('civil-defence', [
      move('2026-09-07', 'officer', {
        event: 'spot-decision',
        ...{ at: '2026-09-07T09:30:00+08:00', place: '柏乡县槐阳路6号人防工程', officers, party: 'unit' },
        facts: '当事人在人民防空工程的孔口堆放货物，堵塞出入口。',
        evidence: '现场照片3张',
        ...{ provision: '《中华人民共和国人民防空法》第四十九条', penalty: '警告' },
        ...{ informed: true, statement: '没有异议，马上清理', number: '柏防当罚〔2026〕1号' },
        ...{ correction: '清除孔口堆放的货物', correctBy: '2026-09-14', receivedBy: '冯某' },
      }),
      move('2026-09-07', 'officer', { event: 'spot-filing', on: '2026-09-07', filedWith: '办公室' }),
      move('2026-09-14', 'officer', { event: 'execution', on: '2026-09-14', text: '已经清理，经复查合格' }),
      move('2026-09-15', 'officer', { event: 'closing', on: '2026-09-15' }),
    ]),
  ],
  ['evidence, questions and a hearing', partsOf('archives', heard())],
  [
    'transferred',
    partsOf('archives', [
      ...told(upToProposal('archives').slice(0, 5)),
      move('2026-09-14', 'head', {
        event: 'transfer',
        ...{
          on: '2026-09-14',
          kind: 'crime',
          to: '柏乡县公安局',
          reason: '销毁档案数量较大，涉嫌构成犯罪。',
        },
      }),
    ]),
  ],
  // The first two events; nothing but what must be there.
  ['filing proposed', partsOf('archives', upToProposal('archives').slice(0, 2), { party: undefined })],
  ['filed', partsOf('archives', told(upToProposal('archives')).slice(0, 5))],
  [
    'discussion awaited',
    partsOf('civil-defence', [
      ...upToProposal('civil-defence', { complex: true }),
      ...upToClosing('civil-defence', true).slice(0, 1),
    ]),
  ],
  [
    'discussion of a new proposal awaited',
    partsOf('archives', [
      ...upToProposal('archives', { complex: true }),
      ...upToClosing('archives', true).slice(0, 3),
      move('2026-09-23', 'head', { event: 'decision-return', reason: '罚款数额偏高' }),
      move('2026-09-24', 'officer', { ...proposal, on: '2026-09-24', fine: 10_000, complex: true }),
    ]),
  ],
  [
    'other officers appointed',
    partsOf('archives', [
      ...upToProposal('archives').slice(0, 4),
      move('2026-09-11', 'head', {
        event: 'filing-approval',
        on: '2026-09-11',
        reason: '批准立案',
        officers: [
          { name: '周三', certificate: 'JC-3' },
          { name: '吴四', certificate: 'JC-4' },
        ],
      }),
    ]),
  ],
  [
    'filing returned',
    partsOf('archives', [
      ...upToProposal('archives').slice(0, 3),
      move('2026-09-10', 'legal', { event: 'filing-return', reason: '证据不足' }),
    ]),
  ],
  [
    'filing refused',
    partsOf('archives', [
      ...upToProposal('archives').slice(0, 4),
      move('2026-09-11', 'head', { event: 'filing-refusal', reason: '情节轻微并及时改正' }),
    ]),
  ],
];

test('the papers of a case read as recorded, as far as the case has come', async () => {
  const pages = points.flatMap(([name, parts]) =>
    formsOf(caseFileOf(parts.entries), { rules: parts.rules, choices: { figures: {}, readings: {} } }).map(
      (form) => {
        const model = casePaper(parts, form);
        return `==== ${name}, ${form}: ${model.name}\n${plainText(model)}`;
      },
    ),
  );
  await expect(pages.join('\n')).toMatchFileSnapshot('../golden/documents/case.txt');
});

test('equal events give equal bytes, and what comes later does not change a paper', async () => {
  const whole = walked('archives');
  for (const [form, last] of [
    ['filing-approval', 'filing-approval'],
    ['prior-notice', 'prior-notice'],
    ['collective-discussion', 'collective-discussion'],
    ['service-receipt', 'service'],
    ['investigation-report', 'investigation-report'],
    ['penalty-approval', 'decision-approval'],
    ['penalty-decision', 'decision-approval'],
  ] as const) {
    const then = await docxOf(casePaper(partsOf('archives', through(whole, last)), form));
    expect(await docxOf(casePaper(partsOf('archives', whole), form)), form).toEqual(then);
  }
});
