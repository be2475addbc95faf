import type { Body, Settings } from '../../api/contract.ts';
import { channelNames, channelSettings, type ChannelName } from '../../../../shared/vocabulary/channels.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { bureauRoles, officeWords } from '../../../../shared/vocabulary/value-words.ts';
import { deskFields, deskPatch, type DeskFields } from './desk.ts';

export const officeNames = keysOf(officeWords);
export type OfficeName = keyof typeof officeWords;

/** The settings as fields of their form: lists as texts. */
export interface SettingsFields {
  readonly trackFrom: string;
  readonly sendHour: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly rectificationDays: string;
  readonly defenceWorkingDays: string;
  /** Empty: no cap. */
  readonly checksPerWorkingDay: string;
  readonly enterpriseYearlyCap: string;
  readonly leads: Readonly<Record<string, string | undefined>>;
  readonly channels: Readonly<Record<string, readonly ChannelName[] | undefined>>;
  readonly leaders: string;
  readonly superiors: string;
  readonly leaderAfter: string;
  readonly superiorAfter: string;
  readonly unservedAfter: string;
  /** The roles whose people sign in with a second factor. */
  readonly secondFactor: readonly string[];
  /** A line a body: 原名称＝现名称. */
  readonly bodies: string;
  readonly desk: DeskFields;
  /** Of the offices that act in their own name beside the bureau; missing where there are none. */
  readonly offices?: Readonly<Partial<Record<OfficeName, DeskFields>>>;
}

export const leadNames = ['long', 'upTo30Days', 'upTo7Days', 'hours'] as const;
export const noticeNames = keysOf(channelSettings);

export function fieldsOf(settings: Settings): SettingsFields {
  const { alerts, own, papers } = settings;
  return {
    trackFrom: settings.trackFrom,
    sendHour: String(settings.sendHour),
    quietFrom: settings.quietHours.from,
    quietTo: settings.quietHours.to,
    rectificationDays: String(own.rectificationDays ?? ''),
    defenceWorkingDays: String(own.defenceWorkingDays ?? ''),
    checksPerWorkingDay: String(settings.checksPerWorkingDay),
    enterpriseYearlyCap: String(settings.enterpriseYearlyCap ?? ''),
    leads: Object.fromEntries(
      leadNames.map((name) => [name, (settings.reminderLeads[name] ?? []).join('、')]),
    ),
    channels: Object.fromEntries(
      noticeNames.map((name) => [
        name,
        channelNames.filter((channel) => settings.channels[name]?.includes(channel)),
      ]),
    ),
    leaders: alerts.leaders.join('\n'),
    superiors: alerts.superiors.join('\n'),
    leaderAfter: String(alerts.leaderAfterWorkingDays),
    superiorAfter: String(alerts.superiorAfterWorkingDays),
    unservedAfter: String(alerts.unservedAfterWorkingDays),
    secondFactor: settings.secondFactor,
    bodies: Object.entries(papers.bodies ?? {})
      .map(([was, today]) => `${was}＝${today}`)
      .join('\n'),
    desk: deskFields(papers),
    offices: Object.fromEntries(
      officeNames.flatMap((office) => {
        const desk = papers.offices?.[office];
        return desk === undefined ? [] : [[office, deskFields(desk)]];
      }),
    ),
  };
}

const partsOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((part) => part !== '');

type Patch = Body<'PATCH /v1/jurisdictions/{j}/settings'>;

/** The whole form as a change. For the server, equal values are no change. Empty leads mean the product’s own. */
export function patchOf(fields: SettingsFields, seen: Settings): Patch {
  const leads = leadNames.flatMap((name) => {
    const days = partsOf(fields.leads[name] ?? '').map(Number);
    return days.length === 0 ? [] : [[name, days] as const];
  });
  const channels = noticeNames.flatMap((name) => {
    const chosen = [...(fields.channels[name] ?? [])];
    return chosen.length === 0 ? [] : [[name, chosen] as const];
  });
  return {
    trackFrom: fields.trackFrom,
    sendHour: Number(fields.sendHour),
    quietHours: { from: fields.quietFrom, to: fields.quietTo },
    rectificationDays: daysOrNone(fields.rectificationDays),
    defenceWorkingDays: daysOrNone(fields.defenceWorkingDays),
    ...papersOf(fields, fieldsOf(seen)),
    ...factorOf(fields, seen),
    checksPerWorkingDay: Number(fields.checksPerWorkingDay),
    enterpriseYearlyCap: fields.enterpriseYearlyCap.trim() === '' ? null : Number(fields.enterpriseYearlyCap),
    ...(leads.length === 0 ? {} : { reminderLeads: Object.fromEntries(leads) }),
    ...(channels.length === 0 ? {} : { channels: Object.fromEntries(channels) }),
    alerts: {
      leaders: partsOf(fields.leaders),
      superiors: partsOf(fields.superiors),
      leaderAfterWorkingDays: Number(fields.leaderAfter),
      superiorAfterWorkingDays: Number(fields.superiorAfter),
      unservedAfterWorkingDays: Number(fields.unservedAfter),
    },
  };
}

/** Only a change: a bureau that never chose stays without an entry. */
function factorOf({ secondFactor }: SettingsFields, seen: Settings): Pick<Patch, 'secondFactor'> {
  const chosen = bureauRoles.filter((role) => secondFactor.includes(role));
  const same =
    chosen.length === seen.secondFactor.length && chosen.every((role) => seen.secondFactor.includes(role));
  return same ? {} : { secondFactor: chosen };
}

/** Empty: each rule’s own period. */
const daysOrNone = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Of each office only what was changed. */
function papersOf(fields: SettingsFields, before: SettingsFields): Pick<Patch, 'papers'> {
  const own = deskPatch(fields.desk, before.desk);
  const offices = Object.fromEntries(
    officeNames.flatMap((office) => {
      const [typed, known] = [fields.offices?.[office], before.offices?.[office]];
      const patch = typed && known && deskPatch(typed, known);
      return patch === undefined ? [] : [[office, patch]];
    }),
  );
  const bodies = bodiesPatch(fields.bodies, before.bodies);
  const papers = {
    ...own,
    ...(Object.keys(offices).length === 0 ? {} : { offices }),
    ...(Object.keys(bodies).length === 0 ? {} : { bodies }),
  };
  return Object.keys(papers).length === 0 ? {} : { papers };
}

/** 原名称＝现名称, with a full or a half-width sign. */
export const isBodyLine = (line: string): boolean => /^[^＝=]{2,60}[＝=][^＝=]{2,60}$/u.test(line.trim());

const bodiesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [was = '', today = ''] = line.split(/[＝=]/u).map((part) => part.trim());
      return isBodyLine(line) ? [[was, today] as const] : [];
    }),
  );

/** What was written anew or changed, and null for what was taken away. */
function bodiesPatch(typed: string, before: string): Record<string, string | null> {
  const [now, known] = [bodiesIn(typed), bodiesIn(before)];
  return Object.fromEntries([
    ...[...now].filter(([was, today]) => known.get(was) !== today),
    ...[...known.keys()].filter((was) => !now.has(was)).map((was) => [was, null] as const),
  ]);
}
