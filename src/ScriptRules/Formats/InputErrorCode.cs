using System.Collections.Immutable;

namespace ScriptRules.Formats;

/// <summary>What can be wrong with a conversation as it comes in: a stable code and what it stands for.</summary>
/// <param name="Code">Such as <c>SRI104</c>. A code is never given to another meaning.</param>
/// <param name="Summary">One line for the list of codes.</param>
public sealed record InputErrorCode(string Code, string Summary)
{
    /// <summary>The text is not JSON.</summary>
    public static readonly InputErrorCode BrokenJson = new("SRI101", "The JSON is broken.");

    /// <summary>The nesting exceeds <see cref="ReaderLimits.Depth"/>.</summary>
    public static readonly InputErrorCode TooDeep = new("SRI102", "The JSON is nested too deeply.");

    /// <summary>Such as a number where text belongs.</summary>
    public static readonly InputErrorCode WrongType = new("SRI103", "A value is of the wrong type.");

    /// <summary>A member that the contract does not have; only <c>attributes</c> are free.</summary>
    public static readonly InputErrorCode UnknownMember = new("SRI104", "An object has a member that conversations do not have.");

    /// <summary>A name that occurs twice in one object.</summary>
    public static readonly InputErrorCode DuplicateMember = new("SRI105", "An object has the same member twice.");

    /// <summary>A turn without speaker or text, a draft without text.</summary>
    public static readonly InputErrorCode MissingMember = new("SRI106", "A member that must be there is missing.");

    /// <summary>Such as a speaker who is none of the four roles.</summary>
    public static readonly InputErrorCode UnknownValue = new("SRI107", "A value is none of those that are allowed.");

    /// <summary>A time that is negative or longer than <see cref="ReaderLimits.Duration"/>.</summary>
    public static readonly InputErrorCode TimeOutOfRange = new("SRI108", "A time is negative or too large.");

    /// <summary>An end before its start.</summary>
    public static readonly InputErrorCode EndBeforeStart = new("SRI109", "Something ends before it starts.");

    /// <summary>A date that is not in the calendar, or that lacks its offset from UTC.</summary>
    public static readonly InputErrorCode BadDate = new("SRI110", "A date and time cannot be read.");

    /// <summary>An empty file or folder; a conversation in which nothing is said.</summary>
    public static readonly InputErrorCode NothingToCheck = new("SRI111", "There is nothing to check.");

    /// <summary>More turns than <see cref="ReaderLimits.Turns"/>.</summary>
    public static readonly InputErrorCode TooManyTurns = new("SRI112", "A conversation has too many turns.");

    /// <summary>A text longer than <see cref="ReaderLimits.TextLength"/>.</summary>
    public static readonly InputErrorCode TextTooLong = new("SRI113", "A text is too long.");

    /// <summary>A file, or a line of a stream, larger than <see cref="ReaderLimits.Bytes"/>.</summary>
    public static readonly InputErrorCode TooLarge = new("SRI114", "The input is too large.");

    /// <summary>More mistakes than <see cref="ReaderLimits.Errors"/> in one conversation; the rest are counted.</summary>
    public static readonly InputErrorCode MoreErrors = new("SRI115", "There are more mistakes than are listed.");

    /// <summary>The words of a turn, of which one begins before the one in front of it.</summary>
    public static readonly InputErrorCode WordsOutOfOrder = new("SRI116", "The words of a turn are not in order.");

    /// <summary>A path that leads nowhere.</summary>
    public static readonly InputErrorCode NotFound = new("SRI121", "A file or folder does not exist.");

    /// <summary>Missing rights, a broken disk, a pipe that broke.</summary>
    public static readonly InputErrorCode CannotRead = new("SRI122", "A file or folder cannot be read.");

    /// <summary>Links that lead back to a folder above them.</summary>
    public static readonly InputErrorCode FolderLoop = new("SRI123", "A folder contains itself.");

    /// <summary>A picture, an archive, a program: no text at all.</summary>
    public static readonly InputErrorCode Binary = new("SRI124", "The input is not text.");

    /// <summary>Neither UTF-8, UTF-16 nor GB18030.</summary>
    public static readonly InputErrorCode Undecodable = new("SRI125", "The encoding of the text cannot be told.");

