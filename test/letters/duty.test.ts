import { describe, expect, test } from 'vitest';
import { day } from '../../shared/domain/time/day.ts';
import { at } from '../../shared/domain/time/instant.ts';
import { renderDuty } from '../../shared/letters/duty.ts';
import type { DutyLetter } from '../../shared/letters/types.ts';
import { caseFormalities, projectForm, reminder } from './samples.ts';

const overdue: DutyLetter = { ...reminder, kind: 'overdue', today: day('2026-10-09'), workingDaysLeft: -1 };
const hours: DutyLetter = {
  ...caseFormalities,
  dueOn: day('2026-09-24'),
  dueAt: at(day('2026-09-24'), 16, 5),
  actBy: day('2026-09-24'),
  workingDaysLeft: 1,
};

const letters: Readonly<Record<string, DutyLetter>> = {
  reminder,
  'reminder-rest-day': {
    ...reminder,
    ruleTitle: '申请重点建设项目竣工档案专项验收',
    what: '建设项目竣工档案专项验收申请报告（自查打分达到合格，含六项内容）',
    period: undefined,
    owner: '沅江大桥及连接线工程',
    addressee: '沅江大桥及连接线工程',
    dueOn: day('2026-10-03'),
  },
  'reminder-provisional': {
    ...projectForm,
    dueOn: day('2027-02-28'),
    actBy: day('2027-02-26'),
    provisional: true,
    workingDaysLeft: 22,
    today: day('2027-01-25'),
  },
  'reminder-extended': { ...reminder, dueOn: day('2026-10-15'), actBy: day('2026-10-15'), extended: true },
  'reminder-late': { ...reminder, late: true },
  'reminder-on-behalf': {
    ...projectForm,
    onBehalf: true,
    addressee: '洪江区交通运输局',
    workingDaysLeft: 7,
    today: day('2026-12-22'),
  },
  overdue,
  'overdue-on-behalf': {
    ...projectForm,
    kind: 'overdue',
    onBehalf: true,
    addressee: '洪江区交通运输局',
    workingDaysLeft: -2,
    today: day('2027-01-05'),
  },
  correction: { ...reminder, kind: 'correction', toldBefore: day('2026-09-25') },
  'correction-ended': { ...projectForm, kind: 'correction', ended: true, toldBefore: day('2026-12-31') },
  'report-returned': {
    ...reminder,
    kind: 'report-returned',
    reason: '缺少数据库运行维护情况。\n未加盖公章。',
  },
  'bureau-alert': {
    ...reminder,
    kind: 'bureau-alert',
    inside: true,
    owner: '洪江区档案局',
    what: '汇总上一年度考核情况，在一定范围内通报',
    ruleTitle: '汇总并通报上一年度档案安全考核情况',
    handTo: undefined,
    next: '到期未汇总通报的，依次提醒经办人、局领导和上级档案局。',
    dueOn: day('2026-09-22'),
    actBy: day('2026-09-22'),
    workingDaysLeft: -1,
  },
  'bureau-alert-hours': hours,
  'report-up': {
    ...reminder,
    kind: 'report-up',
    addressee: '怀化市档案局',
    owner: '洪江区档案局',
    what: '汇总上一年度考核情况，在一定范围内通报',
    ruleTitle: '汇总并通报上一年度档案安全考核情况',
    handTo: undefined,
    next: '到期未汇总通报的，依次提醒经办人、局领导和上级档案局。',
    dueOn: day('2026-01-31'),
    actBy: day('2026-01-30'),
    workingDaysLeft: -9,
    today: day('2026-02-13'),
  },
  'report-up-hours': {
    ...hours,
    kind: 'report-up',
    inside: false,
    addressee: '上级主管部门',
    workingDaysLeft: -1,
  },
};

