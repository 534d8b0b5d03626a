interface Shape {
  readonly what: string;
  readonly pattern: RegExp;
}

/** Shapes that hardly anything else has, each with what a text has to hold for the pattern to be worth a try. */
const SHAPES: readonly (Shape & { readonly sign: string })[] = [
  {
    what: 'a private key',
    sign: 'PRIVATE KEY-----',
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----\s+[\w+/=]/,
  },
  { what: 'an AWS access key', sign: 'KIA', pattern: /\bAKIA[A-Z2-7]{16}\b/ },
  { what: 'an AWS access key', sign: 'ASIA', pattern: /\bASIA[A-Z2-7]{16}\b/ },
  { what: 'a GitHub token', sign: 'gh', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/ },
  { what: 'a GitHub token', sign: 'github_pat_', pattern: /\bgithub_pat_[A-Za-z0-9_]{60,}\b/ },
  { what: 'a GitLab token', sign: 'glpat-', pattern: /\bglpat-[\w-]{20,}/ },
  { what: 'a Slack token', sign: 'xox', pattern: /\bxox[abprs]-[0-9A-Za-z-]{20,}/ },
  { what: 'a Google API key', sign: 'AIza', pattern: /\bAIza[\w-]{35}\b/ },
  { what: 'a Stripe key', sign: '_live_', pattern: /\b[rs]k_live_[0-9A-Za-z]{16,}\b/ },
  { what: 'a JSON web token', sign: 'eyJ', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/ },
];

const SCHEME = '://';

/** One look for all signs, none of which holds what means something to a pattern. */
const ANY_SIGN = new RegExp([...SHAPES.map(({ sign }) => sign), SCHEME].join('|'));

/** `a://:b@c`: most texts are words. */
const SHORTEST = 8;

/** A password between the user and the host of a URL. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@'"]*:([^\s/@'"]+)@[\w[]/i;

/** What a text shows that nobody should see, by its shape: "a private key". Undefined where there is nothing. */
export function credentialIn(text: string): string | undefined {
  if (text.length < SHORTEST || !ANY_SIGN.test(text)) return undefined;
  const shape = SHAPES.find(
    ({ sign, pattern }) => text.includes(sign) && !/EXAMPLE/i.test(pattern.exec(text)?.[0] ?? 'EXAMPLE'),
  );
  if (shape !== undefined) return shape.what;
  const password = text.includes(SCHEME) ? URL_PASSWORD.exec(text)?.[1] : undefined;
  return password !== undefined && !isPlaceholder(password) ? 'the password of a URL' : undefined;
}

/** Whether a text stands for a value that is put in later, or for none. */
export function isPlaceholder(text: string): boolean {
  return (
    text === '' ||
    /^[*x.]+$/i.test(text) ||
    /[$<{%]/.test(text) ||
    /^(?:change-?me|replace-?me|example|placeholder|redacted|your[-_].*|todo|none|null|true|false|password|secret)$/i.test(
      text,
    )
  );
}
