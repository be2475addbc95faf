import { useState } from 'react';
import { download } from '../api/client.ts';
import { save } from './save.ts';

interface Fetching {
  /** Fetches a file of the API and lets the browser save it. */
  readonly fetchFile: (path: string) => void;
  /** Why the last one could not be had, for `ProblemAlert`. */
  readonly failure: unknown;
}

/** Files that a page offers to download. `{j}` in a path is the jurisdiction that the person is looking at. */
export function useDownload(): Fetching {
  const [failure, setFailure] = useState<unknown>();
  const fetchFile = (path: string): void => {
    setFailure(undefined);
    download(path).then(save, setFailure);
  };
  return { fetchFile, failure };
}
