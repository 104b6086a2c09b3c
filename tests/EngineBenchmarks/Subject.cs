using System.Diagnostics;

namespace ScriptRules.EngineBenchmarks;

/// <summary>What is measured, by CPU time of the process: other builds may run beside it.</summary>
internal sealed class Subject(Action run)
{
    private const int Rounds = 9;

    private readonly List<double> _times = [];

    /// <summary>The median.</summary>
    internal double Seconds => _times.Order().ElementAt(Rounds / 2);

    /// <summary>What one run allocates.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Warms both up, then takes turns.</summary>
    internal static void Measure(params Subject[] subjects)
    {
        foreach (var subject in subjects.Concat(subjects))
        {
            subject.Repeat(milliseconds: 300);
            Thread.Sleep(150); // the runtime puts its last compilation in place
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var before = Environment.CpuUsage.TotalTime;
                var runs = subject.Repeat(milliseconds: 40);
                subject._times.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds / runs);
            }
        }

        foreach (var subject in subjects)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            subject.Run();
            subject.Bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private void Run() => run();

    private int Repeat(int milliseconds)
    {
        var clock = Stopwatch.StartNew();
        var runs = 0;
        for (; runs == 0 || clock.ElapsedMilliseconds < milliseconds; runs++) run();
        return runs;
    }
}
