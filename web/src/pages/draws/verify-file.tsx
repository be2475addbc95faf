import { Card } from 'antd';
import { useState, type ReactElement } from 'react';
import { FileDrop } from '../../components/file-drop.tsx';
import { useWords } from '../../i18n/words.ts';
import { Verification } from './verification.tsx';

interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** A published draw from anywhere, recomputed in this browser. Nothing is sent. */
export function VerifyFile(): ReactElement {
  const { draws } = useWords();
  const [dropped, setDropped] = useState<Dropped>();
  const take = (file: File): void => {
    void file.text().then((text) => setDropped({ name: file.name, text }));
  };
  return (
    <Card size="small">
      <FileDrop label={draws.chooseFile} hint={draws.verifyFileHint} accept=".json" take={take} />
      {dropped ? (
        <>
          <p className="between">
            {draws.file}：<strong>{dropped.name}</strong>
          </p>
          <Verification text={dropped.text} />
        </>
      ) : null}
    </Card>
  );
}
