import {
  enumValues,
  fieldIn,
  findKindSchema,
  findType,
  isFieldIn,
  type TypeInfo,
} from '../../../lib/check/schema/table';
import { type Shape } from '../../../lib/check/schema/shape';
import { formatApiVersion } from '../../../lib/model/api-version';
import { KINDS } from '../../../lib/model/kinds.gen';

/** Every type that can be reached from a kind. */
function reachable(): ReadonlyMap<string, TypeInfo> {
  const found = new Map<string, TypeInfo>();
  const visit = (shape: Shape): void => {
    if (shape.is === 'list') visit(shape.items);
    if (shape.is === 'map') visit(shape.values);
    if (shape.is === 'enum') expect(enumValues(shape.name)).not.toEqual([]);
    if (shape.is === 'type') add(shape.name);
  };
  const add = (name: string): void => {
    if (found.has(name)) return;
    const type = findType(name);
    found.set(name, type);
    for (const first of type.fields.values()) {
      for (let field = first as typeof first | undefined; field !== undefined; field = field.other)
        visit(field.shape);
    }
  };
  for (const { group, kind, versions } of KINDS) {
    for (const { version } of versions) {
      add(findKindSchema(formatApiVersion(group, version), kind)?.type ?? `no schema: ${group} ${kind}`);
    }
  }
  return found;
}

describe('the table of API types', () => {
  it('has a type for every version of every kind, and all that they refer to', () => {
    expect(reachable().size).toBeGreaterThan(700);
  });

  it('reads the fields of a type', () => {
    const container = findType('core.v1.Container');
    expect(container.required.map(({ name }) => name)).toEqual(['name']);
    expect(container.fields.get('resources')?.shape).toEqual({
      is: 'type',
      name: 'core.v1.ResourceRequirements',
    });
    expect(container.fields.get('imagePullPolicy')?.shape).toEqual({
      is: 'enum',
      name: 'core.v1.PullPolicy',
      emptyIsUnset: true,
    });
    expect(container.fields.get('ports')?.shape).toEqual({
      is: 'list',
      items: { is: 'type', name: 'core.v1.ContainerPort' },
      keys: [{ name: 'containerPort' }, { name: 'protocol', preset: 'TCP' }],
    });
    expect(findType('meta.v1.LabelSelector').fields.get('matchLabels')?.shape).toEqual({
      is: 'map',
      values: { is: 'scalar', scalar: 'string' },
    });
  });

  it('knows since when and until when a field is there', () => {
    const pod = findType('core.v1.PodSpec');
    expect(fieldIn(pod, 'resources', '1.35')?.since).toBe('1.32');
    expect(isFieldIn(pod, 'resources', '1.31')).toBe(false);
    expect(isFieldIn(pod, 'workloadRef', '1.35')).toBe(true);
    expect(isFieldIn(pod, 'workloadRef', '1.36')).toBe(false);
  });

  it('has enumerations that the checked-in OpenAPI documents lack, by version', () => {
    expect(enumValues('networking.v1.PathType').map(({ value }) => value)).toEqual([
      'Exact',
      'ImplementationSpecific',
      'Prefix',
    ]);
    expect(enumValues('discovery.v1.AddressType').map(({ value }) => value)).toEqual([
      'FQDN',
      'IPv4',
      'IPv6',
    ]);
    expect(enumValues('core.v1.TolerationOperator')).toContainEqual({ value: 'Lt', since: '1.35' });
  });

  it('knows what upstream has announced for a kind', () => {
    expect(findKindSchema('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema')).toEqual({
      type: 'flowcontrol.v1beta3.FlowSchema',
      deprecatedIn: '1.29',
      removedIn: '1.32',
      replacement: { apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind: 'FlowSchema' },
    });
  });

  it('throws for a type that it does not have', () => {
    expect(() => findType('core.v1.Nothing')).toThrow('the table has no type core.v1.Nothing');
  });
});
