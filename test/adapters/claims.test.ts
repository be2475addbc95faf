import { expect, test } from 'vitest';
import { principalOf } from '../../functions/api/handle.ts';
import { withPlainClaims } from '../../functions/lambda/claims.ts';
import { apiEvent } from '../support/product/api-event.ts';

const COGNITO = 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_Pool';
const OTHER = 'https://sign-in.example.cn';

/** Who asks, by the claims that API Gateway passes on. */
function whoIs(claims: Readonly<Record<string, string>>) {
  const event = apiEvent({
    claims: { sub: 'p', role: 'auditor', jurisdiction: 'x' },
    method: 'GET',
    path: '/v1',
  });
  const authorizer = { principalId: '', integrationLatency: 0, jwt: { claims: { ...claims }, scopes: [] } };
  const requestContext = { ...event.requestContext, authorizer };
  return principalOf(withPlainClaims({ ...event, requestContext }));
}

const stored = {
  sub: 'officer-1',
  'custom:role': 'bureau-officer',
  'custom:jurisdiction': 'hongjiang',
};

test('Cognito’s attributes are the person’s role and jurisdiction', () => {
  expect(whoIs({ iss: COGNITO, ...stored, 'custom:office': 'archives' })).toEqual({
    sub: 'officer-1',
    role: 'bureau-officer',
    jurisdiction: 'hongjiang',
    office: 'archives',
  });
});

test('an attribute that an administrator has cleared is absent: the person still comes in', () => {
  expect(whoIs({ iss: COGNITO, ...stored, 'custom:office': '', 'custom:unitId': '' })).toEqual({
    sub: 'officer-1',
    role: 'bureau-officer',
    jurisdiction: 'hongjiang',
  });
});

test('a cleared role is nobody, whatever a plain claim says', () => {
  expect(whoIs({ iss: COGNITO, ...stored, 'custom:role': '', role: 'bureau-leader' })).toBeUndefined();
});

test('Cognito’s own attribute counts more than a plain claim of the same name', () => {
  expect(whoIs({ iss: COGNITO, ...stored, role: 'bureau-admin' })?.role).toBe('bureau-officer');
});

test('another issuer’s plain claims stay as they are', () => {
  expect(whoIs({ iss: OTHER, ...stored, role: 'auditor', jurisdiction: 'luquan' })).toEqual({
    sub: 'officer-1',
    role: 'auditor',
    jurisdiction: 'luquan',
  });
});
