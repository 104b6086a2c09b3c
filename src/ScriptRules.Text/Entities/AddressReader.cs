using System.Buffers;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads postal addresses that lead to a door: a street or an estate and a number, or a house and a room.</summary>
/// <remarks>A town or a street alone is no address of a person.</remarks>
internal static class AddressReader
{
    private const int Before = 40;      // of the number
    private const int StreetReach = 12; // from the street to the number
    private const int Between = 6;      // from one number to the next

    private static readonly SearchValues<char> DoorBegins = SearchValues.Create("号室栋弄幢座单房");

    // What stands before an address and is not part of it.
    private static readonly SearchValues<char> Lead = SearchValues.Create("是在到为于寄送的给址对您你我说去住");

    private static readonly string[] Doors = ["号楼", "号院", "号", "弄", "栋", "幢", "座", "单元", "室", "房"];
    private static readonly string[] Streets = ["路", "街", "大道", "巷", "弄", "胡同", "村", "小区", "花园", "苑", "公寓", "家园", "新城", "庄", "社区", "广场", "大厦"];

    internal static void Read(FoldedText text, List<EntityHit> into)
    {
        for (var at = 0; at < text.Length;)
        {
            var found = text.Chars[at..].IndexOfAny(DoorBegins);
            if (found < 0) return;
            at += found;
            var number = NumberBefore(text, at);
            if (number == at || DoorAt(text, at) is 0)
            {
                at++;
                continue;
            }

            var (end, doors) = Follow(text, at);
            var clause = text.ClauseStart(number);
            var before = text.Chars[Math.Max(clause, number - Before)..number];
            before = before[(before.LastIndexOfAny(Lead) + 1)..];
            if ((doors > 1 && before.Length > 1) || HasStreet(before)) into.Add(new EntityHit(EntityKind.Address, text.Span(number - before.Length, end), NumberReader.Key(text.Chars[(number - before.Length)..end])));
            at = end;
        }
    }

    /// <summary>Past the number's door and those that follow: 12号3栋501室.</summary>
    private static (int End, int Doors) Follow(FoldedText text, int at)
    {
        var (end, doors) = (at + DoorAt(text, at), 1);
        while (true)
        {
            var limit = Math.Min(text.ClauseEnd(end - 1), end + Between + StreetReach);
            var next = end < limit ? text.Chars[end..limit].IndexOfAny(DoorBegins) : -1;
            if (next < 0) return (end, doors);
            next += end;
            var number = NumberBefore(text, next);
            if (number == next || number < end || number - end > Between || DoorAt(text, next) is not (> 0 and var door)) return (end, doors);
            (end, doors) = (next + door, doors + 1);
        }
    }

    private static int NumberBefore(FoldedText text, int at)
    {
        var from = at;
        while (from > 0 && at - from < 5 && (Digits.Of(text.Chars[from - 1]) >= 0 || text.Chars[from - 1] is '十' or '百') && text.ClauseStart(from - 1) == text.ClauseStart(at)) from--;
        return from;
    }

    private static int DoorAt(FoldedText text, int at)
    {
        foreach (var door in Doors)
            if (text.Chars[at..].StartsWith(door, StringComparison.Ordinal)) return door.Length;
        return 0;
    }

    private static bool HasStreet(ReadOnlySpan<char> before)
    {
        var near = before[Math.Max(0, before.Length - StreetReach)..];
        foreach (var street in Streets)
            if (near.IndexOf(street, StringComparison.Ordinal) > 0) return true;
        return false;
    }
}
