import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Escalation, Inspection } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useDownload } from '../../components/use-download.ts';
import { instantText } from '../../i18n/format.ts';
import { useSiteWords } from '../../i18n/site-words.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

/** For a paper about problems that a check found: what was seen of them again, with the opinion, and the way to record it. */
export function Recheck({ escalation }: { readonly escalation: Escalation }): ReactElement | null {
  const { words, language } = useSpeech();
  const { escalations: text } = words;
  const { results } = useSiteWords();
  const { role } = useSession();
  const navigate = useNavigate();
  const { fetchFile, failure } = useDownload();
  const { subjectId } = escalation;
  const { data = [] } = useAll('GET /v1/jurisdictions/{j}/inspections', { query: { subjectId } });
  const found = data.flatMap((record) => problemsIn(record, escalation));
  const [first] = found;
  if (!first) return null;
  const duties = new Set(found.map(({ obligationId }) => obligationId));
  const again = data.flatMap(({ id, at, rechecked = [] }) => {
    const own = rechecked.filter(({ obligationId }) => duties.has(obligationId));
    return own.length === 0 ? [] : [{ id, at, said: own.map(({ result }) => results[result]).join('、') }];
  });
  const fetchOpinion = (id: string): void => {
    const query = new URLSearchParams({ form: 'recheck-opinion', subjectId }).toString();
    fetchFile(`/v1/jurisdictions/{j}/inspections/${encodeURIComponent(id)}/document.docx?${query}`);
  };
  const address = `/inspections/new?${new URLSearchParams({ regime: first.regime, targets: subjectId }).toString()}`;
  return (
    <Card size="small" title={<h2>{text.recheck}</h2>}>
      <p className="hint tight">{again.length === 0 ? text.recheckNone : text.recheckHint}</p>
      <ul className="plain">
        {again.map(({ id, at, said }) => (
          <li key={id}>
            <Link to={`/inspections/${id}`}>{instantText(at, language)}</Link> {said}{' '}
            <Button size="small" className="no-print" onClick={() => fetchOpinion(id)}>
              {text.recheckOpinion}
            </Button>
          </li>
        ))}
      </ul>
      {may.write(role) ? (
        <Button className="no-print" onClick={() => void navigate(address)}>
          {text.doRecheck}
        </Button>
      ) : null}
      <ProblemAlert error={failure} />
    </Card>
  );
}

interface Problem {
  readonly regime: string;
  readonly obligationId: string;
}

/** The problems that the paper is about: of its check, or the one whose duty was missed. */
const problemsIn = (
  { id, regime, findings }: Inspection,
  { subjectId, inspectionId, obligationId: missed }: Escalation,
): Problem[] =>
  findings.flatMap(({ obligationId, subjectId: at }) =>
    at === subjectId && obligationId !== undefined && (id === inspectionId || obligationId === missed)
      ? [{ regime, obligationId }]
      : [],
  );
