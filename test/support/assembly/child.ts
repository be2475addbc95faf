/** What Lambda’s runtime does: loads the handler that is named, and gives it one event after the other. */
import { pathToFileURL } from 'node:url';

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly milliseconds: number;
}

const [file = '', exported = ''] = process.argv.slice(2);
const send = (message: object): void => void process.send?.(message);
const name = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? '';

const module: unknown = await import(pathToFileURL(file).href);
const handler: unknown = Reflect.get(Object(module), exported);
if (typeof handler !== 'function') throw new Error(`${file} exports no ${exported}`);

async function handle(event: unknown, context: object): Promise<unknown> {
  if (typeof handler !== 'function') return undefined;
  const answer: unknown = await Reflect.apply(handler, undefined, [event, context]);
  return answer;
}

process.on('message', (message: { readonly invocation?: Invocation }) => {
  if (message.invocation === undefined) return;
  const { id, event, milliseconds } = message.invocation;
  const until = performance.now() + milliseconds;
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: '$LATEST',
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    getRemainingTimeInMillis: () => Math.max(0, until - performance.now()),
  };
  handle(event, context).then(
    (answer) => send({ id, answer: answer ?? null }),
    (error: unknown) => send({ id, failure: String(error) }),
  );
});
send({ ready: true });
