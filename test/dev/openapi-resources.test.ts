import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServedResources } from '../../lib/dev/openapi-resources';

const POD = { group: '', version: 'v1', kind: 'Pod' };
const TUNNEL = { group: '', version: 'v1', kind: 'PodProxyOptions' };

function operation(action: string, gvk: object = POD): object {
  return { 'x-kubernetes-action': action, 'x-kubernetes-group-version-kind': gvk };
}

const PATHS = {
  '/api/v1/': { get: {} },
  '/version/': { get: {} },
  '/api/v1/pods': { get: operation('list'), parameters: [] },
  '/api/v1/watch/pods': { get: operation('watchlist') },
  '/api/v1/namespaces/{namespace}/pods': { get: operation('list'), post: operation('post') },
  '/api/v1/namespaces/{namespace}/pods/{name}': { get: operation('get'), put: operation('put') },
  '/api/v1/namespaces/{namespace}/pods/{name}/proxy/{path}': {
    get: operation('connect', TUNNEL),
    delete: operation('connect', TUNNEL),
    options: operation('connect', TUNNEL),
  },
};

const PODS = {
  name: 'pods',
  namespaced: true,
  verbs: ['watch', 'create', 'get', 'list', 'update'],
  shortNames: ['po'],
};
const PROXY = { name: 'pods/proxy', namespaced: true, verbs: ['delete', 'get'] };

describe('readServedResources', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubewright-openapi-'));
    mkdirSync(join(folder, 'api/openapi-spec'), { recursive: true });
    mkdirSync(join(folder, 'api/discovery'));
    writeFileSync(join(folder, 'api/openapi-spec/swagger.json'), JSON.stringify({ paths: PATHS }));
    writeFileSync(join(folder, 'api/discovery/api.json'), JSON.stringify({ kind: 'APIVersions' }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function discover(...resources: object[]): void {
    const list = { kind: 'APIResourceList', groupVersion: 'v1', resources };
    writeFileSync(join(folder, 'api/discovery/api__v1.json'), JSON.stringify(list));
  }

  test('joins the paths of a resource, and names verbs as RBAC does', () => {
    discover(PODS, PROXY);
    const common = { group: '', version: 'v1', resource: 'pods', namespaced: true };
    expect(readServedResources(folder)).toEqual([
      {
        ...common,
        gvk: POD,
        verbs: ['get', 'list', 'watch', 'create', 'update'],
        connect: false,
        shortNames: ['po'],
      },
      {
        ...common,
        subresource: 'proxy',
        gvk: TUNNEL,
        verbs: ['get', 'delete'],
        connect: true,
        shortNames: [],
      },
    ]);
  });

  test('refuses documents that disagree', () => {
    discover({ ...PODS, verbs: ['get'] }, PROXY);
    expect(() => readServedResources(folder)).toThrow(
      '/v1 pods: OpenAPI has get,list,watch,create,update, discovery get',
    );
    discover(PODS);
    expect(() => readServedResources(folder)).toThrow(
      '/v1 pods/proxy: OpenAPI has get,delete, discovery nothing',
    );
    discover(PODS, PROXY, { ...PODS, name: 'nodes' });
    expect(() => readServedResources(folder)).toThrow('only in discovery: /v1 nodes');
  });
});
