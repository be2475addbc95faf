import type { Body, Settings } from '../../api/contract.ts';
import { channelNames, channelSettings, type ChannelName } from '../../../../shared/vocabulary/channels.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';

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
}

export const leadNames = ['long', 'upTo30Days', 'upTo7Days', 'hours'] as const;
export const noticeNames = keysOf(channelSettings);

export function fieldsOf(settings: Settings): SettingsFields {
  const { alerts } = settings;
  return {
    trackFrom: settings.trackFrom,
    sendHour: String(settings.sendHour),
    quietFrom: settings.quietHours.from,
    quietTo: settings.quietHours.to,
    rectificationDays: String(settings.rectificationDays),
    defenceWorkingDays: String(settings.defenceWorkingDays),
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
  };
}

const partsOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((part) => part !== '');

type Patch = Body<'PATCH /v1/jurisdictions/{j}/settings'>;

/** The whole form as a change. For the server, equal values are no change. Empty leads mean the product’s own. */
export function patchOf(fields: SettingsFields): Patch {
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
    rectificationDays: Number(fields.rectificationDays),
    defenceWorkingDays: Number(fields.defenceWorkingDays),
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
