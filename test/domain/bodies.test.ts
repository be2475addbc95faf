import { describe, expect, test } from 'vitest';
import { bodiesNamedOn, officeToday } from '../../shared/vocabulary/bodies.ts';

describe('a body that was renamed since the sources', () => {
  test.each([
    ['县政府法制办', '县司法局（原县政府法制办）'],
    ['市政府法制办公室', '市司法局（原市政府法制办公室）'],
    ['县法制办', '县司法局（原县法制办）'],
    [
      '省档案行政管理部门、市档案行政管理部门',
      '省档案主管部门（原省档案行政管理部门）、市档案主管部门（原市档案行政管理部门）',
    ],
  ])('has its name of today, the source’s beside it: %s', (source, today) => {
    expect(bodiesNamedOn(source, '2026-07-01')).toBe(today);
  });

  test('had its old name before', () => {
    expect(bodiesNamedOn('县政府法制办', '2018-12-31')).toBe('县政府法制办');
    expect(bodiesNamedOn('档案行政管理部门', '2020-12-31')).toBe('档案行政管理部门');
  });

  test.each(['柏乡县档案局', '监察机关', '县政府'])('leaves others alone: %s', (name) => {
    expect(bodiesNamedOn(name, '2026-07-01')).toBe(name);
  });

  test('what a bureau enters stands above it, the longest name first, and nothing is replaced twice', () => {
    const own = { 法制办: '法治办', 县政府法制办: '县委依法治县办', 县委依法治县办: '别处' };
    expect(bodiesNamedOn('报县政府法制办、法制办', '2026-07-01', own)).toBe(
      '报县委依法治县办（原县政府法制办）、法治办（原法制办）',
    );
  });

  test('an office signs with its name of today', () => {
    expect(officeToday('柏乡县法制办')).toBe('柏乡县司法局');
    expect(officeToday('柏乡县人防办')).toBe('柏乡县人防办');
    expect(officeToday('柏乡县人防办', { 柏乡县人防办: '柏乡县国防动员办公室' })).toBe(
      '柏乡县国防动员办公室',
    );
  });
});
