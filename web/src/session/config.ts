import type { z } from 'zod';
import type { ChannelName } from '../../../shared/vocabulary/channels.ts';
import type * as answers from '../../../shared/contract/answers.ts';

/** How people sign in. The file is written by the local server, and by the deployment on AWS. */
export type Config = {
  /** Channels of real work that are not connected on this machine, so that nothing is sent by them. */
  readonly unconnected?: readonly ChannelName[];
} & (
  | {
      readonly signIn: 'local';
      /** The jurisdictions for which this machine issues tokens. */
      readonly jurisdictions: readonly Jurisdiction[];
    }
  | {
      readonly signIn: 'oidc';
      readonly issuer: string;
      readonly clientId: string;
      readonly scope: string;
      /** Cognito’s page that signs people out; other issuers name theirs by discovery. */
      readonly signOut?: string;
      /** The page of one’s own account, where the product has accounts itself. */
      readonly account?: string;
    }
);

export type Jurisdiction = z.output<typeof answers.jurisdiction>;
