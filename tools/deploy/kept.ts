import { z } from 'zod';
import { keptTypes } from '../../infra/kept.ts';
import type { Resource } from '../aws/stage.ts';

const template = z.object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });

/** What a stack holds now that cannot be made again, and that it would not hold after the deployment. */
export function letGo(deployed: readonly Resource[], next: unknown): Resource[] {
  const { Resources } = template.parse(next);
  return deployed.filter(
    ({ type, logicalId }) => keptTypes.includes(type) && Resources[logicalId]?.Type !== type,
  );
}
