/// A learned model as bytes, with its version, what it was learned from, and a sum over all.
extension LearnedModel {
  /// Counts up whenever features, learning or this form change: an older file is learned anew.
  private static let version: UInt64 = 4
  private static let mark: UInt64 = 0x4C_4E52_4E4F_5442

  /// `key` says what it was learned from.
  package func encoded(key: UInt64) -> [UInt8] {
    var writer = ByteWriter()
    writer.write([LearnedModel.mark, LearnedModel.version, key])
    writer.write(table.keysInOrder)
    writer.write(weighing.rarity)
    writer.write([weighing.strange] + weighing.floors)
    writer.write(jury)
    writer.write(calibration.factors)
    writer.write([threshold])
    return writer.closed()
  }

  /// Nothing where the bytes are damaged, of another version, or were learned from something else.
  package init?(_ bytes: [UInt8], key: UInt64) {
    guard var reader = ByteReader(bytes), reader.read(UInt64.self) == [LearnedModel.mark, LearnedModel.version, key],
      let keys = reader.read(UInt64.self), let table = FeatureTable(keysInOrder: keys),
      let rarity = reader.read(Float.self), rarity.count == keys.count,
      let lengths = reader.read(Float.self), lengths.count == View.count + 1,
      let jury = reader.jury(rows: keys.count),
      let factors = reader.read(Double.self), factors.count == Signals.count,
      let threshold = reader.read(Double.self)?.first, threshold > 0, threshold < 1, reader.isAtEnd
    else { return nil }
    var calibration = Calibration()
    calibration.factors = factors
    self.init(
      table: table, weighing: Weighing(rarity: rarity, strange: lengths[0], floors: Array(lengths.dropFirst())),
      jury: jury, calibration: calibration, threshold: threshold)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ jury: Jury) {
    write([Int32(clamping: jury.classes)])
    write(jury.linear.bias)
    switch jury.linear.table {
    case .dense(let values): write(values)
    case .sparse(let starts, let classes, let values):
      write(starts)
      write(classes)
      write(values)
    }
    for network in jury.networks {
      write(network.places)
      write(network.inner)
      write(network.outer)
      write(network.bias)
    }
  }
}

extension ByteReader {
  fileprivate mutating func jury(rows: Int) -> Jury? {
    guard let classes = read(Int32.self)?.first.map({ Int($0) }), classes > 0,
      let bias = read(Float.self), bias.count == LinearWeights.width(of: classes)
    else { return nil }
    guard classes - 1 < LinearWeights.mostDenseClasses else {
      return sparse(rows: rows, classes: classes, bias: bias).map { Jury(linear: $0, networks: []) }
    }
    guard let values = read(Float.self), values.count == rows * bias.count else { return nil }
    var networks: [HiddenWeights] = []
    for _ in Jury.views {
      guard let network = network(rows: rows, classes: classes) else { return nil }
      networks.append(network)
    }
    return Jury(linear: LinearWeights(classes: classes, bias: bias, table: .dense(values)), networks: networks)
  }

  private mutating func network(rows: Int, classes: Int) -> HiddenWeights? {
    guard let places = read(Int32.self), places.count == rows,
      let inner = read(Float.self), inner.count % HiddenWeights.units == 0,
      places.allSatisfy({ Int($0) < inner.count / HiddenWeights.units }),
      let outer = read(Float.self), let bias = read(Float.self), bias.count == LinearWeights.width(of: classes),
      outer.count == HiddenWeights.units * bias.count
    else { return nil }
    return HiddenWeights(classes: classes, places: places, inner: inner, outer: outer, bias: bias)
  }

  private mutating func sparse(rows: Int, classes: Int, bias: [Float]) -> LinearWeights? {
    guard let starts = read(Int32.self), let owners = read(Int32.self),
      let values = read(Float.self), starts.count == rows + 1, owners.count == values.count,
      starts.first == 0, starts.last == Int32(clamping: values.count),
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      owners.allSatisfy({ $0 >= 0 && Int($0) < bias.count })
    else { return nil }
    return LinearWeights(classes: classes, bias: bias, table: .sparse(starts: starts, classes: owners, values: values))
  }
}

/// Lists of numbers, each with its length before it, and a sum at the end.
struct ByteWriter {
  private var bytes: [UInt8] = []

  mutating func write<Number: BitwiseCopyable>(_ numbers: [Number]) {
    withUnsafeBytes(of: UInt64(numbers.count).littleEndian) { bytes.append(contentsOf: $0) }
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  func closed() -> [UInt8] {
    var closed = bytes
    withUnsafeBytes(of: ByteReader.sum(bytes[...]).littleEndian) { closed.append(contentsOf: $0) }
    return closed
  }
}

/// Reads what `ByteWriter` wrote; every length is checked before it is believed.
struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  private var at = 0

  /// Nothing where the sum at the end is not that of the bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 16, bytes.count % 8 == 0 else { return nil }
    end = bytes.count - 8
    self.bytes = bytes
    let sum = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self) }
    guard UInt64(littleEndian: sum) == ByteReader.sum(bytes[..<end]) else { return nil }
  }

  var isAtEnd: Bool { at == end }

  mutating func read<Number: BitwiseCopyable>(_ type: Number.Type) -> [Number]? {
    guard at + 8 <= end else { return nil }
    let count = UInt64(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) })
    let size = MemoryLayout<Number>.stride
    guard count <= UInt64(end - at - 8) / UInt64(size) else { return nil }
    let start = at + 8
    let length = Int(count) * size
    let padded = (length + 7) / 8 * 8
    guard start + padded <= end else { return nil }
    at = start + padded
    return bytes.withUnsafeBytes { raw in
      [Number](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: raw[start..<start + length]))
        initialized = Int(count)
      }
    }
  }

  static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      for at in stride(from: 0, to: raw.count - 7, by: 8) {
        sum = (sum ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 29
      }
      return sum
    }
  }
}
