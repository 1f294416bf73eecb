#define _DEFAULT_SOURCE
#include "measurement.h"
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/mman.h>

#if defined(__linux__) && defined(__x86_64__)
// The Swift runtime lets tools replace these, and asks the flag before it uses the replacement.
#define RUNTIME_CALL __attribute__((preserve_most))
typedef RUNTIME_CALL void *(*Retain)(void *);
typedef RUNTIME_CALL void *(*RetainMany)(void *, uint32_t);

typedef RUNTIME_CALL void (*Release)(void *);
typedef RUNTIME_CALL void (*ReleaseMany)(void *, uint32_t);

extern Retain _swift_retain;
extern Release _swift_release;
extern ReleaseMany _swift_release_n;
extern RetainMany _swift_retain_n;
extern _Atomic bool _swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly;

static Retain original_retain;
static RetainMany original_retain_many;
static Release original_release;
static ReleaseMany original_release_many;
static _Atomic int64_t retains;

// With replacements the runtime passes on what it otherwise sorts out: the text of a short string, taken for an address.
static bool is_object(void *object) {
  unsigned char isResident;
  void *page = (void *)((uintptr_t)object & ~(uintptr_t)4095);
  return page && (uintptr_t)object % 8 == 0 && mincore(page, 1, &isResident) == 0;
}

static RUNTIME_CALL void *counting_retain(void *object) {
  if (!is_object(object)) return object;
  atomic_fetch_add_explicit(&retains, 1, memory_order_relaxed);
  return original_retain(object);
}

static RUNTIME_CALL void *counting_retain_many(void *object, uint32_t times) {
  if (!is_object(object)) return object;
  atomic_fetch_add_explicit(&retains, times, memory_order_relaxed);
  return original_retain_many(object, times);
}

static RUNTIME_CALL void checking_release(void *object) {
  if (is_object(object)) original_release(object);
}

static RUNTIME_CALL void checking_release_many(void *object, uint32_t times) {
  if (is_object(object)) original_release_many(object, times);
}

void measurement_start_counting_retains(void) {
  original_release = _swift_release;
  original_release_many = _swift_release_n;
  _swift_release = checking_release;
  _swift_release_n = checking_release_many;
  original_retain = _swift_retain;
  original_retain_many = _swift_retain_n;
  atomic_store(&retains, 0);
  _swift_retain = counting_retain;
  _swift_retain_n = counting_retain_many;
  atomic_store(&_swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly, true);
}

int64_t measurement_stop_counting_retains(void) {
  atomic_store(&_swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly, false);
  _swift_release = original_release;
  _swift_release_n = original_release_many;
  _swift_retain = original_retain;
  _swift_retain_n = original_retain_many;
  return atomic_load(&retains);
}
#else
void measurement_start_counting_retains(void) {}
int64_t measurement_stop_counting_retains(void) { return -1; }
#endif
