import { type OpenEvent, type StageField } from '../../../stage-fields.ts';

export interface StageInputProps {
  readonly field: StageField;
  readonly open: OpenEvent;
  /** The server’s day. */
  readonly today: string;
}