    /// <summary>Text in a form that no reader knows.</summary>
    public static readonly InputErrorCode UnknownFormat = new("SRI126", "No reader knows this kind of file.");

    /// <summary>Words of which nobody can tell who said them.</summary>
    public static readonly InputErrorCode NoSpeaker = new("SRI131", "Words come before the first speaker of a transcript.");

    /// <summary>A line that begins like a turn, by somebody whose role is not known.</summary>
    public static readonly InputErrorCode UnknownSpeaker = new("SRI132", "The role of a speaker is not known.");

    /// <summary>A time such as 25:00.</summary>
    public static readonly InputErrorCode BadTime = new("SRI133", "The time of a turn cannot be read.");

    /// <summary>A <c>scriptrules-ignore</c> that lacks something, or that no line of script follows.</summary>
    public static readonly InputErrorCode BadSuppression = new("SRI140", "A suppression in a document cannot be read, or stands before nothing.");

    /// <summary>A table of which nobody can tell which column holds the lines.</summary>
    public static readonly InputErrorCode NoLineColumn = new("SRI141", "No column of a table is known to hold lines of script.");

    /// <summary>A quotation mark of a table that is never closed.</summary>
    public static readonly InputErrorCode BrokenTable = new("SRI142", "The table is broken.");

    /// <summary>A tree that is not YAML.</summary>
    public static readonly InputErrorCode BrokenYaml = new("SRI143", "The YAML is broken.");

    /// <summary>A document that is nested more deeply than any that people write.</summary>
    public static readonly InputErrorCode DocumentTooDeep = new("SRI144", "A document is nested too deeply.");

    /// <summary>A note: a table beside the lines of a document of which no column is known to hold lines.</summary>
    public static readonly InputErrorCode TableNotRead = new("SRI149", "A table of a document was passed over.");

    /// <summary>An archive that is damaged, lacks a part, or holds XML that is none.</summary>
    public static readonly InputErrorCode BrokenOffice = new("SRI150", "An Office file is broken.");

    /// <summary>Nobody can read it without the password.</summary>
    public static readonly InputErrorCode EncryptedOffice = new("SRI151", "An Office file is protected by a password.");

    /// <summary>The binary formats before Office 2007, and .xlsb.</summary>
    public static readonly InputErrorCode OldOffice = new("SRI152", "An Office file is of a form that is not read.");

    /// <summary>A formula whose text the file does not hold, since no spreadsheet program has computed it.</summary>
    public static readonly InputErrorCode FormulaWithoutText = new("SRI153", "A formula has no text to check.");

    /// <summary>A note: a turn in which nothing is said.</summary>
    public static readonly InputErrorCode EmptyTurn = new("SRI191", "A turn has no text.");

    /// <summary>A note: a file of a folder that is no conversation.</summary>
    public static readonly InputErrorCode NotRead = new("SRI192", "A file was passed over.");

    /// <summary>A note: a turn that seems to be earlier than the one before; its time is taken as unknown.</summary>
    public static readonly InputErrorCode TimeGoesBack = new("SRI193", "The time of a turn is earlier than that of the turn before.");

    /// <summary>Every code, in order; SRI149 and those from SRI191 on are notes, which keep nothing from being checked.</summary>
    public static ImmutableArray<InputErrorCode> All { get; } =
    [
        BrokenJson, TooDeep, WrongType, UnknownMember, DuplicateMember, MissingMember, UnknownValue, TimeOutOfRange,
        EndBeforeStart, BadDate, NothingToCheck, TooManyTurns, TextTooLong, TooLarge, MoreErrors, WordsOutOfOrder,
        NotFound, CannotRead, FolderLoop, Binary, Undecodable, UnknownFormat,
        NoSpeaker, UnknownSpeaker, BadTime,
        BadSuppression, NoLineColumn, BrokenTable, BrokenYaml, DocumentTooDeep, TableNotRead,
        BrokenOffice, EncryptedOffice, OldOffice, FormulaWithoutText,
        EmptyTurn, NotRead, TimeGoesBack,
    ];

    /// <inheritdoc/>
    public override string ToString() => Code;
}
