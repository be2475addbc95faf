import { describe, expect, test } from 'vitest';
import { day } from '../../shared/domain/time/day.ts';
import { smsFor, smsTemplates } from '../../shared/letters/sms.ts';

const input = { bureau: '洪江区档案局', owner: '柏人防案〔2026〕3号', dueOn: day('2026-09-30') } as const;

describe('an SMS', () => {
  test('is the approved template filled in, under the bureau’s signature', async () => {
    const texts = [smsFor('reminder', input), smsFor('overdue', { ...input, count: 3 })].map(
      (sms) => sms.text,
    );
    await expect(`${texts.join('\n')}\n`).toMatchFileSnapshot('../golden/letters/sms.txt');
  });

  test('names its template and no variables but count, date and bureau', () => {
    expect(smsFor('overdue', { ...input, count: 3 })).toMatchObject({
      template: 'ARCHIVE_OVERDUE',
      variables: { count: '3', date: '2026年9月30日', bureau: '洪江区档案局' },
    });
    expect(Object.keys(smsFor('reminder', input).variables)).toEqual(['count', 'date', 'bureau']);
    expect(smsFor('reminder', input).template).toBe('ARCHIVE_REMINDER');
  });

  test.each(['reminder', 'overdue'] as const)('tells neither the case nor a reproach: %s', (kind) => {
    const { text } = smsFor(kind, input);
    expect(text).not.toContain('人防案');
    expect(text).not.toMatch(/逾期|违法|责令|处罚|处分|批评|拒不/);
    expect(text).toMatch(/请查收邮件或联系洪江区档案局/);
  });

  test('has 【】 around its signature and nowhere else', () => {
    const { text, variables } = smsFor('reminder', { ...input, bureau: '【洪江区】档案局' });
    expect(text).toMatch(/^【洪江区档案局】[^【】]+$/);
    expect(Object.values(variables).join('')).not.toMatch(/[【】]/);
    expect(Object.values(smsTemplates).join('')).not.toMatch(/[【】]/);
  });

  test('fits into what providers approve', () => {
    for (const template of Object.values(smsTemplates)) expect(template.length).toBeLessThanOrEqual(500);
  });
});
