import Glibc

/// The parts of rlt that are measured apart from the program, each as a process of its own.
///
///     bench parse FILE…       reads plan files as text: tree and problems, no meaning
///     bench plans TRUST…      loads trusts and their current plans, without readings
///     bench readings TRUST…   and their readings, every row found and filed
///     bench latest TRUST…     and the latest value of every school and KPI
///
/// Nothing here takes the time: `run.sh` times whole processes, the peers' and this one alike.
@main
enum Benchmarks {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    let paths = words.dropFirst()
    switch words.first {
    case "parse" where !paths.isEmpty: parseFiles(paths)
    case "plans" where !paths.isEmpty: loadTrusts(paths, .plan)
    case "readings" where !paths.isEmpty: loadTrusts(paths, .rows)
    case "latest" where !paths.isEmpty: loadTrusts(paths, .latest)
    default:
      print("usage: bench parse FILE… | bench plans|readings|latest TRUST…")
      exit(2)
    }
  }
}
