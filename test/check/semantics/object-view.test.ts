import { formatFieldError } from '../../../lib/check/semantics/field-error';
import { ObjectView } from '../../../lib/check/semantics/object-view';
import { Validation } from '../../../lib/check/semantics/validation';
import { type JsonObject } from '../../../lib/model/json-value';

const view = (value: JsonObject, version: '1.28' | '1.36' = '1.36'): ObjectView =>
  new ObjectView(new Validation(version), value, [], 'metadata');
const told = ({ validation }: ObjectView): string[] => validation.errors.map(formatFieldError);

describe('reading', () => {
  const object = view({ text: 'a', none: null, wrong: 3, list: [{ a: 1 }, null], map: { b: 'x', a: null } });

  it("reads what is absent, null or of the wrong type as Go's zero value", () => {
    expect(['text', 'none', 'wrong', 'absent'].map((field) => object.text(field))).toEqual(['a', '', '', '']);
    expect(['none', 'wrong', 'text'].map((field) => object.number(field))).toEqual([0, 3, 0]);
    expect(object.optionalNumber('none')).toBeUndefined();
    expect(object.has('none')).toBe(false);
    expect(object.object('none')).toBeUndefined();
    expect(object.struct('none').text('a')).toBe('');
    expect(object.texts('text')).toEqual([]);
  });

  it('reads a null item as an empty struct, and a null value of a map as empty', () => {
    expect(object.objects('list').map((item) => item.number('a'))).toEqual([1, 0]);
    expect([...object.textMap('map')]).toEqual([
      ['a', ''],
      ['b', 'x'],
    ]);
  });

  it('takes no member of the prototype for a field', () => {
    expect(object.raw('toString')).toBeUndefined();
    expect(object.at(['map', 'constructor'])).toBeUndefined();
  });
});

describe('errors', () => {
  it('stand at the field, with the words of the server', () => {
    const object = view({ spec: { ports: [{ port: 80000, name: 'A' }] } });
    const [port] = object.struct('spec').objects('ports');
    port?.invalid('port', 'must be between 1 and 65535, inclusive');
    port?.notSupported('protocol', ['TCP', 'UDP']);
    port?.required('targetPort');
    port?.duplicate('name');
    object.struct('spec').tooMany('ports', 3, 1);
    expect(told(object)).toEqual([
      'spec.ports[0].port: Invalid value: 80000: must be between 1 and 65535, inclusive',
      'spec.ports[0].protocol: Unsupported value: supported values: "TCP", "UDP"',
      'spec.ports[0].targetPort: Required value',
      'spec.ports[0].name: Duplicate value: "A"',
      'spec.ports: Too many: 3: must have at most 1 item',
    ]);
    expect(object.validation.errors.map(({ pointer }) => pointer)).toEqual([
      '/spec/ports/0/port',
      '/spec/ports/0/protocol',
      '/spec/ports/0/targetPort',
      '/spec/ports/0/name',
      '/spec/ports',
    ]);
  });

  it('write keys of maps in brackets, and point below the field that the server names', () => {
    const object = view({ hard: { 'limits.cpu': '1' }, labels: { 'a/b': '-' } });
    object.invalid(['hard', { key: 'limits.cpu' }], 'no');
    object.invalid('labels', 'no', { value: '-', at: ['labels', { key: 'a/b' }] });
    expect(told(object)).toEqual([
      'hard[limits.cpu]: Invalid value: "1": no',
      'labels: Invalid value: "-": no',
    ]);
    expect(object.validation.errors[1]?.pointer).toBe('/labels/a~1b');
  });

  it('word lengths as the version does', () => {
    const [old, now] = [view({ a: 'x' }, '1.28'), view({ a: 'x' }, '1.36')];
    for (const each of [old, now]) each.tooLong('a', 1);
    expect([...told(old), ...told(now)]).toEqual([
      'a: Too long: must have at most 1 bytes',
      'a: Too long: may not be more than 1 byte',
    ]);
  });

  it('carry the area of the view that they are told to', () => {
    const object = view({ spec: {} });
    object.struct('spec').in('probe').required('port');
    expect(object.validation.errors.map(({ area }) => area)).toEqual(['probe']);
  });

  it('are named otherwise where the server does, and stand at the field all the same', () => {
    const template = view({ template: { metadata: { labels: { a: 'b' } } } }).struct('template');
    const metadata = template.struct('metadata').namedAs(template.named).in('pod');
    metadata.invalid(['labels', { key: 'a' }], 'no');
    metadata.struct('labels').invalid('a', 'no');
    expect(template.validation.errors.map(({ field, pointer }) => [field, pointer])).toEqual([
      ['template.labels[a]', '/template/metadata/labels/a'],
      ['template.labels.a', '/template/metadata/labels/a'],
    ]);
  });
});

describe('quantities', () => {
  it('are read as the server decodes them; what is none is left out', () => {
    const object = view({ hard: { cpu: '500m', memory: ' 1Gi', pods: 2, secrets: null, other: 'a lot' } });
    const amounts = [...object.quantities('hard')].map(([key, amount]) => `${key}=${amount.toString()}`);
    expect(amounts).toEqual(['cpu=500m', 'memory=1Gi', 'pods=2', 'secrets=0']);
  });
});
