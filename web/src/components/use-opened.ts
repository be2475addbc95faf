import { useState } from 'react';

/** What can be changed by somebody else; another version is another content. */
export interface Versioned {
  readonly version: number;
}

/** What a form is about. */
export interface Opened<T> {
  /** As it was when the form was opened: this is shown, and its version is sent. */
  readonly seen: T;
  /** What somebody else made of it meanwhile; undefined where nothing changed. */
  readonly newer: T | undefined;
  /** Opens the form on what is there now, or goes on with it after a change. */
  readonly hold: () => void;
  /** The form is closed. */
  readonly release: () => void;
}

/**
 * Holds what a form was opened on: what is read anew meanwhile renews neither its text nor its version.
 * `start` is what a form that is open from the start was opened on.
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
