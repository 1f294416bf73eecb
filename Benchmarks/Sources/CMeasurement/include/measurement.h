#pragma once
#include <stdint.h>

// Nanoseconds of processor time that the calling thread has used.
uint64_t measurement_cpu_nanoseconds(void);
// Nanoseconds of processor time that all threads have used.
uint64_t measurement_process_cpu_nanoseconds(void);
// Nanoseconds of the wall clock, from an arbitrary start.
uint64_t measurement_wall_nanoseconds(void);

// How often the process asked for memory; 0 for ever where the C library cannot be interposed (anywhere but glibc).
uint64_t measurement_allocation_count(void);
// Bytes that the heap has handed out and not got back.
uint64_t measurement_heap_bytes(void);
// Bytes of the process that are in memory.
uint64_t measurement_resident_bytes(void);

// Counts retains from now on, until stopped; slow, so never while time is measured.
void measurement_start_counting_retains(void);
// Stops, and returns how many retains there were; -1 where the runtime gives no way to count them.
int64_t measurement_stop_counting_retains(void);

// Asks for a cache line that will be written soon.
static inline void measurement_prefetch(const void *address) { __builtin_prefetch(address, 1); }
