import { admissionEnvironment } from '../../../lib/check/cel/admission-environment';
import { celProblem } from '../../../lib/check/cel/compile-cel';
import { schemaEnvironment } from '../../../lib/check/cel/schema-environment';
import { type KubernetesVersion } from '../../../lib/model/kubernetes-version';
import record from './expressions.json';

/** The versions that were asked (`npm run conformance -- cel`). */
const VERSIONS: readonly KubernetesVersion[] = ['1.28', '1.33', '1.36'];

/** Patterns are not compiled here: Go's has no exact equal in JavaScript. */
const NOT_LOOKED_INTO = ["'a'.matches('(')", "'a'.find('(') == ''"];

const problem = (expression: string, version: KubernetesVersion = '1.36'): string | undefined =>
  celProblem(expression, admissionEnvironment(version, { params: false, authorizer: true }), ['bool']);

it.each(VERSIONS)('takes and refuses what the API server of %s does', (version) => {
  const expressions = Object.entries(record).filter(([expression]) => !NOT_LOOKED_INTO.includes(expression));
  const verdicts = (take: (expression: string, versions: readonly string[]) => boolean): readonly string[] =>
    expressions.map(
      ([expression, versions]) => `${take(expression, versions) ? 'takes' : 'refuses'} ${expression}`,
    );
  expect(verdicts((expression) => problem(expression, version) === undefined)).toEqual(
    verdicts((_, versions) => versions.includes(version)),
  );
});

it('does not look into patterns', () => {
  expect(NOT_LOOKED_INTO.map((expression) => problem(expression))).toEqual([undefined, undefined]);
});

it.each([
  ['foo == 1', "ERROR: <input>:1:1: undeclared reference to 'foo' (in container '')"],
  ["1 + 'a' == 2", "ERROR: <input>:1:3: found no matching overload for '_+_' applied to '(int, string)'"],
  ["'a'.startsWith(1)", "found no matching overload for 'startsWith' applied to 'string.(int)'"],
  ['request.foo == 1', "ERROR: <input>:1:8: undefined field 'foo'"],
  ["[1, 'a'] == []", "ERROR: <input>:1:5: expected type 'int' but found 'string'"],
  ['object.x ==', "ERROR: <input>:1:12: Syntax error: mismatched input '<EOF>'"],
  ['true &&\n  1', "ERROR: <input>:1:6: found no matching overload for '_&&_' applied to '(bool, int)'"],
  ['object.\n  x.all(1, true)', 'ERROR: <input>:2:9: argument must be a simple name'],
  ['object.spec.paused', 'must evaluate to bool but got dyn'],
  ['[object.a, object.b]', 'must evaluate to bool but got list(dyn)'],
])('says of %j what the server says', (expression, message) => {
  expect(problem(expression)).toContain(message);
});

it('takes no name that every object of JavaScript has for a macro', () => {
  expect(
    ['[1].constructor(true, true)', '[1].toString(true, true, true)'].map((each) => problem(each)),
  ).toEqual([
    expect.stringContaining("undeclared reference to 'constructor'"),
    expect.stringContaining("undeclared reference to 'toString'"),
  ]);
});

it('takes rules of schemas, whose types it does not know', () => {
  const rule = (expression: string): string | undefined =>
    celProblem(expression, schemaEnvironment('1.36'), ['bool', 'dyn']);
  const taken = [
    "self.x == oldSelf.x && self.all(k, self[k] in ['a', self.b])",
    'self.enabled',
    'size(self) == 0 || format.dns1123Label().validate(self) == null',
  ];
  expect(taken.map(rule)).toEqual([undefined, undefined, undefined]);
  expect(rule('object.x == 1')).toContain("undeclared reference to 'object'");
  expect(rule("'a'")).toBe('must evaluate to one of [bool dyn] but got string');
});

it('ends at expressions that are too deep, and at long ones', () => {
  expect(problem(`${'('.repeat(10_000)}true${')'.repeat(10_000)}`)).toContain('recursion limit');
  expect(problem(Array.from({ length: 20_000 }, () => 'true').join(' && '))).toBeUndefined();
});
