import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import { contactAt, bureauOf, type Subject } from '../bureaus/bureau.ts';
import { enterPapers } from '../bureaus/papers.ts';
import { serverForTest, type TestServer } from '../product/server.ts';
import type { Nature } from '../../../shared/vocabulary/parties.ts';
import type { Paper } from './papers.ts';
import type { System } from './systems.ts';

export type Rule = z.infer<typeof answers.rule>;

export const MORNING = '2026-02-02T10:00:00+08:00';

export const officers = [
  { name: '王科员', certificate: '执法证0001' },
  { name: '刘科员', certificate: '执法证0002' },
];

const partyNames: Readonly<Record<Nature, string>> = {
  organ: '某某局',
  institution: '区某某服务中心',
  'state-owned': '某城市建设投资有限公司',
  private: '某鑫实业有限公司',
  individual: '赵某',
};

/** The bureau of a system with its people, its papers’ settings and a party of the nature. */
export async function sceneOf(system: System, nature: Nature, at?: TestServer) {
  const server = at ?? (await serverForTest(MORNING));
  const { jurisdiction, office } = system;
  const bureau = await bureauOf(server, jurisdiction, office);
  const as = (sub: string, role: 'bureau-officer' | 'bureau-leader', of = office) =>
    server.as({ role, jurisdiction, office: of, sub });
  // An archive may not bind: the organ that delegated acts.
  const acting = jurisdiction === 'luquan' ? { actingOrgan: { name: '鹿泉区档案局' } } : {};
  await enterPapers(server, jurisdiction, acting);
  // A year that is computed by guess starts no order: the arrangement of 2027 is entered as a bureau would.
  await bureau.admin.ask('PUT', '/v1/work-calendar/2027', {
    body: { holidays: ['2027-10-01'], workdays: [], source: '为试验编造' },
  });
  const hands = {
    officer: await as('officer', 'bureau-officer'),
    reviewer: await as('reviewer', 'bureau-leader'),
    legal: await as('legal', 'bureau-officer', jurisdiction === 'baixiang' ? 'legal-affairs' : office),
    head: await as('head', 'bureau-leader'),
  };
  const rules = await hands.officer.all(answers.rule, `${bureau.path}/rules?on=${MORNING.slice(0, 10)}`);
  const above = await bureau.enter({
    kind: 'unit',
    name: '市住房和城乡建设局',
    nature: 'organ',
    code: '11431200MB1000009A',
    facts: { address: '建设路9号', representative: '孙局长' },
    contacts: [contactAt('Above')],
  });
  const party = {
    name: partyNames[nature],
    nature,
    code: nature === 'individual' ? '430000199001010011' : '91431200MA4L000001',
    facts: { address: '人民路1号', ...(nature === 'individual' ? {} : { representative: '周八' }) },
  };
  /** Every paper that was looked at. */
  const papers: Paper[] = [];
  let today = MORNING.slice(0, 10);
  let count = 0;
  let numbers = 0;
  /** What the system supervises, with its party; a fresh one for each rule, so that no ladder meets another. */
  const enter = async (more: object = {}): Promise<Subject> => {
    count += 1;
    const { relations = [], subject } = system;
    const { facts, ...own } = party;
    const contacts = [contactAt(`Party${count}`)];
    if (relations.length === 0) {
      const isUnit = subject.kind === 'unit';
      return bureau.enter({
        ...subject,
        name: isUnit ? `${party.name}（${count}）` : subject.name,
        parentId: above.id,
        ...(isUnit
          ? {
              nature,
              code: `${own.code.slice(0, -2)}${String(count).padStart(2, '0')}`,
              facts: { ...subject.facts, ...facts, ...more },
            }
          : {}),
        contacts,
      });
    }
    return bureau.enter({
      ...subject,
      name: count === 1 ? subject.name : `${subject.name}（${count}）`,
      facts: { ...subject.facts, ...more },
      parentId: above.id,
      parties: relations.map((relation) => ({ relation, ...own, ...facts })),
      contacts,
    });
  };
  return {
    ...{ server, system, nature, bureau, hands, rules, enter, papers },
    today: () => today,
    nextNumber: () => (numbers += 1),
    /** The clock goes on to noon of a day, never back. */
    goTo: async (day: string) => {
      if (day <= today) return;
      await server.advance(`${day}T12:00:00+08:00`);
      today = day;
    },
  };
}

export type WalkScene = Awaited<ReturnType<typeof sceneOf>>;
