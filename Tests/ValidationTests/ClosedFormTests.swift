import TestSupport
import Testing

/// The closed forms against each other, where one is a case or a limit of another.
@Suite("Closed forms of queues")
struct ClosedFormTests {
  @Test("M/M/1/K becomes M/M/1 with growing K, and loses 1 in K + 1 at load 1")
  func finiteQueue() {
    let long = QueueTheory.finiteQueue(capacity: 300, load: 0.8)
    let mean = long.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(isNear(mean, 4))
    #expect(isNear(long[0], 0.2))
    #expect(QueueTheory.finiteQueue(capacity: 4, load: 1) == Array(repeating: 0.2, count: 5))
  }

  @Test("M/M/1/K by its formula is the birth-death chain", arguments: [0.5, 0.9, 1.5])
  func finiteChain(load: Double) {
    let chain = BirthDeathChain(states: 6, births: { _ in load }, deaths: { _ in 1 })
    for (formula, solved) in zip(QueueTheory.finiteQueue(capacity: 5, load: load), chain.probabilities) {
      #expect(isNear(formula, solved))
    }
  }

  @Test("Erlang B and C are the birth-death chain", arguments: [(1, 0.7), (3, 2.4), (5, 2.5)])
  func erlang(servers: Int, offered: Double) {
    let blocking = BirthDeathChain(states: servers + 1, births: { _ in offered }, deaths: { Double($0) })
    #expect(isNear(QueueTheory.erlangB(servers: servers, offered: offered), blocking.tail(from: servers)))
    let waiting = QueueTheory.serverChain(servers: servers, offered: offered)
    #expect(isNear(QueueTheory.erlangC(servers: servers, offered: offered), waiting.tail(from: servers)))
    // Little's law, for those that wait.
    let queue = waiting.mean { Double(max(0, $0 - servers)) }
    #expect(isNear(QueueTheory.meanWait(servers: servers, offered: offered) * offered, queue, relative: 1e-11))
  }

  @Test("The tail of the wait integrates to the mean wait, and begins at Erlang C", arguments: [(1, 0.7), (3, 2.4)])
  func waitTail(servers: Int, offered: Double) {
    let step = 0.01
    // The trapezoidal rule, relative error h² r² / 12 for an exponential of rate r = c - a.
    let values = (0...6_000).map { QueueTheory.waitTail(beyond: step * Double($0), servers: servers, offered: offered) }
    let integral = step * (values.dropFirst().dropLast().reduce(0, +) + (values[0] + values[6_000]) / 2)
    #expect(isNear(integral, QueueTheory.meanWait(servers: servers, offered: offered), relative: 1e-5))
    #expect(values[0] == QueueTheory.erlangC(servers: servers, offered: offered))
  }

  @Test("Customers of endless patience wait as Erlang C says; with that of a service M/M/c+M is M/M/∞")
  func patience() {
    let patient = QueueTheory.impatientChain(servers: 3, offered: 2.4, meanPatience: 1e12)
    #expect(isNear(patient.tail(from: 3), QueueTheory.erlangC(servers: 3, offered: 2.4), relative: 1e-9))
    #expect(QueueTheory.abandonment(servers: 3, offered: 2.4, meanPatience: 1e12) < 1e-11)
    let unlimited = QueueTheory.serverChain(servers: .max, offered: 4, states: 100)
    for servers in [1, 3, 6] {
      let chain = QueueTheory.impatientChain(servers: servers, offered: 4, meanPatience: 1, states: 100)
      #expect(zip(chain.probabilities, unlimited.probabilities).allSatisfy { isNear($0, $1) })
    }
    // No patience at all is no waiting room.
    let hasty = QueueTheory.abandonment(servers: 3, offered: 2.4, meanPatience: 1e-9)
    #expect(isNear(hasty, QueueTheory.erlangB(servers: 3, offered: 2.4), relative: 1e-7))
  }

  @Test("Who is discouraged by the number present leaves a Poisson number")
  func discouraged() {
    let unlimited = QueueTheory.serverChain(servers: .max, offered: 1.5, states: 100)
    let chain = QueueTheory.discouragedChain(offered: 1.5)
    #expect(zip(chain.probabilities, unlimited.probabilities).allSatisfy { isNear($0, $1) })
    #expect(isNear(chain.meanState, 1.5))
  }

