#include "contender.hpp"

void contender_run(Contender *contender, int64_t units) { contender->run(units); }

uint64_t contender_digest(const Contender *contender) { return contender->digest(); }

double contender_mean(const Contender *contender) { return contender->mean(); }

void contender_free(Contender *contender) { delete contender; }
