import type { OpenEvent } from './fields.ts';
import type { StageField } from './table.ts';

export interface StageInputProps {
  readonly field: StageField;
  readonly open: OpenEvent;
  /** The server’s day. */
  readonly today: string;
}
