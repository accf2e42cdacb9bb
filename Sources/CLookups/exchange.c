#include "CLookups.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// Numbers of libcurl's ABI, which has been the same since version 4 of the library.
enum {
  OPT_POST = 47,
  OPT_FOLLOWLOCATION = 52,
  OPT_NOPROGRESS = 43,
  OPT_POSTFIELDSIZE = 60,
  OPT_HTTP_VERSION = 84,
  OPT_NOSIGNAL = 99,
  OPT_TIMEOUT_MS = 155,
  OPT_PROTOCOLS = 181,
  OPT_WRITEDATA = 10001,
  OPT_URL = 10002,
  OPT_PROXY = 10004,
  OPT_POSTFIELDS = 10015,
  OPT_HTTPHEADER = 10023,
  OPT_XFERINFODATA = 10057,
  OPT_NOPROXY = 10177,
  OPT_WRITEFUNCTION = 20011,
  OPT_XFERINFOFUNCTION = 20219,
  INFO_RESPONSE_CODE = 0x200002,
  GLOBAL_ALL = 3,
  HTTP_1_1 = 2,
  HTTP_AND_HTTPS = 3,
  CODE_WRITE_ERROR = 23,
  CODE_TIMED_OUT = 28,
  CODE_ABORTED = 42,
};

static struct {
  void *(*easy_init)(void);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_perform)(void *);
  int (*easy_getinfo)(void *, int, ...);
  void (*easy_cleanup)(void *);
  void *(*slist_append)(void *, const char *);
  void (*slist_free_all)(void *);
  int is_loaded;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  int (*global_init)(long) = (int (*)(long))dlsym(library, "curl_global_init");
  curl.easy_init = (void *(*)(void))dlsym(library, "curl_easy_init");
  curl.easy_setopt = (int (*)(void *, int, ...))dlsym(library, "curl_easy_setopt");
  curl.easy_perform = (int (*)(void *))dlsym(library, "curl_easy_perform");
  curl.easy_getinfo = (int (*)(void *, int, ...))dlsym(library, "curl_easy_getinfo");
  curl.easy_cleanup = (void (*)(void *))dlsym(library, "curl_easy_cleanup");
  curl.slist_append = (void *(*)(void *, const char *))dlsym(library, "curl_slist_append");
  curl.slist_free_all = (void (*)(void *))dlsym(library, "curl_slist_free_all");
  curl.is_loaded = global_init && curl.easy_init && curl.easy_setopt && curl.easy_perform && curl.easy_getinfo &&
                   curl.easy_cleanup && curl.slist_append && curl.slist_free_all && global_init(GLOBAL_ALL) == 0;
}

static size_t take(const void *piece, size_t size, size_t count, void *context) {
  struct clookups_answer *answer = context;
  size_t bytes = size * count;
  if (bytes > answer->capacity - answer->body_bytes) return 0;
  memcpy(answer->body + answer->body_bytes, piece, bytes);
  answer->body_bytes += bytes;
  return bytes;
}

static int look(void *context, long long a, long long b, long long c, long long d) {
  const struct clookups_request *request = context;
  return request->is_cancelled && request->is_cancelled(request->context);
}

static void *headers(const struct clookups_request *request) {
  void *list = NULL;
  for (const char *const *header = request->headers; *header; header++) {
    void *longer = curl.slist_append(list, *header);
    if (longer) list = longer;
  }
  return list;
}

int clookups_post(const struct clookups_request *request, struct clookups_answer *answer) {
  pthread_once(&once, load);
  if (!curl.is_loaded) return CLOOKUPS_NO_LIBRARY;
  void *easy = curl.easy_init();
  if (!easy) return CLOOKUPS_UNREACHABLE;
  void *list = headers(request);
  answer->body_bytes = 0;
  answer->status = 0;
  curl.easy_setopt(easy, OPT_URL, request->url);
  curl.easy_setopt(easy, OPT_PROTOCOLS, (long)HTTP_AND_HTTPS);
  curl.easy_setopt(easy, OPT_HTTP_VERSION, (long)HTTP_1_1);
  curl.easy_setopt(easy, OPT_FOLLOWLOCATION, 0L);
  // An empty name means none, whatever the environment says.
  curl.easy_setopt(easy, OPT_PROXY, "");
  curl.easy_setopt(easy, OPT_NOPROXY, "*");
  curl.easy_setopt(easy, OPT_NOSIGNAL, 1L);
  curl.easy_setopt(easy, OPT_TIMEOUT_MS, request->within_milliseconds);
  curl.easy_setopt(easy, OPT_POST, 1L);
  curl.easy_setopt(easy, OPT_POSTFIELDS, request->body);
  curl.easy_setopt(easy, OPT_POSTFIELDSIZE, (long)request->body_bytes);
  curl.easy_setopt(easy, OPT_HTTPHEADER, list);
  curl.easy_setopt(easy, OPT_WRITEFUNCTION, take);
  curl.easy_setopt(easy, OPT_WRITEDATA, answer);
  curl.easy_setopt(easy, OPT_XFERINFOFUNCTION, look);
  curl.easy_setopt(easy, OPT_XFERINFODATA, request);
  curl.easy_setopt(easy, OPT_NOPROGRESS, 0L);
  int code = curl.easy_perform(easy);
  curl.easy_getinfo(easy, INFO_RESPONSE_CODE, &answer->status);
  curl.easy_cleanup(easy);
  curl.slist_free_all(list);
  switch (code) {
    case 0: return CLOOKUPS_DONE;
    case CODE_WRITE_ERROR: return CLOOKUPS_TOO_LARGE;
    case CODE_TIMED_OUT: return CLOOKUPS_LATE;
    case CODE_ABORTED: return CLOOKUPS_CANCELLED;
    default: return CLOOKUPS_UNREACHABLE;
  }
}
