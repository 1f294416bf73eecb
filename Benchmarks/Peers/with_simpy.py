"""The workloads in SimPy, as its documentation writes them."""

import simpy

import workloads

VERSION = "SimPy " + simpy.__version__


def hold(places):
    """Callbacks on timeouts, no processes: SimPy at its quickest."""
    random = workloads.generator()
    environment = simpy.Environment()
    visits = [0] * places

    def schedule(place):
        environment.timeout(workloads.delay(random), place).callbacks.append(visit)

    def visit(event):
        visits[event.value] += 1
        schedule(random.randrange(places))

    for place in range(places):
        schedule(place)

    def go_on(events):
        for _ in range(events):
            environment.step()
        return events

    return workloads.nanoseconds_per_unit(go_on, 2 * places, 100_000)


def sleep(processes):
    """Processes that do nothing but sleep."""
    random = workloads.generator()
    environment = simpy.Environment()

    def sleeper():
        while True:
            yield environment.timeout(workloads.delay(random))

    for _ in range(processes):
        environment.process(sleeper())

    def go_on(wakes):
        for _ in range(wakes):
            environment.step()
        return wakes

    # Twice as many at first: a process takes an event to begin, too.
    return workloads.nanoseconds_per_unit(go_on, 3 * processes, 100_000)


def mm1():
    """One process a customer, who seizes the desk."""
    random = workloads.generator()
    environment = simpy.Environment()
    desk = simpy.Resource(environment, capacity=1)
    served = 0

    def customer(service):
        nonlocal served
        with desk.request() as request:
            yield request
            yield environment.timeout(service)
        served += 1

    def source():
        while True:
            yield environment.timeout(random.expovariate(1))
            environment.process(customer(random.expovariate(1 / 0.9)))

    environment.process(source())

    def go_on(customers):
        start = served
        while served < start + customers:
            environment.step()
        return served - start

    return workloads.nanoseconds_per_unit(go_on, 5_000, 20_000)
