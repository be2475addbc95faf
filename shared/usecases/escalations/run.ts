import { settingsRecord } from '../../records/settings.ts';
import type { Key } from '../../ports.ts';
import { escalationRecord } from '../../records/escalation.ts';
import type { Pointer } from '../../records/agenda.ts';
import { enterAgenda } from '../agenda.ts';
import { quotaDecisionRecord } from '../../records/quota.ts';
import type { Deps } from '../deps.ts';
import { lettersOf } from './letters.ts';
import { followUp } from './next.ts';
import { REPORTS_STEP, draftReports } from './reports.ts';
import { heldUntil, openTime } from '../notices/judge.ts';
import { withdrawFollowing } from './settle.ts';
import { LINK_STEP, settleLinks } from '../ledger/append.ts';
import type { Letter, Sent } from '../notices/send.ts';
import { sendLetters } from '../notices/send-letters.ts';
import { loadEscalated } from './escalated.ts';
import { obligationRecord } from '../../records/obligation.ts';
import { drawRecord } from '../../records/draw.ts';

export interface Run {
  readonly left: number;
  readonly results: readonly PromiseSettledResult<unknown>[];
}

/**
 * Does what escalations call for at an instant: letters about what was issued, a period that has passed, a
 * decision that is still to be linked. The record is the truth, a pointer only a hint; repeatable.
 */
export async function deliverEscalations(deps: Deps, pointers: readonly Pointer[]): Promise<Run> {
  const own = pointers.filter((pointer) => pointer.escalationId !== undefined || pointer.step === LINK_STEP);
  const letters: Letter[] = [];
  const worked = await Promise.allSettled(
    own.map(async (pointer) => {
      letters.push(...(await workOff(deps, pointer)));
    }),
  );
  const { left, results } = letters.length === 0 ? none : await sendLetters(deps, letters);
  return { left, results: [...worked, ...results] };
}

const none: { readonly left: number; readonly results: readonly PromiseSettledResult<Sent>[] } = {
  left: 0,
  results: [],
};

async function workOff(deps: Deps, pointer: Pointer): Promise<readonly Letter[]> {
  const { jurisdiction } = pointer;
  if (pointer.step === LINK_STEP) {
    const item = await settleLinks(deps, jurisdiction, holderKey(pointer));
    // Once more: a process may have ended between a withdrawal and what it entails.
    if (item && pointer.escalationId !== undefined) await withdrawFollowing(deps, escalationRecord.of(item));
    return [];
  }
  const found = await loadEscalated(deps, pointer);
  if (!found) return [];
  if (pointer.step === REPORTS_STEP) {
    await draftReports(deps, found);
    return [];
  }
  const now = deps.clock.now();
  const open = heldUntil(found.context, now) ?? openTime(found.context, now);
  if (open > now) {
    await enterAgenda(deps.store, [{ ...pointer, at: open }], now);
    return [];
  }
  if (pointer.step === 'next') return followUp(deps, found);
  return lettersOf(deps, found);
}

/** What holds the decision that is still to be linked. */
function holderKey({ jurisdiction, escalationId, drawId, quota, obligationId, settings }: Pointer): Key {
  if (escalationId !== undefined) return escalationRecord.key({ jurisdiction, id: escalationId });
  if (quota !== undefined) return quotaDecisionRecord.key({ jurisdiction, ...quota });
  if (settings) return settingsRecord.key(jurisdiction);
  return drawId === undefined
    ? obligationRecord.key({ jurisdiction, id: obligationId })
    : drawRecord.key({ jurisdiction, id: drawId });
}
