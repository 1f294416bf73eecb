#pragma once
#include <stdint.h>

// The C++ side of every contest, behind one small interface.
#ifdef __cplusplus
extern "C" {
#endif

typedef struct Contender Contender;

// Goes on for so many units of work (events, customers, draws: see the one who makes it).
void contender_run(Contender *contender, int64_t units);
// A hash over all that was done so far; equal to that of the Swift side, or the two did not do the same.
uint64_t contender_digest(const Contender *contender);
// The mean of what was drawn, for contenders that draw by another method.
double contender_mean(const Contender *contender);
void contender_free(Contender *contender);

typedef enum { QueueStandard, QueueFourAry } QueueKind;
typedef enum {
  DelayExponential, DelayUniform, DelayBimodal, DelayAllEqual, DelayPareto, DelayTicks, DelayZero
} DelayKind;

Contender *contender_hold(QueueKind queue, DelayKind delay, int64_t places, uint64_t seed);
Contender *contender_mm1(uint64_t seed);
Contender *contender_mm1_two_timers(uint64_t seed);

#ifdef __cplusplus
}
#endif
