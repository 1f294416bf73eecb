import RandomStreams
import SimulationKernel

/// Independent replications of a queue that is stationary from its first moment, so that nothing need be dropped.
enum QueueReplications {
  static let count = 48

  /// - Parameters:
  ///   - initial: The probabilities of 0, 1, ... customers at the beginning.
  ///   - length: How long a replication is, in mean services.
  static func play(
    _ rules: ServerQueue.Rules, from initial: [Double], length: Double, name: String
  ) -> [ServerQueue] {
    (0..<count).map { replication in
      let streams = StreamFamily(rootSeed: 1, replication: replication, scope: name)
      var start = streams.stream("start")
      let queue = ServerQueue(
        rules, initialNumber: start.categorical(initial), window: .zero...SimulationTime(seconds: length),
        streams: streams)
      var simulation = Simulation(queue)
      simulation.run()
      return simulation.model
    }
  }
}
