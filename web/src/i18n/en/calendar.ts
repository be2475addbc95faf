import { feeds } from './feeds.ts';

export const calendar = {
  title: 'Calendar',
  year: 'Year',
  previous: 'Previous year',
  next: 'Next year',
  months: (month: number) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '',
  week: 'SMTWTFS',
  holiday: 'Day off',
  workday: 'Worked weekend day',
  due: 'Something is due',
  today: 'Today',
  status: {
    published: 'Arrangement published',
    entered: 'Arrangement entered by the bureau',
    provisional: 'Arrangement not published yet',
  },
  provisionalHint:
    'Dates of this year rest on weekends and statutory holidays and are provisional; entering the arrangement computes them again.',
  source: 'Source',
  duties: (day: string, count: number) => `${day}: ${count} due`,
  choose: 'Choose a day to see what is due.',
  none: 'Nothing is due that day.',
  entry: 'Enter the arrangement',
  entryHint: 'One day a line, for instance 2027-01-01. Dependent dates are computed again.',
  kindHoliday: 'Days off',
  kindWorkday: 'Worked weekend days',
  sourceName: 'Source (number of the State Council’s notice)',
  list: 'All that falls due in the year',
  feeds,
};
