/** Duties in one’s own calendar program. */
export const feeds = {
  title: 'Calendar feed',
  lead: 'An address under which your phone or computer shows the due days in its calendar, and follows their changes.',
  secret:
    'Whoever has the address reads the calendar: pass it on to nobody, and revoke it when it is no longer used or may have leaked.',
  make: 'Make an address',
  made: 'The address was made. It is shown this once: copy it now.',
  copy: 'Copy address',
  copied: 'Address copied.',
  open: 'Add to this device’s calendar',
  how: 'Or choose “subscribe by URL” in your calendar program and paste the address.',
  none: 'No address was made yet.',
  full: 'There are ten addresses already: revoke one that is no longer used.',
  list: 'Feeds',
  name: 'Name',
  whose: 'Whose',
  createdAt: 'Made on',
  revoke: 'Revoke',
  revokeHint:
    'Calendars with this address will no longer be updated. This cannot be undone; a new address can be made.',
};
