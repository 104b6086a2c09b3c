// dotnet run -c Release --project tests/Benchmarks -- scanning [text file]   ratios of one run, interleaved: docs/performance.md
// dotnet run -c Release --project tests/Benchmarks -- reading                JSON lines to facts, against only deserializing them
// dotnet run -c Release --project tests/Benchmarks -- checking rules/service  whole checks of drafts and conversations
// dotnet run -c Release --project tests/Benchmarks -- checking               300 rules alone in the process
// dotnet run -c Release --project tests/Benchmarks -- peers <folder>         phrases and text for other programs: Peers/README.md
// dotnet run -c Release --project tests/Benchmarks -- [BenchmarkDotNet's own arguments]

using BenchmarkDotNet.Running;
using ScriptRules.Benchmarks;

switch (args)
{
    case ["scanning", .. var files]:
        ScanningRatios.Run(files.Length > 0 ? Corpus.Read(files[0]) : Corpus.Invent(transcripts: 1000));
        break;
    case ["reading"]:
        ReadingRatios.Run();
        break;
    case ["checking"]:
        CheckingRatios.Run(null);
        break;
    case ["checking", var service]:
        CheckingRatios.Run(service);
        break;
    case ["peers", var folder]:
        PeerFiles.Run(folder);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
