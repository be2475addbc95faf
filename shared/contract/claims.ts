/** Our claims that Cognito stores as attributes and writes into its tokens as `custom:…`. */
const attributes = {
  role: 'role',
  jurisdiction: 'jurisdiction',
  unitId: 'unitId',
  office: 'office',
  person: 'sub',
};

type Claims = Readonly<Record<string, unknown>>;

const isOfCognito = ({ iss }: Claims): boolean =>
  typeof iss === 'string' && /^https:\/\/cognito-idp\./.test(iss);

/**
 * A token’s claims with Cognito’s attributes under the names that the API uses. Cognito’s own attribute counts
 * more than a plain claim of the same name; one that an administrator has cleared is absent, not empty. Claims of
 * other issuers stay as they are.
 */
export function withPlainNames(claims: Claims): Claims {
  const plain = { ...claims };
  for (const [attribute, name] of Object.entries(attributes)) {
    const value = claims[`custom:${attribute}`];
    if (value === undefined || (claims[name] !== undefined && !isOfCognito(claims))) continue;
    // Whoever was made by hand has no id but the pool’s own.
    if (name !== 'sub' || value !== '') plain[name] = value === '' ? undefined : value;
  }
  return plain;
}
