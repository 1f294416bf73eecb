#define _GNU_SOURCE
#include "measurement.h"
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__GLIBC__)
#include <errno.h>
#include <malloc.h>

// The program's own malloc goes before the C library's, for every library in the process; it counts and passes on.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static _Atomic uint64_t allocations;

// Not an atomic addition: it would cost the measured code 5 ns, and a lost count among threads does no harm.
static inline void count(void) {
  atomic_store_explicit(
    &allocations, atomic_load_explicit(&allocations, memory_order_relaxed) + 1, memory_order_relaxed);
}

void *malloc(size_t size) {
  count();
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count();
  return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
  count();
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  count();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  count();
  void *memory = __libc_memalign(alignment, size);
  if (!memory) return ENOMEM;
  *result = memory;
  return 0;
}

uint64_t measurement_allocation_count(void) { return atomic_load_explicit(&allocations, memory_order_relaxed); }

uint64_t measurement_heap_bytes(void) {
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}
#else
uint64_t measurement_allocation_count(void) { return 0; }
uint64_t measurement_heap_bytes(void) { return 0; }
#endif

uint64_t measurement_resident_bytes(void) {
#if defined(__GLIBC__)
  // What the heap keeps for later would otherwise hide what is taken next.
  malloc_trim(0);
#endif
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file) return 0;
  unsigned long all = 0, resident = 0;
  int found = fscanf(file, "%lu %lu", &all, &resident);
  fclose(file);
  return found == 2 ? (uint64_t)resident * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}
