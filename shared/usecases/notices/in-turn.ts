import type { Instant } from '../../domain/time/instant.ts';
import { channelNames } from '../../vocabulary/channels.ts';
import { laneOf, type Pointer } from '../../records/agenda.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { sendNotice, type Letter, type Sent } from './send.ts';
import { turnsFor } from '../pace.ts';

/** Letters that may be sent now or soon, each with its moment; undefined where its provider has no limits. */
export interface InTurn {
  readonly letters: readonly Letter[];
  readonly turns: readonly (Instant | undefined)[];
}

/**
 * Takes a turn for each letter whose provider has limits. A letter without a turn was not tried: its step stands
 * in the agenda again, under the moment at which there is room.
 */
export async function inTurn(deps: Deps, letters: readonly Letter[]): Promise<InTurn> {
  if (!deps.pace) return { letters, turns: [] };
  const turns = new Map<Letter, Instant>();
  const waiting = new Map<Pointer, Instant>();
  await Promise.all(
    channelNames.flatMap((channel) =>
      (['urgent', 'later'] as const).map(async (rank) => {
        const own = letters.filter(
          ({ draft, pointer }) => draft.channel === channel && pointer && laneOf(pointer) === rank,
        );
        const given = (await turnsFor(deps, channel, own.length, rank)) ?? [];
        for (const [index, turn] of given.entries()) {
          const letter = own[index];
          if (!letter) continue;
          if ('at' in turn) turns.set(letter, turn.at);
          else if (letter.pointer) waiting.set(letter.pointer, turn.later);
        }
      }),
    ),
  );
  await enterAgenda(
    deps.store,
    [...waiting].map(([pointer, at]) => ({ ...pointer, at })),
    deps.clock.now(),
  );
  const held = (letter: Letter): boolean =>
    deps.pace?.limits[letter.draft.channel] !== undefined &&
    letter.pointer !== undefined &&
    !turns.has(letter);
  const due = letters.filter((letter) => !held(letter));
  return { letters: due, turns: due.map((letter) => turns.get(letter)) };
}

/**
 * Sends a letter that belongs to no step of the agenda, a daily mail or an alert. Without a turn that comes soon
 * it is not tried; who sends it looks again.
 */
export async function sendInTurn(deps: Deps, letter: Letter): Promise<Sent> {
  const [turn] = (await turnsFor(deps, letter.draft.channel, 1, 'daily')) ?? [];
  if (turn && 'later' in turn) return { kind: 'again', at: turn.later };
  if (turn) await deps.pace?.until(turn.at);
  return sendNotice(deps, letter);
}
