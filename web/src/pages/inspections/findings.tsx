import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Inspection } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../format.ts';
import { useSpeech } from '../../i18n/words.ts';

type Finding = Inspection['findings'][number];

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** With the duty that each became, and the visit that followed it up. */
  readonly live: boolean;
}

export function Findings({ findings, live }: FindingsProps): ReactElement {
  const { words, language } = useSpeech();
  const { one, list, severities } = words.checks;
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
          render: ({ rectifyBy, obligationId }) => (
            <>
              {rectifyBy === undefined ? '' : dayText(rectifyBy, language)}
              {live && obligationId !== undefined ? (
                <>
                  <br />
                  <Link to={`/obligations/${encodeURIComponent(obligationId)}`}>{one.duty}</Link>
                </>
              ) : null}
            </>
          ),
        },
        ...(live
          ? [
              {
                title: one.followUp,
                width: 150,
                render: ({ followUp, rectifyBy }: Finding) =>
                  followUp ? (
                    <Link to={`/inspections/${followUp.inspectionId}`}>
                      {one.followedOn(dayText(followUp.on, language))}
                    </Link>
                  ) : rectifyBy === undefined ? (
                    ''
                  ) : (
                    <span className="hint">{one.notFollowed}</span>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
