using System.Collections.Immutable;
using ScriptRules.Cli.Checking;
using ScriptRules.Documents;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Cli.Fixing;

/// <summary>Mends the lines of a file. What is to be written is read once more, and must hold the lines that were checked and nothing else new.</summary>
internal sealed class FileFixer(CheckInput input, LineFixer lines)
{
    /// <summary>Why a file holds nothing to mend; null when it does.</summary>
    internal static string? Refusal(IReadOnlyList<ReadResult> items)
    {
        var conversations = items.Where(i => i.Conversation is not null && i.Origin.Script is null).ToList();
        if (conversations.Count == 0) return null;
        if (conversations.Exists(c => c.Conversation!.Draft is null)) return "a conversation is history, and is not rewritten; what is mended is script documents and drafts in .txt files";
        return conversations is [{ Conversation.Turns.IsEmpty: true }] ? null : "of drafts, only one alone in a .txt file is mended";
    }

    /// <param name="path">As the caller named it.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="items">The items of these bytes.</param>
    /// <returns>Null when it is a draft of a form that is not mended, such as JSON.</returns>
    internal FixedFile? Fix(string path, byte[] bytes, IReadOnlyList<ReadResult> items)
    {
        var form = items.Select(i => i.Origin.Form).FirstOrDefault(f => f is not null) ?? DocumentFormats.Draft;
        var read = items.Where(i => i.Conversation is not null).ToList();
        if (form == DocumentFormats.Draft)
        {
            // A draft is checked without the white space around it, which stays.
            if (DraftIn(bytes, path) is not { } draft || read is not [var only] || only.Conversation!.Draft!.Text.Trim() != draft.Written) return null;
            read = [only with { Conversation = only.Conversation with { Draft = only.Conversation.Draft with { Text = draft.Written } } }];
        }

        var mended = read.Select(lines.Fix).ToList();
        var changed = Enumerable.Range(0, mended.Count).Where(i => mended[i].IsChanged).ToList();
        var after = changed.Count == 0 ? bytes : Written(changed, form, path, bytes, mended);
        return new FixedFile(path, bytes, after, [.. mended]);
    }

    /// <summary>The file with as many of the changes as it can hold; the others are taken back.</summary>
    private byte[] Written(List<int> changed, IDocumentFormat form, string path, byte[] bytes, List<FixedLine> all)
    {
        if (TryWrite(changed, form, path, bytes, all, out _) is { } whole) return whole;
        var good = Writable(changed, form, path, bytes, all);
        foreach (var bad in changed.Except(good).ToList())
        {
            TryWrite([bad], form, path, bytes, all, out var why);
            all[bad] = all[bad].Kept(why);
        }

        if (good.Count == 0) return bytes;
        if (TryWrite(good, form, path, bytes, all, out var together) is { } some) return some;
        foreach (var bad in good) all[bad] = all[bad].Kept(together);
        return bytes;
    }

    /// <summary>Those of the changes that can be made, found by halves.</summary>
    private List<int> Writable(List<int> changes, IDocumentFormat form, string path, byte[] bytes, List<FixedLine> all)
    {
        if (TryWrite(changes, form, path, bytes, all, out _) is not null) return changes;
        if (changes.Count == 1) return [];
        var half = changes.Count / 2;
        return [.. Writable(changes[..half], form, path, bytes, all), .. Writable(changes[half..], form, path, bytes, all)];
    }

    private byte[]? TryWrite(List<int> changes, IDocumentFormat form, string path, byte[] bytes, List<FixedLine> all, out string why)
    {
        try
        {
            var result = form.Apply(bytes, [.. changes.Select(i => new LineEdits(LineOf(all[i], path, bytes), all[i].Edits))]);
            why = "the file would then read differently elsewhere";
            return Holds(result, path, changes, all) ? result : null;
        }
        catch (DocumentEditException e)
        {
            why = e.Message;
            return null;
        }
    }

    /// <summary>Whether bytes give the lines that were checked, each in the context in which it was.</summary>
    private bool Holds(byte[] bytes, string path, List<int> changes, List<FixedLine> all)
    {
        var read = input.Read(bytes, path).Where(i => i.Conversation is not null).ToList();
        if (read.Count != all.Count) return false;
        var changed = changes.ToHashSet();
        for (var i = 0; i < read.Count; i++)
        {
            var wanted = changed.Contains(i) ? all[i].Now.Text : all[i].Item.Conversation!.Draft!.Text;
            var now = read[i].Conversation!;
            if (now.Draft is null || (read[i].Origin.Script is null ? now.Draft.Text.Trim() : now.Draft.Text) != wanted || !now.Turns.SequenceEqual(all[i].Item.Conversation!.Turns)) return false;
        }

        return true;
    }

    private static ScriptLine LineOf(FixedLine line, string path, byte[] bytes) => line.Item.Origin.Script ?? DraftIn(bytes, path)!;

    private static ScriptLine? DraftIn(byte[] bytes, string path) => DocumentFormats.Draft.Read(bytes, path, ReaderOptions.Default).Lines is [var draft] ? draft : null;
}
