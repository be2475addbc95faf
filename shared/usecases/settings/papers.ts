import type { z } from 'zod';
import type { papersPatch } from '../../contract/papers.ts';
import { officeDesk, isMain, type OfficeDesk } from '../../domain/papers/acting-organ.ts';
import type { OfficePapers, PaperSettings } from '../../records/papers.ts';
import { settingsRecord, type SettingsRecord } from '../../records/settings.ts';
import type { Jurisdiction } from '../../rules/catalogue.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { officeName } from '../../rules/schema.ts';
import { enterAgenda } from '../agenda.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { checkAt, LINK_STEP, pendingOf, settleLinks } from '../ledger/append.ts';
import type { Request } from '../request.ts';

type Patch = z.infer<typeof papersPatch>;
type OfficePatch = Omit<Patch, 'offices' | 'bodies'>;

/** A patch names offices that the jurisdiction has, beside the bureau itself. */
export function papersFlaws(jurisdiction: Jurisdiction, patch: Patch | undefined): FieldError[] {
  const others = otherOffices(jurisdiction);
  return Object.keys(patch?.offices ?? {}).flatMap((office) =>
    others.some((known) => known === office)
      ? []
      : [fieldError(`papers.offices.${office}`, 'settings.no-office', { offices: others })],
  );
}

const otherOffices = (jurisdiction: Jurisdiction) =>
  (jurisdiction.offices ?? []).map(({ office }) => office).filter((office) => !isMain(jurisdiction, office));

/** What is entered after a patch; null takes a field away. */
function papersAfter(known: PaperSettings | undefined, patch: Patch): PaperSettings {
  const { offices: patched = {}, bodies: renamed = {}, ...own } = patch;
  const bodies = Object.fromEntries(
    Object.entries({ ...known?.bodies, ...renamed }).flatMap(([name, today]) =>
      typeof today === 'string' ? [[name, today]] : [],
    ),
  );
  const offices = { ...known?.offices };
  for (const office of officeName.options) {
    const change = patched[office];
    if (change) offices[office] = officeAfter(offices[office], change);
  }
  return {
    ...officeAfter(known, own),
    ...(Object.keys(offices).length === 0 ? {} : { offices }),
    bodies: Object.keys(bodies).length === 0 ? undefined : bodies,
  };
}

function officeAfter(known: OfficePapers | undefined, patch: OfficePatch): OfficePapers {
  const { actingOrgan, numbering, ...lines } = patch;
  return {
    ...present({ ...known, ...defined(lines) }),
    actingOrgan:
      actingOrgan === null ? undefined : present({ ...known?.actingOrgan, ...defined(actingOrgan ?? {}) }),
    numbering: present({ ...known?.numbering, ...defined(numbering ?? {}) }),
  };
}

/** What a patch says; a field that it leaves out changes nothing. */
const defined = <T extends object>(value: T): Partial<T> => {
  const kept: Partial<T> = {};
  return Object.assign(
    kept,
    Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)),
  );
};

type Present<T> = { [Field in keyof T]: Exclude<T[Field], null> };

function present<T extends object>(value: T): Partial<Present<T>> {
  const kept: Partial<Present<T>> = {};
  return Object.assign(kept, Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)));
}

/** What papers will say, with what holds where nothing was entered. */
export function papersView(jurisdiction: Jurisdiction, settings: SettingsRecord) {
  const [main = 'archives'] = (jurisdiction.offices ?? []).map(({ office }) => office);
  const others = otherOffices(jurisdiction);
  const shown = (desk: OfficeDesk) => {
    const { organ, ...rest } = desk;
    return { actingOrgan: organ, ...rest };
  };
  return {
    ...shown(officeDesk({ jurisdiction, settings }, main)),
    ...(settings.papers?.bodies === undefined ? {} : { bodies: settings.papers.bodies }),
    ...(others.length === 0
      ? {}
      : {
          offices: Object.fromEntries(
            others.map((office) => [office, shown(officeDesk({ jurisdiction, settings }, office))]),
          ),
        }),
  };
}

/** What a change of settings leaves of the papers, with its link for the chain of decisions. */
export function papersEntered(request: Request, patch: Patch | undefined): Partial<SettingsRecord> {
  if (!patch) return {};
  const { context, deps, principal } = request;
  const { jurisdiction, settings } = context;
  const papers = papersAfter(settings.papers, patch);
  const subjectId = bureauSubjectId(jurisdiction.id, 'archives');
  const target = { kind: 'settings', id: jurisdiction.id, subjectId, version: settings.version };
  const link = pendingOf(principal, deps.clock.now(), target, 'papers-entered', { papers: patch });
  return { papers, links: [...(settings.links ?? []), link] };
}

/** Before the change is stored: what links it after a stop. */
export async function enterLinking({ deps, context }: Request): Promise<void> {
  const now = deps.clock.now();
  const pointer = {
    jurisdiction: context.jurisdiction.id,
    obligationId: '',
    settings: true,
    step: LINK_STEP,
  };
  await enterAgenda(deps.store, [{ ...pointer, at: checkAt(now), attempt: 0 }], now);
}

export async function linkedSettings(
  { deps, context }: Request,
  stored: SettingsRecord,
): Promise<SettingsRecord> {
  const item = await settleLinks(deps, context.jurisdiction.id, settingsRecord.key(context.jurisdiction.id));
  return item ? settingsRecord.of(item) : stored;
}
