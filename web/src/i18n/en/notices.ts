export const notices = {
  title: 'Notices',
  at: 'Made at',
  kind: 'Kind',
  subject: 'Subject',
  to: 'To',
  receipt: 'Receipt',
};
