import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';

/** The description of the API as a page, at `/v1/docs`: a document and a library of this server, no other's. */
SwaggerUI({
  dom_id: '#docs',
  url: '/v1/openapi.json',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  // Else it asks a server of its maker's whether the document is valid.
  validatorUrl: null,
});
