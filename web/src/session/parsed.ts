/**
 * JSON of a shape that others vouch for: the server’s own tests hold its answers against the contract, and what lies
 * in this tab’s storage was written by this console. Throws where the text is no JSON.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters, @typescript-eslint/no-unsafe-return -- the one place where text becomes a type.
export const parsed = <T>(text: string): T => JSON.parse(text);
