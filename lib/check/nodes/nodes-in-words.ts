/** When rules about Nodes are asked, for their explanations. */
export const NODES_ASKED = `This is asked where the Nodes are known: they are among the objects (\`kubectl get nodes -o yaml > nodes.yaml\`, and check that file with
the rest), or they are declared in kubewright.config.ts, where they are not checked themselves:
\`external: { nodes: 'nodes.yaml' }\`, or \`nodes: [{ name: 'node-1', labels: { 'topology.kubernetes.io/zone': 'a' } }]\`.`;

/** For the help of a finding that hangs on which Nodes there are. */
export const NODES_HELP =
  "if the cluster has other Nodes: give them in kubewright.config.ts, external: { nodes: 'nodes.yaml' }, as `kubectl get nodes -o yaml` prints them";
