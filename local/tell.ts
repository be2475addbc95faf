import { formatInstant } from '../shared/domain/time/instant.ts';
import { regulated } from '../shared/rules/catalogue.ts';
import { loadContext } from '../shared/usecases/context.ts';
import { channels } from '../shared/vocabulary/channels.ts';
import type { AccountsHere } from './accounts/accounts.ts';
import type { LocalClock } from './clock.ts';
import type { Product } from './compose.ts';
import { isPlaying, type Mode } from './doors.ts';
import type { Options } from './options.ts';

interface Started {
  readonly options: Options;
  readonly version: string;
  readonly origin: string;
  readonly clock: LocalClock;
  readonly mode: Mode;
}

/** What a person needs to know when the product has started. */
export function tellStart({ options, version, origin, clock, mode }: Started): void {
  const { issuer, audience, data, empty } = options;
  const playing = isPlaying(mode);
  const lines = [
    `档案监管期限与通知平台 ${version}`,
    ...(issuer === undefined || audience !== undefined ? [`  控制台 Console   ${origin}/`] : []),
    ...(playing ? [`  邮箱   Mailbox   ${origin}/mailbox`] : []),
    `  接口   API       ${origin}/v1/docs`,
    `  数据   Data      ${data}${empty || !playing ? '' : '（含演示数据 with demonstration data）'}`,
    `  时钟   Clock     ${formatInstant(clock.now())}${clock.simulated ? '（模拟 simulated: POST /local/clock）' : ''}`,
    ...(playing
      ? [
          `  令牌   Token     curl -s ${origin}/local/token -H 'content-type: application/json' -d '{"role":"bureau-officer","jurisdiction":"hongjiang"}'`,
        ]
      : [`  签发   Issuer    ${issuer ?? origin}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The code of the first set-up, until it was done. */
export async function tellSetUp({ setUp, origin }: AccountsHere): Promise<void> {
  const code = await setUp.begin();
  if (code === undefined) return;
  process.stdout.write(
    `  设置   Set-up    ${origin()}/account/setup\n  设置码 Code      ${code}（用于建立第一个管理员账号 to make the first administrator’s account）\n`,
  );
}

export const tellStop = (): void => {
  process.stdout.write('  停止   Stop      Ctrl+C\n');
};

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

/** After a restore nothing is sent until a person allows it. Whoever starts the product is told so. */
export async function tellHeld({ deps }: Product, directory: string): Promise<void> {
  const contexts = await Promise.all(regulated.map(({ id }) => loadContext(deps.store, id)));
  const held = contexts.flatMap((context) =>
    context?.held === undefined ? [] : [context.jurisdiction.name],
  );
  if (held.length > 0)
    process.stdout.write(
      `  暂停   Held      ${held.join('、')}：恢复数据后，通知暂不发出。停止本程序后解除 Stop, then: npm run restore -- --data ${directory} --release\n`,
    );
}
