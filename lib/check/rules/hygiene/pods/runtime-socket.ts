/** Whether a path of a node leads to the socket of its container runtime, or to the folder around it. */
export function isRuntimeSocket(path: string): boolean {
  return /(?:^|\/)(?:docker|containerd|crio|cri-dockerd|podman)\.sock\/?$/.test(path);
}
