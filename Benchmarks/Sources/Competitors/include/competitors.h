#pragma once
#include <stdint.h>

// The C++ side of every contest, behind one small interface.
#ifdef __cplusplus
extern "C" {
#endif

typedef struct Contender Contender;

// Goes on for so many units of work: events, customers, draws; the Swift side of the contest says which.
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
Contender *contender_renege(uint64_t seed);
Contender *contender_preempt(uint64_t seed);
Contender *contender_seize(int64_t customers, int64_t capacity, uint64_t seed);

typedef enum { DrawNext, DrawUniform, DrawExponentialByLogarithm, DrawExponentialByZiggurat, DrawNormal } DrawKind;

Contender *contender_stream(DrawKind draw, const char *name, uint64_t root_seed);
// Makes stream number 0, 1, 2, ... and draws once from each.
Contender *contender_new_streams(const char *name, uint64_t root_seed);

// Copies a heap of so many events of 32 bytes, and takes the first event from the copy.
Contender *contender_fork(int64_t events, uint64_t seed);
// Writes the same heap's bytes, reads them into another heap, and takes the first event from that.
Contender *contender_checkpoint(int64_t events, uint64_t seed);
// Fills an empty heap with so many events, and takes all out again; a unit is one event.
Contender *contender_fill(int64_t events, uint64_t seed);

// Ants that walk on a graph of so many nodes, and on a square grid; a unit is one ant's step.
Contender *contender_ants_graph(int64_t nodes, int64_t ants, uint64_t seed);
Contender *contender_ants_grid(int64_t side, int64_t ants, uint64_t seed);
// A field of pheromone that spreads and evaporates; a unit is one cell.
Contender *contender_field(int64_t side, uint64_t seed);
// Foraging ants on 71 by 71 cells; a unit is one ant's step.
Contender *contender_foraging(int64_t ants, uint64_t seed);
// MAX-MIN Ant System without local search on random points, one search a round; a unit is one step of one ant.
Contender *contender_tours(int64_t nodes, uint64_t seed);
// The artificial bee colony on Rosenbrock's function, one search a round; a unit is one cycle.
Contender *contender_bees(int64_t dimensions, uint64_t seed);
// A packet network routed by AntNet; directed links, those of a node together, sorted by where they lead.
Contender *contender_antnet(
  int64_t nodes, int64_t links, const int32_t *from, const int32_t *to, const double *delay, double bandwidth,
  double warm_up, double session_interval, uint64_t seed);
// Five voters a task, four tasks at a time, behind a service with four places; a unit is one agent's step.
Contender *contender_vote(double location, double scale, uint64_t seed);

#ifdef __cplusplus
}
#endif
