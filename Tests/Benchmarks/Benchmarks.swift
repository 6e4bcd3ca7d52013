import Glibc

/// The parts of rlt that are measured apart from the program, each as a process of its own.
///
///     bench parse FILE…       reads plan files as text: tree and problems, no meaning
///     bench empty             starts and ends
///
/// Nothing here takes the time: `run.sh` times whole processes, the peers' and this one alike.
@main
enum Benchmarks {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    let paths = words.dropFirst()
    switch words.first {
    case "parse" where !paths.isEmpty: parseFiles(paths)
    case "empty": print("hi")
    default:
      print("usage: bench parse FILE… | bench empty")
      exit(2)
    }
  }
}
