import Vocabulary

/// What is wrong with a file before anybody looks at what it says.
enum FileProblem: Problem {
  case noFolder(String)
  case noFiles
  case cannotRead
  case tooLarge
  case tooManyFiles(Int)
  case linkRefused
  case notUTF8
  case controlCharacter(UInt32)
  case secretFileMissing(String)

  var isNoFolder: Bool {
    if case .noFolder = self { true } else { false }
  }

  var code: FindingCode {
    switch self {
    case .noFolder, .cannotRead: .cannotRead
    case .noFiles: .noFiles
    case .tooLarge: .fileTooLarge
    case .tooManyFiles: .tooManyFiles
    case .linkRefused: .linkRefused
    case .notUTF8: .notUTF8
    case .controlCharacter: .controlCharacter
    case .secretFileMissing: .secretFileMissing
    }
  }

  var prose: Prose {
    switch self {
    case .noFolder(let path):
      Prose("there is no folder \"\(path)\"", "Name the folder that holds your intents.")
    case .noFiles:
      Prose(
        "the folder holds no file that ends in .yml or .yaml",
        "A bot without intents and without a queue could help nobody, so it does not start.")
    case .cannotRead: Prose("this cannot be read", "See whether it is a file and whether you may open it.")
    case .tooLarge:
      Prose(
        "this file is larger than \(Limits.intentFileBytes / 1024) KiB",
        "Split it by topic: names hold in all files, so nothing else has to change.")
    case .tooManyFiles(let count):
      Prose(
        "there are \(count) files; at most \(Limits.intentFiles) are read", "Put intents of one topic into one file.")
    case .linkRefused:
      Prose(
        "this is a link to something outside the folder, or to a folder",
        "Copy the file here. What the bot says must not change when somebody edits another folder.")
    case .notUTF8:
      Prose("this is not UTF-8 text from here on", "Save the file again with the encoding \"UTF-8\".")
    case .secretFileMissing(let file):
      Prose(
        "the key in \"\(file)\" cannot be read, so that nothing can be signed",
        "Put the key there, as text or as whsec_ and base64. Until then whoever needs this lookup is handed to a person."
      )
    case .controlCharacter(let value):
      Prose(
        "there is a character here that cannot be seen (number \(value))",
        "Delete it and type the text around it again; it often comes from copying out of another program.")
    }
  }
}
