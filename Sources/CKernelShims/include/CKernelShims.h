#ifndef ANTBED_CKERNELSHIMS_H
#define ANTBED_CKERNELSHIMS_H

/// Does nothing, in a way that the optimizer cannot see: what calls it is not empty and is not removed.
void antbed_opaque(void);

/// Asks for the cache line of an address that will be read and written soon; any address is allowed.
static inline void antbed_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
