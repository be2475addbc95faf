import { z } from 'zod';
import { channelNames } from '../vocabulary/channels.ts';

export const channelName = z.enum(channelNames);
