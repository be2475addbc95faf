/** The table takes no more at the moment. The same request succeeds a little later. */
export class TableBusy extends Error {
  override name = 'TableBusy';
}
