import { Card, Col, Row } from 'antd';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { Draw } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useRules } from '../../api/use-names.ts';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { Next } from './next.tsx';
import { Proof } from './proof.tsx';
import { Result } from './result.tsx';
import { TermsOf } from './terms.tsx';
import { DrawTags } from '../draws/list.tsx';

/** One draw: what was fixed, what to do next, who was drawn, and whether it is valid. */
export function Component(): ReactElement {
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/draws/{id}', { params: { id } });
  if (data?.id !== id)
    return error ? <ProblemAlert error={error} retry={() => void refetch()} /> : <Card loading />;
  return <Loaded draw={data} />;
}

function Loaded({ draw }: { readonly draw: Draw }): ReactElement {
  const { words, language } = useSpeech();
  const { draws } = words;
  const rule = useRules().get(draw.ruleId);
  const title = `${rule?.title ?? draw.ruleId}（${periodText(draw.period, language)}）`;
  return (
    <>
      <Head title={title} beside={<DrawTags draw={draw} />} />
      <p className="standing">
        <span>{draws.number(draw.number)}</span>
        <span>{draws.rosterOf(draw.size, draw.roster.length)}</span>
        <span>
          {draws.method}：{draws.methods[draw.beacon.kind]}
        </span>
        <Link to="/draws">{draws.tabs.list}</Link>
      </p>
      <Next draw={draw} />
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={13} className="stack">
          <Result draw={draw} />
          <TermsOf draw={draw} />
        </Col>
        <Col xs={24} xl={11} className="stack">
          <Proof key={draw.version} draw={draw} />
        </Col>
      </Row>
    </>
  );
}
