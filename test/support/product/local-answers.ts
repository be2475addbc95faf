import { z } from 'zod';

/** What the endpoints of one machine answer, as the public contract gives them. */

export const token = z.object({ token: z.string().min(1) });
export const ready = z.object({ status: z.literal('ready') });
export const moved = z.object({ now: z.string(), notices: z.number(), escalations: z.number() });
export const clock = z.object({ now: z.string(), simulated: z.boolean() });

const captured = z.object({
  channel: z.enum(['email', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() })),
  sentAt: z.string(),
  noticeId: z.string(),
});
export type Captured = z.infer<typeof captured>;
export const mailbox = z.object({ items: z.array(captured) });

export const deadLetters = z.object({
  items: z.array(z.object({ queue: z.string(), id: z.string(), body: z.string() })),
});
export const replayed = z.object({ replayed: z.number() });
