using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Tests.Formats;

public sealed class ConversationSourceTests : IDisposable
{
    private const string Json = """{"draft":{"text":"您好"}}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("scriptrules-").FullName;
    private readonly ConversationSource _source = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_a_folder_in_ordinal_order_and_names_what_it_passes_over()
    {
        Write("b.json", Json);
        Write("a/z.txt", "客服: 您好");
        Write("a.jsonl", Json + "\n" + Json);
        Write("B.txt", "您好");
        Write("logo.png", "x");
        Write(".git/config", "x");

        Lines(_folder).Should().Equal(
            ".git: note SRI192: not read: hidden by its dot",
            "B.txt:1 #1",
            "a.jsonl:1 #1",
            "a.jsonl:2 #2",
            "a/z.txt:1 #1",
            "b.json:1 #1",
            "logo.png: note SRI192: not read: no reader takes such a file");
    }

    [Fact]
    public void One_bad_file_never_hides_the_others()
    {
        Write("1.json", "{");
        Write("2.txt", "\0\0");
        Write("3.json", Json);

        Lines(_folder).Should().HaveCount(3).And.Contain("3.json:1 #1");
    }

    [Fact]
    public void An_empty_folder_is_an_error()
    {
        Lines(_folder).Should().Equal(": error SRI111: nothing to check: the folder has no file that a reader takes");
        Write("logo.png", "x");
        Lines(_folder).Should().HaveCount(2);
    }

    [Fact]
    public void A_missing_path_is_an_error()
    {
        Lines(Path.Combine(_folder, "none.json")).Should().Equal("none.json: error SRI121: no such file or folder");
        Lines(Path.Combine(_folder, "no", "ne.json")).Should().Equal("no/ne.json: error SRI121: no such file or folder");
        _source.Read("a\0b").Should().ContainSingle().Which.Errors[0].Code.Should().Be(InputErrorCode.NotFound);
    }

    [Fact]
    public void Links_back_to_a_folder_above_are_errors_and_end_the_walk()
    {
        Write("a/b/c.json", Json);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "b", "loop"), _folder);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "self"), Path.Combine(_folder, "self"));

        var lines = Lines(_folder);

        lines.Should().Contain("a/b/c.json:1 #1").And.Contain("a/b/loop: error SRI123: this link leads back to a folder above it");
        Lines(Path.Combine(_folder, "a")).Should().Contain(l => l.Contains("SRI123", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_permission_is_an_error()
    {
        Write("c.json", Json);
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            return;

        File.SetUnixFileMode(Path.Combine(_folder, "c.json"), UnixFileMode.None);

        Lines(_folder).Should().Equal("c.json: error SRI122: no permission to read it");
    }

    [Fact]
    public void Reads_standard_input_and_several_paths()
    {
        Write("c.json", Json);
        var source = new ConversationSource { OpenStandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes("客服: 您好")) };

        source.Read(["-", Path.Combine(_folder, "c.json")]).Select(r => r.Origin.Path)
            .Should().Equal("<stdin>", Path.Combine(_folder, "c.json"));
    }

    [Fact]
    public void A_stream_that_breaks_keeps_what_came_before()
    {
        var lines = string.Concat(Enumerable.Repeat(Json + "\n", 10_000));

        var results = _source.Read(new BrokenStream(Encoding.UTF8.GetBytes(lines)), "calls.jsonl").ToList();

        results.Should().HaveCountGreaterThan(1_000);
        results[^1].Errors.Select(e => e.ToString()).Should().Equal("calls.jsonl: error SRI122: reading it failed: the line is down");
    }

    [Fact]
    public void Files_are_closed_when_the_reading_stops()
    {
        Write("calls.jsonl", Json + "\n" + Json);

        _source.Read(_folder).First().Conversation.Should().NotBeNull();

        File.Delete(Path.Combine(_folder, "calls.jsonl"));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The results as lines of text, without the temporary folder.</summary>
    private List<string> Lines(string path) =>
    [
        .. _source.Read(path)
            .SelectMany(r => r.Conversation is null
                ? r.Errors.Select(e => e.ToString()).Concat(r.Notes.Select(n => n.ToString()))
                : [$"{r.Origin.Path}:{r.Origin.Line} #{r.Origin.Number}"])
            .Select(l => l.Replace(_folder + "/", "", StringComparison.Ordinal).Replace(_folder, "", StringComparison.Ordinal)),
    ];
}
