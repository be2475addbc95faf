import { Card, Col, Row } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { Escalation } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { documentName } from '../../features/escalations/rows.tsx';
import { Head } from '../../components/head.tsx';
import { History } from '../../components/history.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { EscalationTag } from '../../components/tags.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { Acts } from './acts.tsx';
import { Course } from './course.tsx';
import { Document } from './document.tsx';
import { Hearing } from './hearing.tsx';
import { Ladder } from './ladder.tsx';
import { Lacks } from './lacks.tsx';
import { LegalWord } from './legal-word.tsx';
import { Particulars } from './particulars.tsx';
import { Recheck } from './recheck.tsx';
import { Recipients } from './recipients.tsx';

/** One document, from draft to service. */
export function Component(): ReactElement {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/escalations/{id}', { params: { id } });
  if (data?.id !== id)
    return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Card loading />;
  return <Loaded key={id} escalation={data} />;
}

function Loaded({ escalation }: { readonly escalation: Escalation }): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const isUnit = role === 'unit';
  return (
    <>
      <Head title={documentName(words, escalation)} beside={<EscalationTag status={escalation.status} />} />
      <Concerning escalation={escalation} />
      {isUnit ? <p className="hint">{words.escalations.unitHint}</p> : <Acts escalation={escalation} />}
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14} className="stack">
          <Document escalation={escalation} />
        </Col>
        <Col xs={24} xl={10} className="stack">
          {isUnit ? null : <Lacks escalation={escalation} />}
          {isUnit ? null : <Hearing escalation={escalation} />}
          {isUnit ? null : <LegalWord escalation={escalation} />}
          {isUnit ? null : <Particulars escalation={escalation} />}
          <Course escalation={escalation} />
          {isUnit ? null : <Recheck escalation={escalation} />}
          {isUnit ? null : <Recipients escalation={escalation} />}
          <Ladder escalation={escalation} />
          {isUnit ? null : (
            <Card size="small" title={<h2>{words.escalations.history}</h2>}>
              <History entries={escalation.history ?? []} empty={words.escalations.noHistory} />
            </Card>
          )}
        </Col>
      </Row>
    </>
  );
}

/** Against whom, for what, on what basis. */
function Concerning({ escalation }: { readonly escalation: Escalation }): ReactElement {
  const words = useWords();
  const { subjectId, subjectName, obligationId, inspectionId, citation } = escalation;
  const isKnown = useSubjects().has(subjectId);
  return (
    <p className="standing">
      <span>
        {words.escalations.of}：
        {isKnown ? <Link to={`/subjects/${subjectId}`}>{subjectName}</Link> : subjectName}
      </span>
      <span>
        {words.escalations.basis}：{citation.title} {citation.section}
      </span>
      {obligationId === undefined ? null : (
        <Link to={`/escalations/${escalation.id}?why=${encodeURIComponent(obligationId)}`} preventScrollReset>
          {words.escalations.toDuty}
        </Link>
      )}
      {inspectionId === undefined ? null : (
        <Link to={`/inspections/${inspectionId}`}>{words.escalations.toInspection}</Link>
      )}
    </p>
  );
}
