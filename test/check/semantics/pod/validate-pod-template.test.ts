import { formatFieldError } from '../../../../lib/check/semantics/field-error';
import { validateObject } from '../../../../lib/check/semantics/validate-object';
import { type JsonObject } from '../../../../lib/model/json-value';

const told = (template: JsonObject): string[] =>
  validateObject({ apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 'a' }, template }, '1.35').map(
    formatFieldError,
  );
const spec = { containers: [{ name: 'a', image: 'a:1' }] };

describe('a pod template', () => {
  it('is named by the server without its metadata', () => {
    expect(told({ metadata: { labels: { a: 'b c' } }, spec })).toEqual([
      expect.stringContaining('template.labels: Invalid value: "b c"'),
    ]);
  });

  it('may have an image with a space before it, which a Pod may not', () => {
    const padded = { containers: [{ name: 'a', image: ' a:1' }] };
    expect(told({ spec: padded })).toEqual([]);
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: padded };
    expect(validateObject(pod, '1.35').map(formatFieldError)).toEqual([
      'spec.containers[0].image: Invalid value: " a:1": must not have leading or trailing whitespace',
    ]);
  });
});
