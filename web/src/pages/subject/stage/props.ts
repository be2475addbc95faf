import { type OpenEvent, type StageField } from './fields.ts';

export interface StageInputProps {
  readonly field: StageField;
  readonly open: OpenEvent;
  /** The server’s day. */
  readonly today: string;
}
