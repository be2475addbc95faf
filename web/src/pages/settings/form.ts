import type { Body, Settings } from '../../api/contract.ts';
import { channelNames, channelSettings, type ChannelName } from '../../../../shared/vocabulary/channels.ts';
import { numberedPapers } from '../../../../shared/vocabulary/numbered-papers.ts';
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
  readonly organ: string;
  readonly qualification: string;
  readonly delegation: string;
  readonly address: string;
  readonly telephone: string;
  readonly contact: string;
  readonly reconsiderationBody: string;
  readonly court: string;
  readonly bank: string;
  readonly bankAccount: string;
  readonly numbering: Readonly<Record<string, string | undefined>>;
}

/** What papers say of the bureau, in the order of the form. */
export const paperNames = [
  'organ',
  'qualification',
  'delegation',
  'address',
  'telephone',
  'contact',
  'reconsiderationBody',
  'court',
  'bank',
  'bankAccount',
] as const;

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
    organ: papers.actingOrgan.name,
    qualification: papers.actingOrgan.qualification ?? '',
    delegation: papers.actingOrgan.delegation ?? '',
    address: papers.address ?? '',
    telephone: papers.telephone ?? '',
    contact: papers.contact ?? '',
    reconsiderationBody: papers.reconsiderationBody,
    court: papers.court ?? '',
    bank: papers.bank ?? '',
    bankAccount: papers.bankAccount ?? '',
    numbering: papers.numbering,
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

/** Empty: each rule’s own period. */
const daysOrNone = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Only what was changed: the rest stays as it holds without an entry. Empty takes an entry away. */
function papersOf(fields: SettingsFields, before: SettingsFields): Pick<Patch, 'papers'> {
  const changed = Object.fromEntries(
    paperNames
      .filter((name) => fields[name] !== before[name])
      .map((name) => [name, textOrNone(fields[name])]),
  );
  const { organ, qualification, delegation, ...lines } = changed;
  const actingOrgan = defined({ name: organ, qualification, delegation });
  const numbering = Object.fromEntries(
    numberedPapers
      .filter((paper) => (fields.numbering[paper] ?? '') !== (before.numbering[paper] ?? ''))
      .map((paper) => [paper, textOrNone(fields.numbering[paper] ?? '')]),
  );
  const papers = {
    ...lines,
    ...(Object.keys(actingOrgan).length === 0 ? {} : { actingOrgan }),
    ...(Object.keys(numbering).length === 0 ? {} : { numbering }),
  };
  return Object.keys(papers).length === 0 ? {} : { papers };
}

const textOrNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const defined = (values: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
