/** Supervision of enforcement, between organs: its papers have names and rules of their own. */
export const supervisionRegimes = {
  enforcement: 'administrative-litigation',
  reconsideration: 'administrative-reconsideration',
} as const;

export const isSupervision = (regime: string): boolean =>
  Object.values<string>(supervisionRegimes).includes(regime);
