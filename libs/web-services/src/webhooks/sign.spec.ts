import { Secret } from '@mailroom/kernel';
import { newWebhookSecret, webhookSignature } from './sign.js';

describe('webhookSignature', () => {
  // The example of the specification and of its libraries.
  const secret = Secret.of('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const parts = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  };

  it('signs as Standard Webhooks says', () => {
    expect(webhookSignature([secret], parts)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('signs with every secret that is valid', () => {
    const both = webhookSignature([newWebhookSecret(), secret], parts).split(' ');
    expect(both).toHaveLength(2);
    expect(both[1]).toBe(webhookSignature([secret], parts));
  });

  it('makes secrets of 32 bytes', () => {
    const [prefix, text] = newWebhookSecret().reveal().split('_');
    expect([prefix, Buffer.from(text ?? '', 'base64').length]).toEqual(['whsec', 32]);
  });
});
