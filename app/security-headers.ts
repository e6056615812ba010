// The headers that keep a page to itself, the content security policy first. proxy.ts sets them.

import { settings } from '#lib/data/settings.ts';

/** The content security policy for one page. `host` is the request's Host header. */
export function policyFor(nonce: string, host: string): string {
  const { isProduction, publicUrl, oidc } = settings();
  // 'self' does not cover sockets in every browser; a Host that is no host name is left out.
  const sockets = /^[A-Za-z0-9.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  const directives = {
    'default-src': `'self'`,
    // React's refresh in development evaluates code.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isProduction ? '' : ` 'unsafe-eval'`}`,
    // Development injects styles without a nonce, and a nonce would switch 'unsafe-inline' off.
    'style-src': isProduction ? `'self' 'nonce-${nonce}'` : `'self' 'unsafe-inline'`,
    'style-src-attr': `'unsafe-inline'`,
    'img-src': `'self' data: blob:`,
    'font-src': `'self'`,
    'connect-src': `'self'${sockets}`,
    'frame-ancestors': `'none'`,
    'base-uri': `'none'`,
    // The form that starts a provider's sign-in is answered by a redirect to the provider.
    'form-action': `'self'${oidc ? ` ${new URL(oidc.issuer).origin}` : ''}`,
    'object-src': `'none'`,
    ...(publicUrl?.startsWith('https://') && { 'upgrade-insecure-requests': '' }),
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join('; ');
}

/** All of them, for a page with this policy. */
export function securityHeaders(policy: string): Record<string, string> {
  const isTls = settings().publicUrl?.startsWith('https://') ?? false;
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(isTls && { 'strict-transport-security': 'max-age=31536000' }),
  };
}
