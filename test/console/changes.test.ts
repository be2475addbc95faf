import { describe, expect, test } from 'vitest';
import { differences, rebased } from '../../web/src/components/compare.ts';

describe('two readings of one record', () => {
  test('differ by the parts whose text is another, come or gone', () => {
    const before = [
      { label: '正文', text: '文本一' },
      { label: '改正期限', text: '' },
      { label: '法律依据', text: '第十条' },
    ];
    const after = [
      { label: '正文', text: '文本二' },
      { label: '改正期限', text: '2026年8月1日' },
      { label: '法律依据', text: '第十条' },
    ];
    expect(differences(before, after)).toEqual([
      { label: '正文', before: '文本一', after: '文本二' },
      { label: '改正期限', before: '', after: '2026年8月1日' },
    ]);
  });
});

describe('a form that goes on over a newer record', () => {
  const before = { name: '甲', traits: ['direct'], facts: { volumes: '10', since: '2020-01-01' } };

  test('keeps what was typed and takes the rest from the newer record', () => {
    const typed = { ...before, name: '甲（正在录入）', facts: { ...before.facts, volumes: '12' } };
    const after = {
      name: '乙',
      traits: ['direct', 'enterprise'],
      facts: { volumes: '11', since: '2021-01-01' },
    };
    expect(rebased(before, typed, after)).toEqual({
      name: '甲（正在录入）',
      traits: ['direct', 'enterprise'],
      facts: { volumes: '12', since: '2021-01-01' },
    });
  });

  test('takes an emptied field for typed, and one that was never filled for untouched', () => {
    const typed = { ...before, name: '', facts: { volumes: '10', since: undefined } };
    const after = { ...before, facts: { volumes: '10', since: '2020-01-01', area: '5' } };
    expect(rebased<object>(before, typed, after)).toEqual({
      name: '',
      traits: ['direct'],
      facts: { volumes: '10', since: undefined, area: '5' },
    });
  });
});
