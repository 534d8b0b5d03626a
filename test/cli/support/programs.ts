/** A main.ts that makes one App with charts of the given names. */
export function appWith(...charts: readonly string[]): string {
  return `import { App, Chart } from 'cdk8s';

const app = new App();
${charts.map((name) => `new Chart(app, '${name}');`).join('\n')}
app.synth();
`;
}

/** Charts by their names, each with its objects. */
export type Charts = Readonly<Record<string, readonly object[]>>;

/** A program, TypeScript and JavaScript at once, that renders these objects. */
export function rendering(charts: Charts, appProps: object = {}): string {
  return `const { ApiObject, App, Chart } = require('cdk8s');

const app = new App(${JSON.stringify(appProps)});
for (const [name, objects] of Object.entries(${JSON.stringify(charts)})) {
  const chart = new Chart(app, name);
  for (const [i, object] of [].concat(objects).entries()) new ApiObject(chart, 'object-' + i, object);
}
app.synth();
`;
}

export function configMap(name: string, data: object = {}): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
}

export function deployment(name: string, image: string, app = name): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app } },
      template: {
        metadata: { labels: { app } },
        spec: {
          containers: [
            {
              name: 'web',
              image,
              ports: [{ containerPort: 8080 }],
              resources: { requests: { cpu: '50m', memory: '64Mi' } },
            },
          ],
        },
      },
    },
  };
}
