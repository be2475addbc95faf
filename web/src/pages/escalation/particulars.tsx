import { Card } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { measures, needsOf, periodOf, reachesParty } from '../../../../shared/vocabulary/measures.ts';
import { escalationAfter } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { dayText, instantText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import * as change from './change.tsx';
import * as chosen from './chosen.tsx';
import { Earlier, earlierText } from './earlier.tsx';
import * as open from './open-places.tsx';
import { Provisions } from './provisions.tsx';

/** 沅江路桥公司（国有企业） */
function partyOf({ party }: Escalation, { terms, common }: ReturnType<typeof useSpeech>['words']): string {
  if (!party) return common.unknown;
  return party.nature === undefined
    ? (party.name ?? '')
    : `${party.name ?? ''}（${terms.natures[party.nature]}）`;
}

/** What a person enters before it is proposed: the period, the finding, the basis, the recipients. */
export function Particulars({ escalation }: { readonly escalation: Escalation }): ReactElement | null {
  const { words, language } = useSpeech();
  const { role } = useSession();
  const { step, paper, status, legalBasis, legalReview, circulation = [] } = escalation;
  const editable = may.write(role) && escalationAfter(status, 'edit') !== undefined;
  const text = words.escalations;
  const { terms } = words;
  const { circulates, makes, penalty, withPower } = measures[step];
  const needs = needsOf(step, paper);
  const period = periodOf(step, paper);
  // An officer may enter a power that the rulebook does not name.
  const byLaw = makes === 'order' || withPower !== undefined || penalty !== undefined;
  return (
    <Card size="small" id="particulars" title={<h2>{text.particulars}</h2>}>
      {editable && status !== 'draft' ? <p className="hint tight">{text.reopened}</p> : null}
      <dl className="particulars">
        {line(words.facts.fields.party, partyOf(escalation, words))}
        {line(text.paper, terms.papers[paper])}
        {line(text.provisions, <Provisions escalation={escalation} />)}
        {line(text.procedure, `${escalation.citation.title} ${escalation.citation.section}`)}
        {period !== undefined
          ? line(
              text.rectifyBy,
              escalation.rectifyBy === undefined
                ? text.rectifyByNone
                : dayText(escalation.rectifyBy, language),
              <change.RectifyBy escalation={escalation} />,
            )
          : null}
        {escalation.missing.includes('unsentNotice') || escalation.unsentNoticeReason !== undefined
          ? line(
              text.unsentNoticeReason,
              escalation.unsentNoticeReason,
              <change.UnsentNotice escalation={escalation} />,
            )
          : null}
        {escalation.missing.includes('order') || escalation.earlierOnPaper !== undefined
          ? line(
              text.earlierOnPaper,
              earlierText({ words, language }, escalation),
              <Earlier escalation={escalation} />,
            )
          : null}
        {needs.includes('refusal')
          ? line(text.refusal, escalation.refusal?.text, <change.Refusal escalation={escalation} />)
          : null}
        {byLaw || needs.includes('legal-basis') || legalBasis !== undefined
          ? line(text.legalBasis, legalBasis, <change.LegalBasis escalation={escalation} />)
          : null}
        {penalty === undefined
          ? null
          : line(
              text.form,
              escalation.form && text.forms[escalation.form],
              <change.Form escalation={escalation} />,
            )}
        {byLaw || needs.includes('legal-review') || legalReview !== undefined
          ? line(
              text.legalReview,
              legalReview && `${legalReview.by}：${legalReview.opinion}`,
              <change.LegalReview escalation={escalation} />,
            )
          : null}
        {needs.includes('investigation') || escalation.investigation !== undefined
          ? line(
              text.investigation,
              escalation.investigation &&
                `${dayText(escalation.investigation.on, language)}：${escalation.investigation.text}`,
              <chosen.Investigation escalation={escalation} />,
            )
          : null}
        {step === 'transfer'
          ? line(
              text.transfer,
              escalation.transfer && text.transfers[escalation.transfer],
              <chosen.Transfer escalation={escalation} />,
            )
          : null}
        {chosen.isSupervised(escalation)
          ? line(
              text.supervision,
              escalation.supervision && text.supervisions[escalation.supervision],
              <chosen.Supervision escalation={escalation} />,
            )
          : null}
        {asks('evidence', escalation.evidence)
          ? line(text.evidence, escalation.evidence, <open.Evidence escalation={escalation} />)
          : null}
        {asks('officers', escalation.officers)
          ? line(
              text.officers,
              escalation.officers?.map(({ name, certificate }) => `${name} ${certificate ?? ''}`).join('；'),
              <open.Officers escalation={escalation} />,
            )
          : null}
        {asks('discovery', escalation.discovery)
          ? line(
              text.discovery,
              escalation.discovery &&
                [escalation.discovery.on, escalation.discovery.source].filter(Boolean).join(' '),
              <open.Discovery escalation={escalation} />,
            )
          : null}
        {step === 'interview' || asks('interview', escalation.interview)
          ? line(
              text.interview,
              escalation.interview &&
                [
                  instantText(escalation.interview.at, language),
                  escalation.interview.place,
                  escalation.interview.attendees,
                ].join(' '),
              <open.Interview escalation={escalation} />,
            )
          : null}
        {circulates || !reachesParty(paper) || needs.includes('called-department') || circulation.length > 0
          ? line(
              text.circulation,
              circulation.length === 0
                ? undefined
                : circulation.map(({ name, email }) => `${name} ${email ?? ''}`).join('；'),
              <change.Circulation escalation={escalation} />,
            )
          : null}
      </dl>
    </Card>
  );

  /** The paper needs it, or has it. */
  function asks(field: string, value: unknown): boolean {
    const places = escalation.openPlaces ?? [];
    return value !== undefined || places.some(({ path }) => path.split('.')[0] === field);
  }

  function line(label: string, value: ReactNode, button?: ReactElement): ReactElement {
    return (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value ?? <span className="hint">{text.notSet}</span>}</dd>
        {may.write(role) && button ? <dd className="no-print">{button}</dd> : null}
      </div>
    );
  }
}
