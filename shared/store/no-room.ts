/** The disk is full: nothing of the write was stored, and the same write goes through when there is room. */
export class NoRoom extends Error {
  override name = 'NoRoom';
}
