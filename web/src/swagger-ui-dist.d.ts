declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface Options {
    readonly dom_id: string;
    readonly url: string;
    readonly deepLinking: boolean;
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly filter: boolean;
    readonly validatorUrl: null;
  }
  export default function SwaggerUI(options: Options): unknown;
}
