import type { z } from 'zod';
import type { escalationPatch } from '../../contract/escalations.ts';
import { failOf, fieldError, ok, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { day } from '../../domain/time/day.ts';
import { waitsFor } from '../../domain/escalations/earlier.ts';
import { basisFlaw } from '../../domain/escalations/legal-basis.ts';
import { listTitles } from '../../rules/catalogue.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { actOn } from './act.ts';
import { checkBehind, findingDay } from './officers.ts';
import { orderBehind } from './lacking.ts';
import { wrongOnPaper } from './on-paper.ts';
import { againstOf, formFlaws } from './party.ts';
import { answerableFor } from '../register/party.ts';
import type { FoundEscalation } from './list.ts';
import type { Request } from '../request.ts';
import { supervisionRegimes } from '../../vocabulary/supervision.ts';
import { wordsAfter } from './words.ts';

type Patch = z.infer<typeof escalationPatch>;

/** Changes a draft; what was proposed or approved is a draft again, and its approval is gone. */
export async function editEscalation(
  request: Request,
  id: string,
  patch: Patch,
): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, 'edit', async (found) => {
    const { escalation } = found;
    const wrong = await wrongIn(request, found, patch);
    if (wrong) return wrong;
    const now = request.deps.clock.now();
    const by = actorOf(request.principal);
    const { refusal, interview, ...rest } = patch;
    const fields = Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) =>
        name === 'redraft' ? [] : [[name, value === null ? undefined : value]],
      ),
    );
    const reopened = escalation.status !== 'draft';
    const { paper, text } = await wordsAfter(request, found, patch, fields);
    return ok({
      change: {
        ...fields,
        paper,
        text,
        party: undefined,
        ...(interview === undefined ? {} : { interview: interviewOf(interview) }),
        ...(refusal === undefined
          ? {}
          : { refusal: refusal === null ? undefined : { ...refusal, by, at: now } }),
        approval: { role: escalation.approval.role },
      },
      what: 'edited',
      text: `修改：${Object.keys(patch).map(fieldName).join('、')}${reopened ? '，须重新提请审批' : ''}`,
    });
  });
}

const interviewOf = (interview: NonNullable<Patch['interview']> | null): EscalationRecord['interview'] =>
  interview === null ? undefined : { ...interview, at: instant(interview.at) };

const fieldNames: Readonly<Record<string, string>> = {
  text: '正文',
  rectifyBy: '改正期限',
  refusal: '拒不整改的认定',
  legalBasis: '法律依据',
  form: '性质',
  legalReview: '法制审核',
  circulation: '通报范围',
  redraft: '重新起草正文',
  officers: '执法人员',
  evidence: '证据',
  discovery: '案件来源和发现时间',
  interview: '约谈安排',
  investigation: '调查情况',
  transfer: '移送类别',
  supervision: '监督文书种类',
  unsentNoticeReason: '通知未送出而继续办理的理由',
  earlierOnPaper: '此前以纸质办理的文书',
};
const fieldName = (name: string): string => fieldNames[name] ?? name;

async function wrongIn(request: Request, { escalation, subject, rule }: FoundEscalation, patch: Patch) {
  const today = dayOf(request.deps.clock.now());
  if (Object.keys(patch).length === 0) return problemAt('', 'escalation.nothing-to-change');
  if (typeof patch.rectifyBy === 'string' && day(patch.rectifyBy) <= today)
    return problemAt('rectifyBy', 'escalation.period-passed');
  const set = patch.rectifyBy === undefined ? undefined : await dayOfFinding(request, escalation);
  if (set !== undefined && day(set) > today && patch.rectifyBy !== set)
    return problemAt('rectifyBy', 'escalation.other-day-than-finding', { on: set });
  if (patch.investigation && day(patch.investigation.on) > today)
    return problemAt('investigation.on', 'escalation.investigated-ahead');
  if (patch.transfer && escalation.step !== 'transfer')
    return problemAt('transfer', 'escalation.no-transfer');
  if (patch.supervision && rule.regime !== supervisionRegimes.enforcement)
    return problemAt('supervision', 'escalation.no-supervision');
  const ofCase = (['priorNotice', 'statement'] as const).filter((name) => patch[name] !== undefined);
  const elsewhere = escalation.step === 'revocation' ? 'hearing.patch' : 'escalation.belongs-to-case';
  if (ofCase.length > 0) return failOf(ofCase.map((path) => fieldError(path, elsewhere)));
  const basis = wrongBasis(patch);
  if (basis) return basis;
  const paper = patch.earlierOnPaper ?? undefined;
  const awaited = waitsFor(rule, escalation.step);
  const wrongPaper = paper && wrongOnPaper(paper, escalation.step, awaited, today);
  if (wrongPaper) return wrongPaper;
  const order = paper ?? (await orderBehind(request, { escalation, rule }));
  if (patch.refusal && !order) return problemAt('refusal', 'escalation.no-refusal-yet');
  const form = formFlaws(
    { form: patch.form ?? undefined },
    await answerableFor(request.deps, subject, againstOf(rule)),
    subject,
  );
  return form.length > 0 ? failOf(form) : undefined;
}

async function dayOfFinding(request: Request, escalation: EscalationRecord): Promise<string | undefined> {
  return findingDay(await checkBehind(request, escalation), escalation.subjectId);
}

function wrongBasis({ legalBasis }: Patch) {
  if (typeof legalBasis !== 'string' || legalBasis === '') return undefined;
  const flaw = basisFlaw(legalBasis, listTitles);
  if (flaw === undefined) return undefined;
  return problemAt(
    'legalBasis',
    flaw === 'county-list' ? 'escalation.basis-is-a-list' : 'escalation.basis-without-article',
  );
}
