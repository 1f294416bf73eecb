import SimulationKernel

/// A model that is all event list: so many letters are pending at first, and each is read once.
struct PostOffice: SimulationModel, Codable {
  let letters: Int
  private(set) var generator: Generator
  private(set) var hash: UInt64
  /// Whose letter was read last.
  private(set) var lastSender: UInt64 = 0

  init(letters: Int, generator: Generator, hash: UInt64 = 0) {
    self.letters = letters
    self.generator = generator
    self.hash = hash
  }

  mutating func start(in scheduler: inout Scheduler<Letter>) {
    for index in 0..<letters {
      let delay = generator.exponential(mean: 1)
      scheduler.schedule(Letter(sender: UInt64(index), text: generator.next()), after: .seconds(delay))
    }
  }

  mutating func handle(_ event: Letter, in scheduler: inout Scheduler<Letter>) {
    lastSender = event.sender
    hash = mixed(mixed(hash, scheduler.now.seconds), event.sender)
  }
}
