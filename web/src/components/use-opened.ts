import { useState } from 'react';

/** Something that others can change too. Another version has another content. */
export interface Versioned {
  readonly version: number;
}

/** What a form was opened on. */
export interface Opened<T> {
  /** The content when the form was opened. It is shown, and its version is sent. */
  readonly seen: T;
  /** What somebody else has made of it meanwhile; undefined when nothing changed. */
  readonly newer: T | undefined;
  /** Opens the form on the present content, or continues with that after a change. */
  readonly hold: () => void;
  /** The form is closed. */
  readonly release: () => void;
}

/**
 * Keeps what a form was opened on: a later reading changes neither its text nor its version. `start` is for a
 * form that is open from the start.
 */
export function useOpened<T extends Versioned>(latest: T, start?: T): Opened<T> {
  const [held, setHeld] = useState(start);
  return {
    seen: held ?? latest,
    newer: held !== undefined && held.version !== latest.version ? latest : undefined,
    hold: () => setHeld(latest),
    release: () => setHeld(undefined),
  };
}
