import { check } from '../../lib/check/check';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { RULES } from '../../lib/check/rules/index.gen';
import { type CheckOptions } from '../../lib/check/check-options';
import { credentialIn } from '../../lib/check/rules/rendering/leak/credential-in';
import { ObjectSet } from '../../lib/model/object-set';

const rule = RULES.find(({ code }) => code === 'K607');
const codes = (options: CheckOptions): readonly string[] =>
  check(new ObjectSet(exampleObjects(rule?.bad[0]?.manifests ?? '', 'web.yaml')), options).map(
    ({ code, severity }) => `${severity} ${code}`,
  );

describe('a rule that is opt-in', () => {
  test('is silent until a severity is set, anywhere or for its file', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ severities: { K607: 'error' } })).toEqual(['error K607']);
    expect(codes({ paths: [{ files: 'web.yaml', severities: { K607: 'info' } }] })).toEqual(['info K607']);
    expect(codes({ paths: [{ files: 'other.yaml', severities: { K607: 'info' } }] })).toEqual([]);
  });
});

test('a rule about deletions is asked though nothing of its kind is left', () => {
  const example = RULES.find(({ code }) => code === 'K704')?.bad[0];
  const [set, baseline] = [example?.manifests, example?.before].map(
    (text) => new ObjectSet(exampleObjects(text ?? '', 'web.yaml')),
  );
  const found = set && baseline ? check(set, { baseline }) : [];
  expect(found.map(({ code }) => code)).toContain('K704');
});

describe('the shape of a credential', () => {
  const token = (...parts: readonly string[]): string => parts.join('');
  test.each([
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA'],
    ['an AWS access key', token('AKIA', 'Q3EXVTLPNOIWBSZD')],
    ['a GitHub token', token('gh', 'p_', 'a1'.repeat(18))],
    ['a JSON web token', token('ey', 'J', 'hbGciOiJIUzI1NiJ9.ey', 'JzdWIiOiIxMjM0In0.', 'c2ln'.repeat(8))],
    ['the password of a URL', 'postgres://app:hunter2@db:5432/app'],
  ])('%s is one', (what, text) => expect(credentialIn(text)).toBe(what));

  test.each([
    'postgres://app:$(PASSWORD)@db/app',
    'postgres://app:${PASSWORD}@db/app',
    'https://example.com:8443/a@b',
    'amqp://rabbit:5672',
    '/etc/tls/tls.key',
    token('AKIA', 'IOSFODNN7EXAMPLE'),
    '-----BEGIN CERTIFICATE-----\nMIIE',
    'postgres://app:changeme@db/app',
  ])('%s is none', (text) => expect(credentialIn(text)).toBeUndefined());
});
