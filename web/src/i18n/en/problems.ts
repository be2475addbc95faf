export const problems = {
  titles: {
    '0': 'The server cannot be reached. Check the network and try again; what you entered is still here.',
    '400': 'Something is not as it must be: see below.',
    '401': 'Your session has ended. Sign in again.',
    '403': 'Your role may not do this.',
    '404': 'It is not there, or your role does not see it.',
    '409': 'It conflicts with what is there: somebody may just have changed it. Look at it and decide anew.',
    '413': 'It is too large.',
    '422': 'A rule forbids it: see below.',
    '429': 'Too many requests: wait a little.',
    '500': 'The server failed and nothing was saved. Try again later.',
    '503': 'The server cannot take this just now. Try again in a moment; what you typed is still here.',
    '507':
      'The disk of the server is full: this was not saved, and notices wait. Have room made there, then send it again.',
  },
  /** Where in a file something is wrong. */
  places: {
    file: 'file',
    row: (row: string) => `row ${row}`,
    column: (column: string) => `column ${column}`,
  },
};
