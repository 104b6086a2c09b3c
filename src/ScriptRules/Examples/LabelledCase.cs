using System.Collections.Immutable;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Examples;

/// <summary>A reply or a conversation with what a person says of it. <c>docs/evaluation.md</c> has the format.</summary>
public sealed record LabelledCase
{
    /// <summary>Its file and line.</summary>
    public required InputPlace Place { get; init; }

    /// <summary>The reply as a draft in its context, or a whole conversation.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>Whether it breaks the handbook; else it is honest, and nothing may be found in it.</summary>
    public required bool IsOffending { get; init; }

    /// <summary>The handbook row that it breaks, or looks like breaking; empty when an honest case looks like breaking none.</summary>
    public string Source { get; init; } = "";

    /// <summary>Further rows of that sort.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>What its writer noted; empty when nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The name of its file, without folder and ending.</summary>
    public string Set => Path.GetFileNameWithoutExtension(Place.Path);

    /// <summary>Whether it is labelled with a row.</summary>
    public bool IsLabelled(string row) => Source == row || Also.Contains(row);
}
