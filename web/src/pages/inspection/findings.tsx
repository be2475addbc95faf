import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Inspection } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

export type Finding = Inspection['findings'][number];

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** With the duty that each became, and the visit that followed it up. */
  readonly live: boolean;
}

export function Findings({ findings, live }: FindingsProps): ReactElement {
  const { one, list, severities } = useSpeech().words.checks;
  const subjects = useSubjects();
  return (
    <Rows<Finding>
      label={one.findings}
      rows={findings}
      rowKey={({ subjectId, text }) => `${subjectId} ${text}`}
      empty={one.noFindings}
      columns={[
        { title: one.problem, narrow: 'first', render: ({ text }) => text },
        {
          title: list.targets,
          width: 180,
          render: ({ subjectId }) => (
            <Link to={`/subjects/${subjectId}`}>{subjects.get(subjectId)?.name ?? subjectId}</Link>
          ),
        },
        { title: one.severity, width: 70, render: ({ severity }) => severities[severity] },
        { title: one.handling, render: ({ handling }) => handling },
        {
          title: one.rectifyBy,
          width: 150,
          render: (finding) => <RectifyBy finding={finding} live={live} />,
        },
        ...(live
          ? [
              {
                title: one.followUp,
                width: 150,
                render: followUpOf,
              },
            ]
          : []),
      ]}
    />
  );
}

interface RectifyProps {
  readonly finding: Finding;
  /** With the duty that it became. */
  readonly live: boolean;
}

/** The day by which it must be put right. */
export function RectifyBy({ finding: { rectifyBy, obligationId }, live }: RectifyProps): ReactElement {
  const { words, language } = useSpeech();
  return (
    <>
      {rectifyBy === undefined ? '' : dayText(rectifyBy, language)}
      {live && obligationId !== undefined ? (
        <>
          <br />
          <Link to={`/obligations/${encodeURIComponent(obligationId)}`}>{words.checks.one.duty}</Link>
        </>
      ) : null}
    </>
  );
}

/** The visit that checked it again. Nothing when nothing had to be put right. */
export const followUpOf = ({ followUp, rectifyBy }: Finding): ReactNode =>
  followUp === undefined && rectifyBy === undefined ? '' : <FollowUp visit={followUp} />;

function FollowUp({ visit }: { readonly visit: Finding['followUp'] }): ReactElement {
  const { words, language } = useSpeech();
  const { one } = words.checks;
  return visit ? (
    <Link to={`/inspections/${visit.inspectionId}`}>{one.followedOn(dayText(visit.on, language))}</Link>
  ) : (
    <span className="hint">{one.notFollowed}</span>
  );
}
