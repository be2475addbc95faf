import { linkRecord, linksOf, type LinkRecord } from '../../records/link.ts';
import type { Link } from '../../domain/ledger.ts';
import type { Listed } from '../listing.ts';
import type { Request } from '../request.ts';

/**
 * The chain in its order. A decision of another office appears only as its hash, so the chain can still be
 * checked.
 */
export async function listLinks(
  request: Request,
  query: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Listed<Link>> {
  const { deps, context } = request;
  const page = await deps.store.query({
    ...linksOf(context.jurisdiction.id),
    limit: query.limit,
    consistent: true,
    ...(query.cursor === undefined ? {} : { after: query.cursor }),
  });
  const links = page.items.map(linkRecord.of);
  return { items: links.map((link) => linkView(request, link)), nextCursor: page.after ?? null };
}

function linkView({ principal }: Request, link: LinkRecord): Link {
  const { number, previous, contentHash, hash, content } = link;
  const shown = principal.office === undefined || content['office'] === principal.office;
  return { number, previous, contentHash, hash, ...(shown ? { content } : {}) };
}
