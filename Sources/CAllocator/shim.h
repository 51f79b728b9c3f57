// The C library's allocator, as far as Swift's module of that library leaves it out.
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

// Has the memory behind the calling thread's next block come in pages of 2 MiB where the system
// has such pages: a page that is touched for the first time costs as much as 10,000 instructions,
// and there are 500 times fewer of these. It is advice; nothing depends on its being taken.
static inline void use_large_pages(void) {
  const uintptr_t large = 2 << 20;
  void *block = malloc(64 << 10);
  uintptr_t start = ((uintptr_t)block + large - 1) / large * large;
  madvise((void *)start, 8 * large, MADV_HUGEPAGE);
  free(block);
}

static inline void *use_large_pages_in_thread(void *unused) {
  use_large_pages();
  return unused;
}

// Does so for threads to come: memory that a thread leaves goes to the next one that begins.
static inline void use_large_pages_in_threads(long count) {
  enum { most = 7 };
  pthread_t threads[most];
  long begun = 0;
  while (begun < count && begun < most
    && pthread_create(&threads[begun], NULL, use_large_pages_in_thread, NULL) == 0) begun++;
  while (begun > 0) pthread_join(threads[--begun], NULL);
}
