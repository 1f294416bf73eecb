#include "CKernelShims.h"

void antbed_opaque(void) { __asm__ volatile(""); }
