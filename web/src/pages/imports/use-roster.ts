import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RequestFailed, sendRoster, type Said } from '../../api/client.ts';
import type { ImportAnswer, ImportDone, Problem } from '../../api/contract.ts';
import { freshName } from '../../api/once.ts';

/** The chosen file, the meanings of its headings, and the name under which it is imported once. */
interface Chosen {
  readonly file: File;
  readonly said: Said;
  readonly once: string;
}

/** A column whose meaning is asked for. `field` is its field if it has one, null when it is left out. */
export interface AskedColumn {
  readonly column: string;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: string | null | undefined;
}

/** The columns that the server could not read. */
export function askedIn(failure: unknown): readonly AskedColumn[] {
  if (!(failure instanceof RequestFailed)) return [];
  return (failure.problem.errors ?? []).flatMap(askedBy);
}

function askedBy({ code, params }: NonNullable<Problem['errors']>[number]): AskedColumn[] {
  const { column, heading, samples } = params;
  if (!code.startsWith('import.heading-')) return [];
  if (typeof column !== 'string' || typeof heading !== 'string') return [];
  return [
    { column, heading, samples: typeof samples === 'object' ? samples.map(String) : [], field: undefined },
  ];
}

/** The steps of a roster: chosen, tried, headings explained, entered. */
export function useRoster(id: string | undefined) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>();
  const [answer, setAnswer] = useState<ImportDone>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  const finish = (dryRun: boolean, got: ImportAnswer): void => {
    void queries.invalidateQueries(dryRun ? { queryKey: ['pages', IMPORTS] } : {});
    if ('status' in got) {
      setAnswer(undefined);
      void navigate(`/imports?id=${encodeURIComponent(got.id)}`);
      return;
    }
    setAnswer(got);
  };
  const send = (next: Chosen, dryRun: boolean): void => {
    setFailure(undefined);
    setBusy(true);
    const once = `${next.once}-${dryRun ? 'dry' : 'do'}`;
    sendRoster(next.file, { dryRun, once, said: next.said })
      .then((got) => finish(dryRun, got), setFailure)
      .finally(() => setBusy(false));
  };
  const begin = (next: Chosen): void => {
    setChosen(next);
    setAnswer(undefined);
    if (id !== undefined) void navigate('/imports?new');
    send(next, true);
  };
  return {
    name: chosen?.file.name,
    answer,
    busy,
    failure,
    take: (file: File): void => begin({ file, said: {}, once: freshName() }),
    /** Tries the file again, with the meanings of its headings. Does nothing without a file. */
    say:
      chosen &&
      ((said: Said): void => begin({ ...chosen, said: { ...chosen.said, ...said }, once: freshName() })),
    confirm: chosen && ((): void => send(chosen, false)),
    again: (): void => {
      setChosen(undefined);
      setAnswer(undefined);
      setFailure(undefined);
      void navigate('/imports?new');
    },
  };
}

export const IMPORTS = 'GET /v1/jurisdictions/{j}/imports';
