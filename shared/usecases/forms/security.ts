import { unitForm, yearForm } from '../../documents/duties/builders.ts';
import type { YearFormParts } from '../../documents/duties/parts.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { ok, problemAt, type Outcome } from '../../outcome.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { day, yearOf } from '../../domain/time/day.ts';
import { natureWords } from '../../vocabulary/parties.ts';
import type { YearForm } from '../../vocabulary/duty-forms.ts';
import { sourceOf } from '../cases/document.ts';
import { deskNow } from '../escalations/acting.ts';
import { superiorName } from '../notices/wording.ts';
import type { Found } from '../register/find-obligation.ts';
import { answerableFor } from '../register/party.ts';
import type { Request } from '../request.ts';
import { changedAt, contactsOf } from './project.ts';
import { yearRecords } from './year.ts';

/** The report of a unit about its year, with what the register knows of it. */
export async function unitFormDocument(
  request: Request,
  { obligation, subject, rule }: Found,
): Promise<Outcome<DocumentModel>> {
  const { organ, ...desk } = await deskNow(request, rule.office);
  const { party = { name: subject.name } } = await answerableFor(request.deps, subject);
  const ruleOf = (id: string) => request.context.rulebook.ruleOf(`${rule.regime}/${id}`, obligation.arisesOn);
  const dueOn = effectiveDue(obligation);
  const { traits, facts } = subject;
  return ok(
    unitForm({
      bureau: organ.name,
      desk,
      at: laterOf(changedAt(subject), obligation.datedAt),
      contacts: contactsOf(subject),
      unit: party,
      nature: party.nature && natureWords[party.nature][0],
      facts,
      grounds: [
        ...(traits.includes('professional-archives') ? ['有列入国家专业档案目录的档案'] : []),
        ...(traits.includes('backup-register') ? ['列入档案登记备份名册'] : []),
      ],
      period: obligation.period ?? String(yearOf(day(dueOn)) - 1),
      dueOn,
      contents: ruleOf('self-inspection-report-contents')?.procedure?.parts ?? [],
      checklist: (ruleOf('inspection-record')?.procedure?.checklist ?? []).map(({ text }) => text),
      clause: sourceOf(rule).clause,
    }),
  );
}

/** A form of the bureau about a year. 422 where no unit owed or was checked anything in it. */
export async function yearFormDocument(
  request: Request,
  found: Found,
  form: YearForm,
): Promise<Outcome<DocumentModel>> {
  const parts = await yearPartsOf(request, found, form);
  return parts.ok ? ok(yearForm(form, parts.value)) : parts;
}

/** What it is filled in from. */
export async function yearPartsOf(
  request: Request,
  { obligation, rule }: Found,
  form: YearForm,
): Promise<Outcome<YearFormParts>> {
  const { regime, office } = rule;
  const period = obligation.period ?? String(yearOf(day(effectiveDue(obligation))) - 1);
  // The assessment of a year rests on the reports that fell due in it, about the year before.
  const reportsOn = form === 'assessment-sheet' ? String(Number(period) - 1) : period;
  const records = await yearRecords(request, { regime, year: period, reportsOn });
  const told =
    form === 'assessment-sheet' ? records.units : records.units.filter(({ report }) => report !== undefined);
  if (told.length === 0) return problemAt('form', 'form.nobody', { form, period: reportsOn });
  const { organ, ...desk } = await deskNow(request, office);
  const ruleOf = (id: string) => request.context.rulebook.ruleOf(`${regime}/${id}`, obligation.arisesOn);
  return ok({
    ...records,
    units: told,
    bureau: organ.name,
    desk,
    contacts: [],
    at: laterOf(records.at, obligation.datedAt),
    superior: superiorName(request.context, office),
    period,
    reportsOn,
    contents: ruleOf('self-inspection-report-contents')?.procedure?.parts ?? [],
    byHand: (ruleOf('annual-assessment-basis')?.procedure?.parts ?? [])
      .map((part) => part.replace(/[《》]/gu, ''))
      .filter((part) => !part.includes('汇总表') && !part.includes('监督检查')),
    clause: sourceOf(rule).clause,
  });
}

const laterOf = <T extends number>(a: T, b: T): T => (a > b ? a : b);
