import { describe, expect, test } from 'vitest';
import { renderDaily } from '../../shared/letters/daily.ts';
import { daily, emptyDaily } from './samples.ts';

describe('the bureau’s mail of the day', () => {
  test.each([
    ['daily', daily],
    ['daily-empty', emptyDaily],
  ] as const)('reads as an office would write it: %s', async (name, letter) => {
    const { subject, text } = renderDaily(letter);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../golden/letters/${name}.txt`);
  });

  test('counts in the subject what there is, and only that', () => {
    expect(renderDaily(daily).subject).toBe(
      '【每日情况】10月8日：新逾期2项、仍逾期1项、本周到期1项、待确认1项、待审核1项、待办文书1件、检查指标未完成1项、检查任务紧迫2项、检查任务2项、未送达2件、发送渠道异常1项——洪江区档案局',
    );
    expect(renderDaily({ ...emptyDaily, reports: daily.reports }).subject).toBe(
      '【每日情况】10月8日：待审核1项——洪江区档案局',
    );
  });

  test('has sections only where there are lines, numbered without a gap', () => {
    const { text } = renderDaily({ ...daily, dueThisWeek: [], lateEntries: [] });
    expect(text).toContain('一、新逾期事项（2项）');
    expect(text).toContain('三、单位已报送、待审核材料（1项）');
    expect(text).toContain('四、待处理文书（1件）');
    expect(text).toContain('八、未送达的通知（2件）');
    expect(text).not.toContain('本周到期');
  });

  test('numbers every section, when there is something in each', () => {
    const [report] = daily.reports;
    if (!report) throw new Error('the sample has no report');
    const { text } = renderDaily({
      ...daily,
      extensions: [report],
      contacts: ['某局'],
      legal: daily.documents,
      passed: daily.undelivered,
      rules: ['某规则'],
    });
    const numbers = text.split('\n').flatMap((line) => /^([一二三四五六七八九十]*)、/u.exec(line)?.[1] ?? []);
    expect(numbers.slice(-3)).toEqual(['十四', '十五', '十六']);
    expect(numbers).toHaveLength(16);
  });

  test('says a day in the past as missed, and advises none', () => {
    const { text } = renderDaily(daily);
    expect(text).toContain('已错过最迟开始日2026年9月30日（星期三）');
    expect(text).not.toContain('最迟2026年9月30日（星期三）开始');
  });

  test('asks for a better address where a notice did not arrive', () => {
    const { text } = renderDaily(daily);
    expect(text).toContain('邮件dangan@shuili.example未送达（550 邮箱不存在）');
    expect(text).toContain('洪江区科学技术局：逾期事项通知，没有可用的联系方式');
    expect(text).toContain('请更正联系方式');
  });

  test('says how many more there are in place of an endless list', () => {
    const line = { owner: '某局', what: '《报告》', period: undefined, dueOn: daily.today, note: undefined };
    const { subject, text } = renderDaily({
      ...emptyDaily,
      dueThisWeek: Array.from({ length: 130 }, () => line),
    });
    expect(subject).toContain('本周到期130项');
    expect(text).toContain('其余30项请登录系统查看');
    expect(text.match(/《报告》/g)).toHaveLength(100);
  });

  test('escapes what providers and registers say', () => {
    const { html } = renderDaily({
      ...emptyDaily,
      undelivered: [
        { owner: '<b>局</b>', to: 'a@b', channel: 'email', what: '通知', reason: '<550> & "no"' },
      ],
    });
    expect(html).toContain('&lt;b&gt;局&lt;/b&gt;');
    expect(html).toContain('&lt;550&gt; &amp; &quot;no&quot;');
  });
});
