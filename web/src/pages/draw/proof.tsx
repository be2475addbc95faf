import { Button, Card, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { download } from '../../api/client.ts';
import type { Draw } from '../../api/contract.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { save } from '../../components/save.ts';
import { Verification } from '../draws/verification.tsx';

/** The published file, and the same file recomputed here. */
export function Proof({ draw }: { readonly draw: Draw }): ReactElement {
  const { draws } = useWords();
  const [text, setText] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const fetchFile = () => download('/v1/jurisdictions/{j}/draws/{id}', { params: { id: draw.id } });
  const name = `${draws.title}-${draw.period}-${draw.number}-${draw.id.slice(0, 8)}.json`;
  const keep = (): void => {
    setFailure(undefined);
    fetchFile().then(({ blob }) => save({ blob, name }), setFailure);
  };
  const verify = (): void => {
    setFailure(undefined);
    fetchFile()
      .then(({ blob }) => blob.text())
      .then(setText, setFailure);
  };
  return (
    <Card size="small" title={<h2>{draws.verification}</h2>}>
      <p className="hint tight">{draws.downloadHint}</p>
      <p className="hint tight">{draws.verifyHint}</p>
      <Space wrap className="no-print">
        <Button onClick={keep}>{draws.download}</Button>
        <Button type="primary" onClick={verify}>
          {text === undefined ? draws.verify : draws.verifyAgain}
        </Button>
      </Space>
      <ProblemAlert error={failure} />
      {text === undefined ? null : (
        <div className="between">
          <Verification text={text} />
        </div>
      )}
    </Card>
  );
}
