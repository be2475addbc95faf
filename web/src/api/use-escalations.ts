import type { Escalation } from './contract.ts';
import { moreOf, type More } from './more.ts';
import { usePages } from './use-api.ts';
import { useToday } from './use-today.ts';

export type QueueName = 'draft' | 'awaiting' | 'approved' | 'issued' | 'unrectified' | 'rejected';

export interface Queue {
  readonly name: QueueName;
  readonly items: readonly Escalation[];
  readonly loading: boolean;
  readonly error: Error | null;
  readonly more: More | undefined;
}

type Pages = ReturnType<typeof usePages<'GET /v1/jurisdictions/{j}/escalations'>>;

/** What waits for a person, grouped by what has to be done. */
export function useQueues(): readonly Queue[] {
  const route = 'GET /v1/jurisdictions/{j}/escalations';
  const today = useToday();
  const served = usePages(route, { query: { status: 'served' } });
  const queueOf = (name: QueueName, list: Pages, items: readonly Escalation[] = list.items): Queue => ({
    name,
    items,
    loading: list.isPending,
    error: list.error,
    more: moreOf(list),
  });
  return [
    queueOf('draft', usePages(route, { query: { status: 'draft' } })),
    queueOf('awaiting', usePages(route, { query: { status: 'awaiting-approval' } })),
    queueOf('approved', usePages(route, { query: { status: 'approved' } })),
    queueOf('issued', usePages(route, { query: { status: 'issued' } })),
    queueOf(
      'unrectified',
      served,
      served.items.filter((escalation) => today !== undefined && isUnrectified(escalation, today)),
    ),
    queueOf('rejected', usePages(route, { query: { status: 'rejected' } })),
  ];
}

/** The period, whose last day the server has computed, is over, and nobody entered a rectification. */
const isUnrectified = ({ rectifyUntil, complied }: Escalation, today: string): boolean =>
  rectifyUntil !== undefined && rectifyUntil < today && complied === undefined;
