import type { Same } from '../shape/table.ts';
import type { site as zh } from '../zh/site.ts';

/** What a record of a check tells besides: the place, the joining bodies, earlier problems seen again. */
export const site: Same<typeof zh> = {
  title: 'On the spot',
  hint: 'The record names it; what is left empty is to be filled in in the file.',
  shown: 'Certificates shown',
  shownValues: { yes: 'shown', no: 'not shown' },
  told: 'Basis and right to ask for recusal told',
  toldValues: { yes: 'told', no: 'not told' },
  place: 'Place',
  until: 'Ended at',
  host: 'In charge there',
  hostHint: 'Name and post',
  joined: 'Bodies that joined',
  joinedHint: 'Each checks under its own power and answers for its part.',
  body: 'Body',
  part: 'What it answers for',
  officers: 'Its officers',
  officersHint: 'One a line: name, certificate',
  add: 'Add a body',
  recheck: 'Problems seen again',
  recheckHint:
    'Problems that earlier checks found. Choose a result for those that were looked at; the opinion on the recheck can be had once this is saved.',
  found: (day, until) => `found on ${day}, to put right by ${until}`,
  results: { rectified: 'put right', partly: 'partly put right', 'not-rectified': 'not put right' },
  note: 'What was seen',
  visit: 'Planned check',
  toVisit: 'To the planned check',
  coordinatingBodies: 'Bodies that may not check firms',
  coordinatingHint: (body: string) =>
    `${body} only coordinates: the competent department takes part in a check of a firm`,
  withoutNotice: 'Firms checked without approval and notice',
};
