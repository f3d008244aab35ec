// #region pino
import { LoggerModule } from 'nestjs-pino';
import { requestCorrelation } from 'nestjs-mailroom';

export const loggerModule = LoggerModule.forRoot({
  pinoHttp: {
    level: 'info',
    // The request's own line and everything that Mailroom logs because of it have one id.
    genReqId: (request) => requestCorrelation(request),
    customProps: (request) => ({ correlationId: request.id }),
    // The query of an OAuth2 callback is secret, and so are these headers: log neither.
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, url: url.split('?')[0] }),
    },
    redact: ['*.authorization', '*.cookie', 'res.headers["set-cookie"]'],
  },
});
// #endregion
