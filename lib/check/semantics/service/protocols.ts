/** supportedPortProtocols in pkg/apis/core/validation and pkg/apis/discovery/validation. */
export const PROTOCOLS: readonly string[] = ['SCTP', 'TCP', 'UDP'];
