// dotnet run -c Release --project tests/Benchmarks -- scanning [text file]   ratios of one run, interleaved: docs/performance.md
// dotnet run -c Release --project tests/Benchmarks -- checking rules/service        whole checks
// dotnet run -c Release --project tests/Benchmarks -- [BenchmarkDotNet's own arguments]

using BenchmarkDotNet.Running;
using ScriptRules.Benchmarks;

if (args is ["scanning", .. var files])
{
    ScanningRatios.Run(files.Length > 0 ? Corpus.Read(files[0]) : Corpus.Invent(transcripts: 1000));
    return;
}
if (args is ["checking", var service])
{
    CheckingRatios.Run(service);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
