using System.Diagnostics;

namespace ScriptRules.Benchmarks;

/// <summary>What is measured: run again and again.</summary>
internal delegate void Measure();

/// <summary>Several measures in one process: CPU time, interleaved, the median of nine rounds.</summary>
internal static class Rounds
{
    private const int Count = 9;

    /// <summary>Seconds of CPU for each, in the order given.</summary>
    internal static double[] Median(params Measure[] measures)
    {
        // Long enough, and with a pause, for the runtime to put its last compilation in place.
        foreach (var measure in measures.Concat(measures))
        {
            var clock = Stopwatch.StartNew();
            while (clock.ElapsedMilliseconds < 1000) measure();
            Thread.Sleep(150);
        }
        var times = measures.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Count; round++)
        {
            for (var m = 0; m < measures.Length; m++)
            {
                var before = Environment.CpuUsage.TotalTime;
                var clock = Stopwatch.StartNew();
                var runs = 0;
                do
                {
                    measures[m]();
                    runs++;
                }
                while (clock.ElapsedMilliseconds < 30);
                times[m].Add((Environment.CpuUsage.TotalTime - before).TotalSeconds / runs);
            }
        }
        return [.. times.Select(t => t.Order().ElementAt(Count / 2))];
    }
}
