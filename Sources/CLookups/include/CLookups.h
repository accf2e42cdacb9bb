#ifndef CLOOKUPS_H
#define CLOOKUPS_H

#include <stddef.h>

// One POST with libcurl, which is loaded when it is first needed: who asks no other program needs none, and no start
// waits for it.

enum {
  CLOOKUPS_DONE = 0,
  CLOOKUPS_UNREACHABLE = 1,
  CLOOKUPS_LATE = 2,
  CLOOKUPS_TOO_LARGE = 3,
  CLOOKUPS_CANCELLED = 4,
  // libcurl.so.4 is not on this machine.
  CLOOKUPS_NO_LIBRARY = 5,
};

struct clookups_request {
  const char *url;
  // Ends with a null pointer.
  const char *const *headers;
  const void *body;
  size_t body_bytes;
  long within_milliseconds;
  // Asked at times while it runs: not 0 ends it.
  int (*is_cancelled)(void *context);
  void *context;
};

struct clookups_answer {
  long status;
  // As large as the caller says; what passes it ends the exchange.
  unsigned char *body;
  size_t capacity;
  size_t body_bytes;
};

// Blocks for at most the time of the request. Follows no redirection and uses no proxy.
int clookups_post(const struct clookups_request *request, struct clookups_answer *answer);

#endif
