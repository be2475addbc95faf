import { Spin } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { download, type RequestFailed } from '../../api/client.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';

interface PreviewProps {
  readonly address: string;
  /** Each version of an escalation has another document. */
  readonly version: number;
}

/** The same file as the download, laid out as pages. */
export function Preview({ address, version }: PreviewProps): ReactElement {
  const words = useWords();
  const { token } = useSession();
  const { data, error, refetch } = useQuery<Blob, RequestFailed>({
    queryKey: ['document', address, version, token],
    queryFn: async () => (await download(address)).blob,
    staleTime: Infinity,
  });
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const paper = place.current;
    if (!data || !paper) return undefined;
    let current = true;
    setFailed(false);
    layOut(data).then(
      (pages) => {
        if (current) paper.replaceChildren(pages);
      },
      () => {
        if (current) setFailed(true);
      },
    );
    return () => {
      current = false;
    };
  }, [data]);
  return (
    <>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {failed ? <p>{words.escalations.previewFailed}</p> : null}
      {data || error ? null : <Spin />}
      <div ref={place} className="paper" role="region" aria-label={words.escalations.preview} tabIndex={0} />
    </>
  );
}

async function layOut(file: Blob): Promise<HTMLElement> {
  const { renderAsync } = await import('docx-preview');
  const pages = document.createElement('div');
  await renderAsync(file, pages, undefined, { ignoreLastRenderedPageBreak: true, renderHeaders: false });
  return pages;
}
