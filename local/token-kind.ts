interface Parts {
  readonly header: { readonly typ?: string | undefined };
  readonly claims: Readonly<Record<string, unknown>>;
}

/**
 * Whether a token was made for an API. ID tokens, refresh and logout tokens are signed with the same keys, and
 * an ID token has the audience of the console. Issuers mark an access token by the header `at+jwt` (RFC 9068),
 * by `token_use` (Cognito), by `typ` (Keycloak), or by a scope (Auth0, Entra, Okta). A token without any such
 * mark is refused.
 */
export function isAccessToken({ header, claims }: Parts): boolean {
  const type = header.typ?.toLowerCase().replace(/^application\//, '');
  if (type === 'at+jwt') return true;
  if (type !== undefined && type !== 'jwt') return false;
  if (claims['token_use'] !== undefined) return claims['token_use'] === 'access';
  if (claims['typ'] !== undefined) return claims['typ'] === 'Bearer';
  // Claims that OpenID Connect puts only into ID tokens.
  if (['nonce', 'at_hash', 'c_hash', 'events'].some((name) => claims[name] !== undefined)) return false;
  return ['scope', 'scp'].some((name) => claims[name] !== undefined);
}

/** Its audience: `aud`, or `client_id` in Cognito’s access tokens, which have no `aud`. */
export function isMeantFor({ claims }: Pick<Parts, 'claims'>, audience: string): boolean {
  const { aud, client_id: client, token_use: use } = claims;
  if (aud === undefined) return use === 'access' && client === audience;
  return Array.isArray(aud) ? aud.includes(audience) : aud === audience;
}
