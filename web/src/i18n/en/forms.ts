import type { Same } from '../shape/table.ts';
import type { forms as zh } from '../zh/forms.ts';

export const forms: Same<typeof zh> = {
  title: 'Forms',
  hint: 'Filled in with what is on record. Blanks are for whoever completes the form; 〔〕 and 【】 are for the bureau.',
  download: (name) => `Download ${name}`,
  lacks: 'not yet: ',
  draftCircular: 'Draft the circular',
  circularHint:
    'Drafted from the year’s records; go over it before you ask for approval. A draft that exists is opened.',
  dossier: 'Download the project’s file',
};
