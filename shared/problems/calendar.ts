import { conflict, malformed, refused } from './sentence.ts';

/** What can be wrong with the working days of a year. */
export const calendarProblems = {
  'calendar.year': malformed('a year from 2000 to 2069', '请填写2000年至2069年之间的年份'),
  'calendar.no-notice': malformed('name the notice of the State Council', '请写明国务院办公厅的通知文号'),
  'calendar.other-year': refused('{day} is not in {year}', '{day}不在{year}年之内'),
  'calendar.both-lists': refused(
    '{day} is listed as a holiday too: enter it in only one list',
    '{day}同时列为放假日期，请只保留一处',
  ),
  'calendar.weekday': refused(
    '{day} is not a weekend day and is a working day anyway: leave it out',
    '{day}不是周末，本来就上班，请去掉',
  ),
  'calendar.statutory': refused('{day} is a statutory holiday', '{day}是法定节日，不能列为上班日期'),
  'calendar.no-day-off': refused(
    'no day off in {year}: enter the days off of the year’s notice',
    '{year}年没有放假日期，请录入通知中的放假日期',
  ),
  'calendar.changed': conflict(
    'the year was entered by somebody else meanwhile; read it again',
    '该年的放假安排已由他人录入，请刷新查看',
  ),
} as const;
