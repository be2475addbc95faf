import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';

/** The description of the API as a page, at `/v1/docs`, with a document and a library from this server only. */
SwaggerUI({
  dom_id: '#docs',
  url: '/v1/openapi.json',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  // Otherwise it asks its maker’s server whether the document is valid.
  validatorUrl: null,
});
