/** The holder of a permit is heard before its revocation. */
export const hearing = {
  title: 'Hearing of the holder',
  notTold:
    'The bureau gave this permit itself: before its revocation the holder is told and heard. Nothing is recorded yet.',
  told: (on: string, method: string) =>
    `The notice of the intended revocation was served on ${on} (${method}).`,
  until: (on: string) => `Statement and defence until ${on}.`,
  nothing: 'The holder made no statement within the period.',
  said: (text: string, outcome: string) => `The holder said: ${text} Found: ${outcome}`,
  tell: 'Record the notice',
  tellHint: 'It is kept with the present text and legal basis. A new notice begins the period anew.',
  hear: 'Record the statement',
  hearHint: 'If none came, leave every field empty, after the end of the period.',
  on: 'Received on',
  text: 'What was said',
  outcome: 'What was found',
  notice: 'Notice of intended revocation',
};
