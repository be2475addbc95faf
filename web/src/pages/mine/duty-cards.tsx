import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Obligation } from '../../api/contract.ts';
import { useDutyTitle, useSubjects } from '../../api/use-names.ts';
import { Due, Nearness } from '../../features/duties/due.tsx';
import { DutyActs } from '../../features/duties/acts.tsx';
import { Forms } from '../../features/forms/forms.tsx';
import { DutyTags } from '../../components/tags.tsx';
import { periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { dutyFormNames, formsOfDuty } from '../../../../shared/vocabulary/duty-forms.ts';

interface DutyCardsProps {
  readonly title: string;
  readonly duties: readonly Obligation[];
  /** Called when the form of a duty is opened or closed. */
  readonly onOpen: (id: string, open: boolean) => void;
}

/** Duties one below the other, each with its day, its reasons and the button to report it. */
export function DutyCards({ title, duties, onOpen }: DutyCardsProps): ReactElement | null {
  if (duties.length === 0) return null;
  return (
    <Card size="small" title={<h2>{`${title}（${duties.length}）`}</h2>}>
      <ul className="cards" aria-label={title}>
        {duties.map((duty) => (
          <li key={duty.id}>
            <OneDuty duty={duty} onOpen={(open) => onOpen(duty.id, open)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface OneDutyProps {
  readonly duty: Obligation;
  readonly onOpen: (open: boolean) => void;
}

function OneDuty({ duty, onOpen }: OneDutyProps): ReactElement {
  const { words, language } = useSpeech();
  const { unitId } = useSession();
  const titleOf = useDutyTitle();
  const subject = useSubjects().get(duty.subjectId);
  const isPending = ['upcoming', 'open', 'overdue'].includes(duty.status);
  return (
    <div className="my-duty">
      <div>
        <div className="card-first">
          <Link to={`/obligations/${duty.id}`}>{titleOf(duty)}</Link>
        </div>
        {duty.subjectId === unitId ? null : <div>{subject?.name ?? '…'}</div>}
        <div>
          {words.duty.due}：<Due duty={duty} /> <Nearness duty={duty} />
          {duty.period === undefined ? '' : `（${periodText(duty.period, language)}）`}
        </div>
        <DutyTags duty={duty} />
        {duty.report === 'returned' ? (
          <p className="late tight anywhere written">
            {words.mine.returned}
            {duty.returnReason === undefined ? null : (
              <>
                <br />
                {words.duty.returnReason}：{duty.returnReason}
              </>
            )}
          </p>
        ) : null}
        {isPending ? (
          <Forms
            at={`obligations/${encodeURIComponent(duty.id)}`}
            forms={formsOfDuty(duty.ruleId, true).map((form) => ({ form, name: dutyFormNames[form] }))}
          />
        ) : null}
      </div>
      <DutyActs duty={duty} onOpen={onOpen} />
    </div>
  );
}