describe('a letter about one duty', () => {
  test.each(Object.entries(letters))('reads as an office would write it: %s', async (name, letter) => {
    const { subject, text } = renderDuty(letter);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../golden/letters/${name}.txt`);
  });

  test('has the HTML of the reminder', async () => {
    await expect(renderDuty(reminder).html).toMatchFileSnapshot('../golden/letters/reminder.html.txt');
  });

  test('says the same in the HTML as in the text', () => {
    for (const letter of Object.values(letters)) {
      const { text, html } = renderDuty(letter);
      const shown = html.replace(/<[^>]+>/g, '\n');
      const said = text.split(/\n|：/).map((line) => line.replace(/[\s─]/g, ''));
      const squeezed = shown.replace(/\s/g, '');
      for (const line of said) expect(squeezed).toContain(line);
    }
  });
});

describe('dates', () => {
  test('the due day comes with its weekday and the working days left', () => {
    const { text } = renderDuty(reminder);
    expect(text).toContain('2026年9月30日（星期三）前（含当日）');
    expect(text).toContain('距到期还有5个工作日');
    expect(text).not.toContain('稳妥');
  });

  test('a due day on a rest day names the last working day before it', () => {
    const { text } = renderDuty({ ...reminder, dueOn: day('2026-10-03') });
    expect(text).toContain('2026年10月3日（星期六）');
    expect(text).toContain('请于2026年9月30日（星期三）前办理，该日为到期前最后一个工作日');
  });

  test('on the last working day itself, and after it, the advice changes', () => {
    const weekend = { ...reminder, dueOn: day('2026-10-03') };
    const last = renderDuty({ ...weekend, today: day('2026-09-30'), workingDaysLeft: 0 }).text;
    expect(last).toContain('今日为到期前最后一个工作日');
    expect(last).toContain('请于今日办理');
    const after = renderDuty({ ...weekend, today: day('2026-10-02'), workingDaysLeft: 0 }).text;
    expect(after).toContain('到期日为休息日，请尽快办理');
  });

  test('the day of the deadline is called so', () => {
    const { text } = renderDuty({ ...reminder, today: reminder.dueOn, workingDaysLeft: 0 });
    expect(text).toContain('今日到期');
    expect(text).not.toContain('0个工作日');
  });

  test('a duty by the hour shows hour and minute and counts no working days', () => {
    const { subject, text } = renderDuty(hours);
    expect(subject).toBe('【内部提醒】紧急取证后补办法律手续，9月24日16时05分到期——柏人防案〔2026〕3号');
    expect(text).toContain('2026年9月24日（星期四）16时05分');
    expect(text).not.toContain('个工作日');
  });

  test('a provisional date says so wherever it stands', () => {
    const { text } = renderDuty({ ...reminder, provisional: true });
    expect(text).toContain('办理期限：2026年9月30日（星期三）前（含当日）（放假安排未公布，暂定）');
    expect(text).toContain('的办理期限为2026年9月30日（星期三）（暂定）');
  });

  test('an extension, a late notice and an overdue duty say what they are', () => {
    expect(renderDuty({ ...reminder, extended: true }).text).toContain('经批准延期至2026年9月30日（星期三）');
    expect(renderDuty({ ...reminder, late: true }).text).toContain('本通知因系统停运补发');
    expect(renderDuty(overdue).text).toContain('已于2026年9月30日（星期三）届满，已超过1个工作日');
    expect(renderDuty(overdue).text).toContain('请立即补报');
  });
});

describe('subjects', () => {
  test.each([
    ['reminder', '【提醒】9月30日前报送2025年度《档案工作情况自查报告》——洪江区教育局'],
    ['overdue', '【逾期】报送2025年度《档案工作情况自查报告》，期限已于9月30日届满——洪江区教育局'],
    ['correction', '【更正】报送2025年度《档案工作情况自查报告》，到期日期更正为9月30日——洪江区教育局'],
    [
      'correction-ended',
      '【更正】填报《重点建设项目档案管理登记表》（2026年度）无需办理——沅江大桥及连接线工程',
    ],
    [
      'report-returned',
      '【退回】报送2025年度《档案工作情况自查报告》，请于9月30日前补正后重新报送——洪江区教育局',
    ],
    [
      'overdue-on-behalf',
      '【逾期】填报《重点建设项目档案管理登记表》（2026年度），期限已于2026年12月31日届满——沅江大桥及连接线工程',
    ],
  ])('%s', (name, subject) => {
    expect(renderDuty(letters[name] ?? reminder).subject).toBe(subject);
  });

  test('a title that begins with its occasion does not follow the date directly', () => {
    const { subject } = renderDuty({ ...projectForm, ruleTitle: '开工后填报《登记表》', period: undefined });
    expect(subject).toBe('【提醒】开工后填报《登记表》，12月31日到期——沅江大桥及连接线工程');
  });

  test('stay on one line whatever a name holds', () => {
    const { subject } = renderDuty({ ...reminder, owner: '某局\r\nBcc: x@example.com' });
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('what a letter never does', () => {
  test('names that hold markup stay text', () => {
    const { html } = renderDuty({
      ...reminder,
      kind: 'report-returned',
      owner: '<img src=x onerror="alert(1)">&局',
      reason: `</p><script>alert('x')</script>`,
    });
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;局');
    expect(html).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
  });

  test('the HTML loads nothing from elsewhere and names its language', () => {
    for (const letter of Object.values(letters)) {
      const { html } = renderDuty(letter);
      expect(html).toContain('<html lang="zh-CN">');
      expect(html).not.toMatch(/src=|href=|url\(|@import/);
    }
  });

  test('a letter says that it is a reminder and no service of a document', () => {
    for (const letter of Object.values(letters)) {
      expect(renderDuty(letter).text).toContain(
        letter.kind === 'report-up'
          ? '本邮件为工作情况报告，不作为正式公文。'
          : '本邮件为工作提醒，不作为法律文书送达。',
      );
    }
  });

  test('an overdue notice tells no more of what follows than the rule does', () => {
    const { text } = renderDuty({ ...overdue, next: '' });
    expect(text).not.toMatch(/处分|处罚|通报|责令|后果|追究/);
  });

  test('an ended duty is not asked for again', () => {
    const { text } = renderDuty({
      ...projectForm,
      kind: 'correction',
      ended: true,
      toldBefore: day('2026-12-31'),
    });
    expect(text).toContain('无需办理');
    expect(text).not.toMatch(/请立即|请按期|逾期处理|办理期限/);
  });

  test('those who stand in for the party are asked to pass it on', () => {
    expect(renderDuty({ ...projectForm, onBehalf: true, addressee: '洪江区交通运输局' }).text).toContain(
      '请转告并督促洪江区交通建设投资有限公司按期办理',
    );
  });

  test('a bureau speaks of itself by its own kind', () => {
    expect(renderDuty({ ...overdue, bureau: '鹿泉区档案馆' }).text).toContain('我馆尚未收到');
    expect(renderDuty({ ...overdue, bureau: '柏乡县人民政府办公室' }).text).toContain('我办尚未收到');
  });
});

describe('the standing of what the source names', () => {
  test('stays inside the bureau: others read what is in force, without our doubts', () => {
    for (const letter of Object.values(letters).filter(({ inside }) => !inside)) {
      const { text, html } = renderDuty(letter);
      for (const said of [text, html]) expect(said).not.toMatch(/废止|未核实|原文|实施办法|修订/u);
    }
    expect(renderDuty(reminder).text).toContain('法律依据：《中华人民共和国档案法》\n');
    expect(renderDuty(projectForm).text).not.toContain('依据');
  });

  test.each([
    ['repealed', '2024年3月1日起由实施条例取代', '（已废止，2024年3月1日起由实施条例取代）'],
    [
      'repealed',
      '已废止，2024年10月1日起施行《河北省档案条例》',
      '（已废止，2024年10月1日起施行《河北省档案条例》）',
    ],
    ['amended', '2020年6月20日修订', '（2020年6月20日修订）'],
    ['unverified', undefined, '（现行效力未核实）'],
    ['in-force', undefined, '（现行有效）'],
  ])('inside, %s with the note %s', (status, note, shown) => {
    const { text } = renderDuty({
      ...caseFormalities,
      basis: [{ instrument: '《某办法》', status, note }],
    });
    expect(text).toContain(`所列依据：《某办法》${shown}\n`);
  });
});
