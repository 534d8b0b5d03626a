import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { KubewrightValidation, type ValidationContext } from '../../lib/plugin/kubewright-validation';

const ROOT = resolve(__dirname, '../..');
const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec: { selector: { app: cart }, ports: [{ port: 80 }] }\n';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'validation-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('tells the stock command line what the checks find, and fails on errors alone', async () => {
  const file = join(folder, 'cart.k8s.yaml');
  writeFileSync(file, SERVICE);
  const addViolation = jest.fn();
  const submit = jest.fn();
  const context: ValidationContext = { manifests: [file], report: { addViolation, submit } };

  await new KubewrightValidation().validate(context);
  expect(addViolation).toHaveBeenCalledWith(
    expect.objectContaining({
      ruleName: 'K301',
      recommendation: expect.stringContaining('selects no pod') as string,
      violatingResources: [{ resourceName: 'cart', locations: ['/spec/selector'], manifestPath: file }],
    }),
  );
  expect(submit).toHaveBeenLastCalledWith('failure', { objects: '1' });

  await new KubewrightValidation({ severities: { K301: 'warning' } }).validate(context);
  expect(submit).toHaveBeenLastCalledWith('success', { objects: '1' });
});

test('stops the stock cdk8s synth', () => {
  writeFileSync(
    join(folder, 'main.js'),
    `
    const { ApiObject, App, Chart } = require('cdk8s');
    const app = new App();
    new ApiObject(new Chart(app, 'shop'), 'cart', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cart' }, spec: { selector: { app: 'cart' }, ports: [{ port: 80 }] } });
    app.synth();
  `,
  );
  writeFileSync(
    join(folder, 'cdk8s.yaml'),
    `
language: typescript
app: node main.js
validations:
  - package: ${ROOT}
    class: KubewrightValidation
    version: 0.1.0
`,
  );
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const run = (): string =>
    execFileSync('npx', ['cdk8s', 'synth'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  let output = '';
  try {
    run();
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    output = stdout + stderr;
  }
  expect(output).toContain('K301');
  expect(output).toContain('selects no pod');
}, 60_000);