  @Test("Pollaczek and Khinchine with exponential services is M/M/1, and with fixed ones half of its wait")
  func generalService() {
    let wait = QueueTheory.meanWait(servers: 1, offered: 0.6)
    #expect(isNear(QueueTheory.meanWait(load: 0.6, service: .exponential), wait))
    #expect(isNear(QueueTheory.meanWait(load: 0.6, service: .deterministic), wait / 2))
    // E[W²] of M/M/1: ρ · 2 / (1 - ρ)².
    #expect(isNear(QueueTheory.meanSquaredWait(load: 0.6, service: .exponential), 2 * 0.6 / 0.16))
  }

  @Test("One class of customers waits as in M/M/1, interrupted or not")
  func oneClass() {
    let only = [QueueTheory.CustomerClass(arrivalRate: 0.7, meanService: 1)]
    #expect(isNear(QueueTheory.headOfLineSojourns(only)[0], 1 / 0.3))
    #expect(isNear(QueueTheory.preemptiveSojourns(only)[0], 1 / 0.3))
  }

  @Test("Priorities only move work about: Kleinrock's conservation law")
  func conservation() {
    let classes = [(0.2, 1.5), (0.5, 0.4), (0.1, 2)].map {
      QueueTheory.CustomerClass(arrivalRate: $0.0, meanService: $0.1)
    }
    let load = classes.reduce(0) { $0 + $1.load }
    let residual = classes.reduce(0) { $0 + $1.residualWork }
    // Without interruption Σ ρ W is that of any order that does not know the services.
    let waits = zip(QueueTheory.headOfLineSojourns(classes), classes).reduce(0) {
      $0 + $1.1.load * ($1.0 - $1.1.meanService)
    }
    #expect(isNear(waits, load * residual / (1 - load)))
    // With interruption, and exponential services alike in all classes, the number in the system is that of M/M/1.
    let alike = [0.2, 0.3, 0.2].map { QueueTheory.CustomerClass(arrivalRate: $0, meanService: 1) }
    let number = zip(QueueTheory.preemptiveSojourns(alike), alike).reduce(0) { $0 + $1.0 * $1.1.arrivalRate }
    #expect(isNear(number, 0.7 / 0.3))
    // The first class does not see the others.
    #expect(isNear(QueueTheory.preemptiveSojourns(alike)[0], 1 / 0.8))
  }

  @Test("Two stations in turn, one without waiting, are machines under repair: a birth-death chain")
  func machineRepair() {
    let stations = [QueueTheory.Station(meanService: 4, servers: .max), QueueTheory.Station(meanService: 1)]
    let states = QueueTheory.closedStates(stations, visits: [1, 1], population: 5)
    let chain = BirthDeathChain(states: 6, births: { Double(5 - $0) / 4 }, deaths: { _ in 1 })
    for state in states { #expect(isNear(state.probability, chain.probabilities[state.numbers[1]])) }
    #expect(states.count == 6)
  }

  @Test("A closed network by its states, by mean value analysis and by convolution is the same")
  func closedNetwork() {
    let demands = [1, 0.7, 1.3]
    let stations = demands.map { QueueTheory.Station(meanService: $0) }
    let states = QueueTheory.closedStates(stations, visits: [1, 1, 1], population: 6)
    let analysis = QueueTheory.meanValueAnalysis(demands: demands, population: 6)
    let constants = QueueTheory.normalisingConstants(demands: demands, population: 6)
    #expect(isNear(analysis.throughput, constants[5] / constants[6]))
    for station in demands.indices {
      let number = states.reduce(0) { $0 + Double($1.numbers[station]) * $1.probability }
      #expect(isNear(number, analysis.numbers[station]))
      let idle = states.reduce(0) { $0 + ($1.numbers[station] == 0 ? $1.probability : 0) }
      #expect(isNear(1 - idle, demands[station] * analysis.throughput))
    }
  }

  @Test("The traffic of a network with feedback: what goes in comes out")
  func throughputs() {
    // Half of what leaves the station comes back to it.
    #expect(isNear(QueueTheory.throughputs(outside: [1], routing: [[0.5]])[0], 2))
    let rates = QueueTheory.throughputs(outside: [1, 0], routing: [[0, 0.5], [0.4, 0]])
    #expect(isNear(rates[0] * 0.5 + rates[1] * 0.6, 1))
    #expect(isNear(rates[1], rates[0] * 0.5))
  }
}
