/**
 * A self-signed certificate for localhost, 127.0.0.1 and ::1, valid for a hundred years. Its key is published
 * here on purpose: it proves nothing to anybody and protects nothing. Trust it in tests, never in production.
 */
export const loopbackCertificate = `-----BEGIN CERTIFICATE-----
MIIB2jCCAYCgAwIBAgIUY6B/EayMECg8wlcmwbIwGh8oH3AwCgYIKoZIzj0EAwIw
KjEoMCYGA1UEAwwfTWFpbHJvb20gc2FuZGJveCwgbG9vcGJhY2sgb25seTAgFw0y
NjExMjAyMjA2MDJaGA8yMTI2MTAyNzIyMDYwMlowKjEoMCYGA1UEAwwfTWFpbHJv
b20gc2FuZGJveCwgbG9vcGJhY2sgb25seTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABG7U3hWMMNM5Ti85aT49jwZtCH1x4xBXFhvyE79GR21brs/1srATJLpOEvpK
FlkpMqfiCiBeqQI8k4hEQy3TvYKjgYEwfzAdBgNVHQ4EFgQUNVY1PvAaaDmjFFLp
N8WJNoeyeWswHwYDVR0jBBgwFoAUNVY1PvAaaDmjFFLpN8WJNoeyeWswLAYDVR0R
BCUwI4IJbG9jYWxob3N0hwR/AAABhxAAAAAAAAAAAAAAAAAAAAABMA8GA1UdEwEB
/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAMzcLpAlLfYfamtyYf/8cVjiZj9G
QcR6WT9u/HEG96/MAiAYnXSX3NF9qP72BWCodmRH5H7iAVDQWeooW+F6vkAIcg==
-----END CERTIFICATE-----
`;

/** The published key of {@link loopbackCertificate}. */
export const loopbackCertificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpH9LEjuvWvHGjM0T
Wl6BCDbHaGETHwVmmOK3MxMw1RyhRANCAARu1N4VjDDTOU4vOWk+PY8GbQh9ceMQ
VxYb8hO/RkdtW67P9bKwEyS6ThL6ShZZKTKn4gogXqkCPJOIREMt072C
-----END PRIVATE KEY-----
`;
