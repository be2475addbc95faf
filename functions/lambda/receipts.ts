import { createReceipts } from '../receipts.ts';
import { common, readEnvironment } from './environment.ts';
import { createDeps } from './parts.ts';

const env = readEnvironment(common);

export const handler = createReceipts(createDeps(env, {}));
