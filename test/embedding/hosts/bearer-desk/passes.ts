import { randomBytes } from 'node:crypto';
import { Body, Controller, HttpCode, Injectable, Post, UnauthorizedException } from '@nestjs/common';

const PEOPLE: Readonly<Record<string, string>> = { ada: 'ada', guest: 'guest' };

/** Who is signed in: whoever shows a token in the Authorization header (RFC 6750). There are no cookies. */
@Injectable()
export class Passes {
  private readonly names = new Map<string, string>();

  issue(name: string, password: string): string {
    if (PEOPLE[name] !== password) throw new UnauthorizedException();
    const token = randomBytes(24).toString('base64url');
    this.names.set(token, name);
    return token;
  }

  holder(authorization: string | undefined): string | null {
    const [, token = ''] = /^Bearer ([\w-]+)$/.exec(authorization ?? '') ?? [];
    return this.names.get(token) ?? null;
  }
}

@Controller('sign-in')
export class SignInController {
  constructor(private readonly passes: Passes) {}

  @Post()
  @HttpCode(200)
  signIn(@Body() { name, password }: { name: string; password: string }): { token: string } {
    return { token: this.passes.issue(name, password) };
  }
}
