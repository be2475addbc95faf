import { day } from '../../shared/domain/time/day.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { smsFor } from '../../shared/letters/sms.ts';
import type { Mail, Sms } from '../../shared/ports.ts';

export const at = instant('2026-09-23T09:00:00+08:00');
export const noticeId = 'k7q2m4x6abcdefghijklmnopqr.3fz5t7v2wxyza';

export const mail: Mail = {
  to: 'dangan@jiaoyu.example',
  subject: '【提醒】9月30日前报送2025年度《档案工作情况自查报告》——洪江区教育局',
  text: '洪江区教育局：\n\n　　请按期办理。鿏𠮷\n',
  html: '<!doctype html>\n<html lang="zh-CN"><body><p>请按期办理。鿏𠮷</p></body></html>\n',
};

export const sms: Sms = {
  to: '13800138000',
  ...smsFor('reminder', {
    bureau: '洪江区档案局',
    owner: '洪江区教育局',
    dueOn: day('2026-09-30'),
    count: 2,
  }),
};
