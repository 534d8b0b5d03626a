import { chart, manifest, pathsOf, planOf } from '../inputs';
import { filePerChart } from '../../../lib/render/layouts/file-per-chart';
import { folderPerChart } from '../../../lib/render/layouts/folder-per-chart';
import { filePerObject } from '../../../lib/render/layouts/file-per-object';

const shop = chart(
  'shop',
  manifest('ServiceAccount', 'shop/web'),
  manifest('Deployment', 'shop/web'),
  manifest('ValidatingWebhookConfiguration', 'guard'),
);
const tenants = chart('tenants', manifest('Namespace', 'shop'), manifest('Namespace', 'other'));

describe('layouts by charts', () => {
  it('take another extension', () => {
    expect(pathsOf(planOf([shop], filePerChart({ extension: '.yaml' })))).toEqual(['shop.yaml']);
  });

  it('give a chart a name that Windows takes too', () => {
    expect(pathsOf(planOf([chart('con', manifest('ConfigMap', 'x/y'))]))[0]).toMatch(
      /^con-[0-9a-f]{10}\.k8s\.yaml$/,
    );
  });

  it('put one object a file into the folder of the chart', () => {
    expect(pathsOf(planOf([shop, tenants], folderPerChart()))).toEqual([
      '00-shared/00-cluster/core_v1_Namespace_shop.yaml',
      'shop/01-namespace/shop_core_v1_ServiceAccount_web.yaml',
      'shop/shop_apps_v1_Deployment_web.yaml',
      'shop/zz-webhooks/admissionregistration.k8s.io_v1_ValidatingWebhookConfiguration_guard.yaml',
      'tenants/00-cluster/core_v1_Namespace_other.yaml',
    ]);
  });
});

describe('file-per-object', () => {
  it('sorts into folders by kind alone', () => {
    expect(pathsOf(planOf([shop, tenants], filePerObject()))).toEqual([
      '00-cluster/core_v1_Namespace_other.yaml',
      '00-cluster/core_v1_Namespace_shop.yaml',
      '01-namespace/shop_core_v1_ServiceAccount_web.yaml',
      'shop_apps_v1_Deployment_web.yaml',
      'zz-webhooks/admissionregistration.k8s.io_v1_ValidatingWebhookConfiguration_guard.yaml',
    ]);
  });

  it('leaves the folders out when told so', () => {
    expect(pathsOf(planOf([shop], filePerObject({ stages: false })))).toEqual([
      'admissionregistration.k8s.io_v1_ValidatingWebhookConfiguration_guard.yaml',
      'shop_apps_v1_Deployment_web.yaml',
      'shop_core_v1_ServiceAccount_web.yaml',
    ]);
  });
});
