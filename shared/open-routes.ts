/** Routes that ask for no sign-in. A calendar and the link of a letter have their token in the address. */
export const openRoutes = [
  'GET /health',
  'GET /v1/openapi.json',
  'GET /v1/calendars/{file}',
  'GET /v1/answers/{token}',
  'POST /v1/answers/{token}',
] as const;
