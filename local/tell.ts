import { channels } from '../shared/vocabulary/channels.ts';
import type { Product } from './compose.ts';

/** Printed at the start of real work when a channel is not connected. */
export function tellUnconnected({ unconnected }: Pick<Product, 'unconnected'>): void {
  const hints = unconnected.map((name) => `${channels[name].word} ${channels[name].setUp}`);
  if (unconnected.length > 0)
    process.stdout.write(
      `  未接通 No channel  ${hints.join('、')}：通知只留存在本机，并未发出 notices stay on this machine and do not leave\n`,
    );
}

/** Printed at the end, about the sends that were under way. */
export function tellDoubtful(count: number): void {
  process.stdout.write(
    `  未明   Unknown   停止时有${count}条通知正在交付，是否发出不明；见通知页“是否发出不明” ${count} notices were being handed over: whether they left is not known\n`,
  );
}
