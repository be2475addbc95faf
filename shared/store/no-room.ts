/** The disk is full. Nothing of the write was stored, and the same write succeeds when there is room. */
export class NoRoom extends Error {
  override name = 'NoRoom';
}
