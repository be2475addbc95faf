import { describe, expect, test } from 'vitest';
import { day } from '../../shared/domain/time/day.ts';
import { createCalendar } from '../../shared/domain/time/calendar.ts';
import { renderEscalation, type EscalationLetter } from '../../shared/letters/escalation.ts';
import { renderQuotaAlert } from '../../shared/letters/quota-alert.ts';
import { workingDaysBetween } from '../../shared/usecases/notices/wording.ts';

const criticism: EscalationLetter = {
  kind: 'issued',
  bureau: '洪江区档案局',
  document: '通报批评',
  owner: '洪江区交通建设投资有限公司',
  about: '沅江大桥工程',
  toOthers: false,
  addressee: '怀化市档案局',
  role: 'above',
  number: '洪档通〔2026〕3号',
  issuedOn: day('2026-10-08'),
  text: '洪江区交通建设投资有限公司作为沅江大桥工程的建设单位，未按期填报《重点建设项目档案管理登记表》。',
  reason: undefined,
  period: undefined,
  law: ['《中华人民共和国档案法》第八条'],
  clause: '洪江区档案局责任清单事中事后监管制度 三(一)五(一)',
  ask: [{ name: '业务指导科', phone: '0745-7631234' }],
  today: day('2026-10-08'),
  late: false,
};

const letters: Readonly<Record<string, EscalationLetter>> = {
  'above-criticism': criticism,
  'above-report': {
    ...criticism,
    document: '向本级政府的报告',
    toOthers: true,
    owner: '洪江区卫生健康局',
    about: undefined,
    addressee: '洪江区人民政府',
    number: '洪档报〔2026〕1号',
    text: '检查发现该局电子档案系统存在重大安全隐患，已责令停止使用。',
  },
  'above-withdrawn': { ...criticism, kind: 'withdrawn', text: '', reason: '原事项已按期办结。' },
};

/** Words with which one hurries a subordinate, or marks what is for the bureau’s own people. */
const hurrying = /内部|立即|请尽快|请于|督促|责令你|有关负责同志/u;

describe('a letter to a superior or a government', () => {
  test.each(Object.entries(letters))('reports and asks: %s', async (name, letter) => {
    const { subject, text } = renderEscalation(letter);
    expect(`${subject}\n${text}`).not.toMatch(hurrying);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../golden/letters/${name}.txt`);
  });

  test('reports what was missed of the bureau’s own checks', async () => {
    const { subject, text } = renderQuotaAlert({
      bureau: '洪江区档案局',
      superior: '怀化市档案局',
      today: day('2026-10-22'),
      kind: 'missed-long',
      quotas: [
        {
          title: '档案安全日常检查',
          period: '2026年9月',
          owner: undefined,
          left: '1次',
          conflict: false,
          latestSafeDay: undefined,
        },
      ],
    });
    expect(`${subject}\n${text}`).not.toMatch(hurrying);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot('../golden/letters/above-quotas.txt');
  });
});

describe('working days over', () => {
  const calendar = createCalendar();
  test.each([
    // Due on Wednesday 30 September 2026; the holidays end on 7 October, Saturday 10 October is worked.
    ['2026-09-30', '2026-09-30', 0],
    ['2026-09-30', '2026-10-08', 0],
    ['2026-09-30', '2026-10-09', -1],
    ['2026-09-30', '2026-10-12', -3],
    ['2026-09-30', '2026-09-29', 1],
    ['2026-07-15', '2026-07-16', 0],
    ['2026-07-15', '2026-07-20', -2],
  ])('due %s, said on %s: %i', (due, today, days) => {
    expect(workingDaysBetween(calendar, day(today), day(due))).toBe(days);
  });
});
