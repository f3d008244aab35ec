/** The columns of a client without a key of its own. */
export const noKey = {
  sealedPrivateKey: null,
  certificate: null,
  certificateExpiresAt: null,
  signingAlgorithm: null,
  keyId: null,
};

/** The columns of a client that has no certificate waiting. */
export const noPendingKey = { pendingPrivateKey: null, pendingCertificate: null, pendingAlgorithm: null };
