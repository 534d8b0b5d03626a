/** The files of a project, by their paths. */
export type Sources = Readonly<Record<string, string>>;

/** What `cdk8s init typescript-app` writes, as far as it matters here. */
const SETTINGS: Sources = {
  'package.json': '{ "name": "bench", "version": "1.0.0", "private": true }\n',
  'cdk8s.yaml': 'language: typescript\napp: npx ts-node main.ts\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['es2022'],
      module: 'CommonJS',
      strict: true,
      experimentalDecorators: true,
      inlineSourceMap: true,
      inlineSources: true,
      noImplicitReturns: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      skipLibCheck: true,
    },
    include: ['**/*.ts'],
    exclude: ['node_modules'],
  }),
};

const IMPORTS = `import { Chart } from 'cdk8s';
import { ConfigMap, Deployment, EnvValue, Ingress, IngressBackend } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
`;

const WEB_SERVICE = `${IMPORTS}
export class WebService extends Chart {
  constructor(scope: Construct, id: string, greeting = 'hello') {
    super(scope, id);
    const config = new ConfigMap(this, 'config', { data: { GREETING: greeting, LEVEL: 'info' } });
    const deployment = new Deployment(this, 'web', {
      replicas: 2,
      containers: [
        {
          image: 'nginx:1.27',
          portNumber: 8080,
          envVariables: { GREETING: EnvValue.fromConfigMap(config, 'GREETING') },
        },
      ],
    });
    const service = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
    new Ingress(this, 'ingress', {
      rules: [{ host: \`\${id}.example.com\`, backend: IngressBackend.fromService(service) }],
    });
  }
}
`;

/** `count` web services of four objects each, a chart each, made in a loop. */
export function webServices(count: number): Sources {
  return {
    ...SETTINGS,
    'web-service.ts': WEB_SERVICE,
    'main.ts': `import { App } from 'cdk8s';
import { WebService } from './web-service';

const app = new App();
for (let i = 0; i < ${count}; i++) new WebService(app, \`service-\${i}\`, \`hello \${i}\`);
app.synth();
`,
  };
}

/** The same with a file of its own for each service: `services/service-<i>.ts`. */
export function webServiceFiles(count: number): Sources {
  const all = Array.from({ length: count }, (_, i) => i);
  return {
    ...SETTINGS,
    ...Object.fromEntries(all.map((i) => [`services/service-${i}.ts`, serviceFile(i, `hello ${i}`)])),
    'web-service.ts': WEB_SERVICE,
    'main.ts': `import { App } from 'cdk8s';
${all.map((i) => `import { service${i} } from './services/service-${i}';`).join('\n')}

const app = new App();
${all.map((i) => `service${i}(app);`).join('\n')}
app.synth();
`,
  };
}

/** The file of one service of {@link webServiceFiles}. */
export function serviceFile(i: number, greeting: string): string {
  return `import { type Construct } from 'constructs';
import { WebService } from '../web-service';

export const service${i} = (scope: Construct) => new WebService(scope, 'service-${i}', '${greeting}');
`;
}

/** Charts of plain objects, each chart depending on the one before if they are `chained`. */
export function plainCharts(charts: number, objects: number, chained: boolean): Sources {
  return {
    ...SETTINGS,
    'main.ts': `import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
let previous: Chart | undefined;
for (let i = 0; i < ${charts}; i++) {
  const chart = new Chart(app, \`chart-\${i}\`);
  for (let j = 0; j < ${objects}; j++) {
    new ApiObject(chart, \`object-\${j}\`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { labels: { app: 'bench' } },
      data: { index: String(j) },
    });
  }
  if (${chained} && previous) chart.addDependency(previous);
  previous = chart;
}
app.synth();
`,
  };
}
