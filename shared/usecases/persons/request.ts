import type { Where } from '../../domain/people/place.ts';
import type { Request } from '../request.ts';

/** A request about the people of one place. A superior has people and no settings, so there is no context. */
export interface PeopleRequest extends Pick<
  Request,
  'deps' | 'principal' | 'ifMatch' | 'repeatable' | 'language'
> {
  readonly where: Where;
}
