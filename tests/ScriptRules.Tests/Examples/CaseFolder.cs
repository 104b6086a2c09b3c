using ScriptRules.Examples;

namespace ScriptRules.Tests.Examples;

/// <summary>A pack in a folder of its own, with labelled cases.</summary>
internal sealed class CaseFolder : IDisposable
{
    internal const string Rules = """
        concepts:
          buck: { says: [不归我管], at: anywhere }
          rude: { says: [别来烦], at: anywhere }
          bye: { says: [慢走不送], at: anywhere }
          maybe: { says: [大概吧], at: anywhere }
        rules:
          - { id: never.buck, source: H-1, kind: never-say, severity: warning, say: buck, message: 推诿。 }
          - { id: never.rude, source: [H-2, H-3], kind: never-say, say: rude, message: 粗鲁。 }
          - { id: never.bye, source: H-4, kind: never-say, say: bye, message: 赶客。 }
          - { id: never.vague, source: H-5, kind: never-say, severity: info, say: maybe, message: 没把握。 }

        """;

    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "scriptrules-" + Guid.NewGuid().ToString("N"));

    internal CaseFolder()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "examples"));
        Write("pack.yaml", "name: house\n");
        Write("rules.yaml", Rules);
    }

    /// <summary>Writes a file of the pack, and returns how it is called.</summary>
    internal string Write(string name, string text)
    {
        var path = $"{Path}/{name}";
        File.WriteAllText(path, text);
        return path;
    }

    internal EvaluationReport Measure()
    {
        var cases = LabelledCases.Of(Path);
        cases.Errors.Should().BeEmpty();
        return Evaluation.Run(Checker.Load(Path, new CheckerOptions { Suggest = false, Engine = EngineUnderTest.Engine }), cases.Cases);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
