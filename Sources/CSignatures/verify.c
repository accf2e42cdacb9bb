#include "CSignatures.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// Numbers of OpenSSL's object table, which never change.
enum { NID_EC = 408, NID_ED25519 = 1087 };

static struct {
  void *(*new_mem_buf)(const void *, int);
  int (*bio_free)(void *);
  void *(*read_public_key)(void *, void **, void *, void *);
  void (*key_free)(void *);
  int (*base_id)(const void *);
  int (*group_name)(const void *, char *, size_t, size_t *);
  void *(*context_new)(void);
  void (*context_free)(void *);
  const void *(*sha256)(void);
  int (*verify_init)(void *, void **, const void *, void *, void *);
  int (*verify)(void *, const unsigned char *, size_t, const unsigned char *, size_t);
  void (*clear_errors)(void);
  int is_loaded;
} crypto;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  crypto.new_mem_buf = (void *(*)(const void *, int))dlsym(library, "BIO_new_mem_buf");
  crypto.bio_free = (int (*)(void *))dlsym(library, "BIO_free");
  crypto.read_public_key = (void *(*)(void *, void **, void *, void *))dlsym(library, "PEM_read_bio_PUBKEY");
  crypto.key_free = (void (*)(void *))dlsym(library, "EVP_PKEY_free");
  crypto.base_id = (int (*)(const void *))dlsym(library, "EVP_PKEY_get_base_id");
  crypto.group_name = (int (*)(const void *, char *, size_t, size_t *))dlsym(library, "EVP_PKEY_get_group_name");
  crypto.context_new = (void *(*)(void))dlsym(library, "EVP_MD_CTX_new");
  crypto.context_free = (void (*)(void *))dlsym(library, "EVP_MD_CTX_free");
  crypto.sha256 = (const void *(*)(void))dlsym(library, "EVP_sha256");
  crypto.verify_init =
      (int (*)(void *, void **, const void *, void *, void *))dlsym(library, "EVP_DigestVerifyInit");
  crypto.verify = (int (*)(void *, const unsigned char *, size_t, const unsigned char *, size_t))dlsym(
      library, "EVP_DigestVerify");
  crypto.clear_errors = (void (*)(void))dlsym(library, "ERR_clear_error");
  crypto.is_loaded = crypto.new_mem_buf && crypto.bio_free && crypto.read_public_key && crypto.key_free &&
                     crypto.base_id && crypto.group_name && crypto.context_new && crypto.context_free &&
                     crypto.sha256 && crypto.verify_init && crypto.verify && crypto.clear_errors;
}

static int is_of_kind(int kind, const void *key) {
  if (kind == CSIGNATURES_EDDSA) return crypto.base_id(key) == NID_ED25519;
  char name[32] = "";
  size_t length = 0;
  return crypto.base_id(key) == NID_EC && crypto.group_name(key, name, sizeof name, &length) == 1 &&
         strcmp(name, "prime256v1") == 0;
}

int csignatures_read(int kind, const void *pem, size_t pem_bytes, void **key) {
  pthread_once(&once, load);
  if (!crypto.is_loaded) return CSIGNATURES_NO_LIBRARY;
  if (pem_bytes > 65536) return CSIGNATURES_NO_KEY;
  void *bio = crypto.new_mem_buf(pem, (int)pem_bytes);
  if (!bio) return CSIGNATURES_NO_KEY;
  *key = crypto.read_public_key(bio, NULL, NULL, NULL);
  crypto.bio_free(bio);
  crypto.clear_errors();
  if (!*key) return CSIGNATURES_NO_KEY;
  if (is_of_kind(kind, *key)) return CSIGNATURES_OK;
  crypto.key_free(*key);
  *key = NULL;
  return CSIGNATURES_OTHER_KIND;
}

int csignatures_verify(
    int kind, void *key, const void *message, size_t message_bytes, const void *signature, size_t signature_bytes) {
  void *context = crypto.context_new();
  if (!context) return 0;
  // Ed25519 hashes by itself.
  const void *digest = kind == CSIGNATURES_ES256 ? crypto.sha256() : NULL;
  int is_right = crypto.verify_init(context, NULL, digest, NULL, key) == 1 &&
                 crypto.verify(context, signature, signature_bytes, message, message_bytes) == 1;
  crypto.context_free(context);
  crypto.clear_errors();
  return is_right;
}
