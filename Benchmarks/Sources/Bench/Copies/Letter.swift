/// An event with a payload of 16 bytes, as in `copies.cpp`.
struct Letter: BitwiseCopyable, Codable {
  let sender: UInt64
  let text: UInt64
}
