/// An endpoint that completes chats in OpenAI's form, and how it is called.
///
/// The key itself is in none of these: what is named is the environment variable that holds it.
public struct LiveSettings: Sendable, Hashable {
  /// How a turn becomes a prompt.
  public enum PromptStyle: String, Sendable, CaseIterable {
    /// The question, what others said, what to do, and the form of the answer.
    case instructed
    /// The question and nothing else: for a model that knows one kind of question and no language.
    case bare
  }

  /// Where the confidence of an answer is from.
  public enum Confidence: String, Sendable, CaseIterable {
    /// The agent is asked how sure it is, and says so; not in the bare style.
    case stated
    /// The geometric mean of the probabilities of the tokens that it wrote, which the endpoint has to send along.
    case tokens
    case none
  }

  /// Up to `/v1`: `http://127.0.0.1:8000/v1`.
  public var baseURL: String
  public var model: String
  /// The environment variable that holds the key; `nil` where none is needed.
  public var apiKeyVariable: String?
  public var promptStyle = PromptStyle.instructed
  public var confidence = Confidence.stated
  /// At least 0.
  public var temperature = 0.7
  /// Above 0, at most 1.
  public var topP = 1.0
  /// The most tokens of one completion, at least 1.
  public var maxTokens = 512
  /// The most calls under way at the endpoint at once, at least 1.
  public var concurrency = 8
  /// Seconds that one attempt may take, above 0.
  public var timeout = 60.0
  /// How often a call is tried again, at least 0.
  public var retries = 3
  /// Seconds before the first repetition, on average; twice as many before each further one.
  public var backoff = 0.5
  public var price = TokenPrice(input: 0, output: 0)
  /// Further fields of the request's body, as the server knows them: `cache_prompt`, `top_k`.
  public var extra: [String: BodyValue] = [:]

  public init(baseURL: String, model: String, apiKeyVariable: String? = nil) {
    self.baseURL = baseURL
    self.model = model
    self.apiKeyVariable = apiKeyVariable
  }

  /// The fields of the body that the other settings set, so that `extra` must not name them; sorted.
  public static let ownFields = [
    "logprobs", "max_tokens", "messages", "model", "seed", "stream", "temperature", "top_p",
  ]
}
