/** Our claims that Cognito stores as attributes and writes into its tokens as `custom:…`. */
const attributes = ['role', 'jurisdiction', 'unitId', 'office'] as const;

type Claims = Readonly<Record<string, unknown>>;

const isOfCognito = ({ iss }: Claims): boolean =>
  typeof iss === 'string' && /^https:\/\/cognito-idp\./.test(iss);

/**
 * A token’s claims with Cognito’s attributes under the names that the API uses. Cognito’s own attribute counts
 * more than a plain claim of the same name; one that an administrator has cleared is absent, not empty. Claims of
 * other issuers stay as they are.
 */
export function withPlainNames(claims: Claims): Claims {
  const custom = attributes.filter((name) => claims[`custom:${name}`] !== undefined);
  const plain = { ...claims };
  for (const name of custom) {
    if (claims[name] !== undefined && !isOfCognito(claims)) continue;
    const value = claims[`custom:${name}`];
    plain[name] = value === '' ? undefined : value;
  }
  return plain;
}
