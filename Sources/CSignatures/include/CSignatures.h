#ifndef CSIGNATURES_H
#define CSIGNATURES_H

#include <stddef.h>

// Verifies signatures with OpenSSL's libcrypto, which is loaded when the first public key is read: who has none needs no
// library, and the program brings none along.

enum {
  CSIGNATURES_OK = 0,
  // libcrypto.so.3 is not on this machine.
  CSIGNATURES_NO_LIBRARY = 1,
  // The text is no public key in PEM.
  CSIGNATURES_NO_KEY = 2,
  // It is a public key of another kind.
  CSIGNATURES_OTHER_KIND = 3,
};

enum {
  // ECDSA over P-256 with SHA-256.
  CSIGNATURES_ES256 = 0,
  // Ed25519.
  CSIGNATURES_EDDSA = 1,
};

// Reads a public key. It may be used by many threads and is never freed.
int csignatures_read(int kind, const void *pem, size_t pem_bytes, void **key);

// 1 where the signature is that of the message; of ECDSA it is in DER.
int csignatures_verify(
    int kind, void *key, const void *message, size_t message_bytes, const void *signature, size_t signature_bytes);

#endif
