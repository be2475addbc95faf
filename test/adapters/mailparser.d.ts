/** What the tests use of mailparser, which has no types of its own. */
declare module 'mailparser' {
  export function simpleParser(source: Uint8Array): Promise<{
    readonly subject?: string;
    readonly text?: string;
    readonly html: string | false;
    readonly messageId?: string;
    readonly headers: ReadonlyMap<string, unknown>;
    readonly date?: Date;
    readonly from?: { readonly value: readonly { readonly name: string; readonly address?: string }[] };
    readonly to?: { readonly value: readonly { readonly name: string; readonly address?: string }[] };
  }>;
}
