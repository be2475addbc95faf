import {
  formatInstant,
  instant,
  plus,
  hours,
  minutes,
  type Instant,
} from '../../../shared/domain/time/instant.ts';
import { chanceFrom } from '../../support/chance/chance.ts';
import { bureauOf, type Bureau, type Obligation } from '../../support/bureaus/bureau.ts';
import type { TestServer } from '../../support/product/server.ts';
import { END, START, type Register, type Registered } from './registers.ts';
import { nameOf } from './oracle.ts';

/** What happens at a moment of the year. */
interface Event {
  readonly at: Instant;
  readonly happens: () => Promise<void>;
}

export interface Lived {
  readonly bureau: Bureau;
  readonly register: Register;
  /** By code. */
  readonly ids: Map<string, string>;
  /** `unit7 archives-security/self-inspection-report 2025`: when it was fulfilled. */
  readonly fulfilled: Map<string, Instant>;
}

/** All that is entered and fulfilled in a year, each at its time, over HTTP; then the rest of the year goes by. */
export async function liveThrough(server: TestServer, registers: readonly Register[]): Promise<Lived[]> {
  const events: Event[] = [];
  const lived: Lived[] = [];
  for (const register of registers) {
    const bureau = await bureauOf(server, register.jurisdiction);
    await bureau.admin.ask('PUT', `${bureau.path}/staff`, { body: register.staff });
    const alerts = { superiors: register.superiors };
    await bureau.admin.ask('PATCH', `${bureau.path}/settings`, { body: { alerts } });
    const one: Lived = { bureau, register, ids: new Map(), fulfilled: new Map() };
    lived.push(one);
    const bureaus = (await bureau.obligations({})).filter(isPursued);
    events.push(...bureaus.flatMap((duty) => fulfilment(one, 'bureau', duty, instant(START))));
    for (const subject of register.subjects) {
      events.push({
        at: subject.enteredAt,
        happens: async () => void events.push(...(await enter(one, subject))),
      });
    }
  }
  await inOrder(server, events);
  await server.advance(END);
  return lived;
}

async function inOrder(server: TestServer, events: Event[]): Promise<void> {
  let now = instant(START);
  while (events.length > 0) {
    const next = events.reduce((a, b) => (b.at < a.at ? b : a));
    events.splice(events.indexOf(next), 1);
    if (next.at > now) await server.advance(formatInstant(next.at));
    now = next.at;
    await next.happens();
  }
}

const isPursued = ({ pursuit, status }: Obligation): boolean =>
  pursuit === 'active' && (status === 'upcoming' || status === 'open');

async function enter(lived: Lived, subject: Registered): Promise<Event[]> {
  const { kind, code, traits, facts, contacts, parent, enteredAt } = subject;
  const parentId = parent === undefined ? undefined : lived.ids.get(parent);
  const { id } = await lived.bureau.enter({
    kind,
    code,
    name: `${code}（示例）`,
    traits: [...traits],
    facts,
    contacts: [...contacts],
    ...(parentId === undefined ? {} : { parentId }),
  });
  lived.ids.set(code, id);
  const duties = (await lived.bureau.obligations({ subjectId: id })).filter(isPursued);
  return duties.flatMap((duty) => fulfilment(lived, code, duty, enteredAt));
}

/** Somewhat more than half of the duties are met: in good time, at the last moment, or late; the others never. */
function fulfilment(lived: Lived, code: string, duty: Obligation, since: Instant): Event[] {
  const name = `${code} ${duty.ruleId} ${nameOf(duty)}`;
  const chance = chanceFrom(`${lived.register.jurisdiction} ${name}`);
  if (chance.holds(0.4)) return [];
  const at =
    duty.dueAt === undefined
      ? plus(
          instant(`${duty.dueOn ?? ''}T10:00:00+08:00`),
          hours(24 * chance.between(-40, 20)) + minutes(chance.between(0, 600)),
        )
      : plus(instant(duty.dueAt), minutes(chance.between(-1200, 900)));
  if (at <= since || at >= instant(END)) return [];
  const on = formatInstant(at);
  const happens = async (): Promise<void> => {
    await lived.bureau.act(duty.id, 'fulfilment', { on });
    lived.fulfilled.set(name, at);
  };
  return [{ at, happens }];
}
